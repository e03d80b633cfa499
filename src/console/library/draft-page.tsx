import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Failure } from '../components/failure.tsx';
import { usePhrases } from '../language/language.tsx';
import { draftQuery } from './data.ts';
import { DraftDesk } from './draft-desk.tsx';

const route = getRouteApi('/signedIn/library/drafts/$id');

/** One draft: the recognised structure beside what had no place in it. */
export function DraftPage() {
  const phrases = usePhrases();
  const { id } = route.useParams();
  const { data: draft, error, refetch } = useQuery({ ...draftQuery(Number(id)), refetchOnWindowFocus: false });
  if (draft === undefined) {
    if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
    return <Loader m="xl" size="sm" aria-label={phrases.loading} />;
  }
  // Saved or reloaded, it begins anew from what the server has.
  return <DraftDesk key={`${draft.id}.${draft.revision}`} draft={draft} />;
}
