import type { SessionView } from '../../http/views.ts';
import { useAdministrationWords } from '../administration/words.ts';
import type { IconName } from '../components/icons.tsx';
import { useRegistryWords } from '../enterprises/words.ts';
import { useManagerRailWord } from '../exports/rail-word.ts';
import { usePhrases } from '../language/language.tsx';
import { useLibraryWords } from '../library/words.ts';
import { useLinkWords } from '../links/words.ts';
import { usePermissionWords } from '../oversight/permission-words.ts';
import { useOversightWords } from '../oversight/words.ts';
import { useRatingRailWord } from '../ratings/rail-word.ts';
import { useVerificationWords } from '../verifications/words.ts';
import { useWatchingWords } from '../watching/words.ts';
import { mayOpen } from './page-access.ts';

export interface RailItem {
  to:
    | '/ratings'
    | '/today'
    | '/verifications'
    | '/oversight/views'
    | '/administration/permissions'
    | '/corrective-actions'
    | '/cases'
    | '/alerts'
    | '/links'
    | '/library'
    | '/enterprises'
    | '/administration/units'
    | '/administration/policies';
  icon: IconName;
  label: string;
  /** What waits there, and how that is said. */
  count?: number;
  says?: string;
}

/** The pages of whoever is signed in, what they need most often first. The server decides what each may read. */
export function useRailItems(session: SessionView): RailItem[] {
  const { unacknowledgedAlerts, watchingNews, correctiveActions } = session;
  const phrases = usePhrases();
  const watching = useWatchingWords();
  const links = useLinkWords();
  const registry = useRegistryWords();
  const administration = useAdministrationWords();
  const ratings = useRatingRailWord();
  const manage = useManagerRailWord();
  const library = useLibraryWords();
  const verifications = useVerificationWords();
  const oversight = useOversightWords();
  const permissions = usePermissionWords();
  const may = (permission: SessionView['permissions'][number]) => session.permissions.includes(permission);
  // Those who administer find these between the pages of administration.
  const administers = may('administer');

  const told = [
    unacknowledgedAlerts > 0 ? phrases.unacknowledged(unacknowledgedAlerts) : '',
    watchingNews > 0 ? watching.news(watchingNews) : '',
  ];
  const items: (RailItem | false)[] = [
    { to: '/cases', icon: 'inbox', label: phrases.inbox },
    {
      ...{ to: '/alerts', icon: 'bell', label: phrases.alerts },
      ...{ count: unacknowledgedAlerts + watchingNews, says: told.filter((each) => each !== '').join('; ') },
    },
    { to: '/today', icon: 'chart', label: manage },
    { to: '/verifications', icon: 'shield', label: verifications.rail },
    { to: '/oversight/views', icon: 'search', label: oversight.rail },
    (correctiveActions > 0 || may('leadUnit')) && {
      ...{ to: '/corrective-actions', icon: 'repair', label: verifications.actionsRail },
      ...{ count: correctiveActions, says: verifications.actionsToDo(correctiveActions) },
    },
    { to: '/library', icon: 'book', label: library.rail },
    { to: '/ratings', icon: 'star', label: ratings },
    !administers && { to: '/links', icon: 'person', label: links.rail },
    !administers && { to: '/enterprises', icon: 'search', label: registry.rail },
    !administers && { to: '/administration/policies', icon: 'clock', label: administration.policies },
    !administers && { to: '/administration/permissions', icon: 'lock', label: permissions.rail },
    { to: '/administration/units', icon: 'wrench', label: administration.rail },
  ];
  return items.filter((item) => item !== false).filter(({ to }) => mayOpen(session, to));
}
