import { Outlet, useMatches } from '@tanstack/react-router';
import type { SessionView } from '../../http/views.ts';
import { QuietPlace } from '../components/quiet-place.tsx';
import { useLanguage } from '../language/language.tsx';
import { mayOpen } from './page-access.ts';

const vietnamese = {
  heading: 'Trang này không thuộc công việc của anh/chị',
  hint: 'Nếu cần xem, xin hỏi quản trị viên.',
};
const english: typeof vietnamese = {
  heading: 'This page is not part of your work',
  hint: 'If you need it, please ask an administrator.',
};

/** The page of the address, or in its place a sentence for whoever it is not for. What it reads the server decides anyway. */
export function PageIfAllowed({ session }: { session: SessionView }) {
  const words = useLanguage().language === 'en' ? english : vietnamese;
  const address = useMatches({ select: (matches) => matches.at(-1)?.fullPath ?? '/' });
  if (mayOpen(session, address)) return <Outlet />;
  return (
    <QuietPlace icon="lock">
      <h1 style={{ margin: 0, fontSize: 18 }}>{words.heading}</h1>
      <p className="quiet">{words.hint}</p>
    </QuietPlace>
  );
}
