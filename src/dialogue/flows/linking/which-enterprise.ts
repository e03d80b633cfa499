import type { Choice } from '../../../channel/port.ts';
import { actFor } from '../../../desk/enterprises/act-for.ts';
import { fold } from '../../../rules/identity/fold.ts';
import { checkTaxCode } from '../../../rules/identity/tax-code.ts';
import type { Represented } from '../../../rules/linking/represented.ts';
import { commandValues } from '../../command-values.ts';
import { linkingIn } from '../../phrases/linking.ts';
import type { Draft } from '../../state.ts';
import type { Turn } from '../../turn.ts';
import { represented } from './represented.ts';

const shownAtOnce = 8;

/** For whom the draft is: one of the person's own, or nobody where they speak for none. Undefined where nothing says which. */
export async function enterpriseOf(turn: Turn, draft: Draft): Promise<Represented | null | undefined> {
  const own = await represented(turn);
  if (own.length < 2) return own[0] ?? null;
  return own.find(({ enterpriseId }) => enterpriseId === draft.enterpriseId);
}

/** Asks for whom the matter is. */
export async function askWhich(turn: Turn, draft: Draft, page = 0, sentence?: string): Promise<void> {
  const words = linkingIn(turn.phrases.language);
  const own = await represented(turn);
  turn.go({ at: 'card', draft, asking: 'enterprise' });
  const from = Math.max(0, Number.isInteger(page) ? page : 0) * shownAtOnce;
  const choices = own
    .slice(from, from + shownAtOnce)
    .map(({ enterpriseId, name }): Choice[] => [{ value: commandValues.cardEnterprise(enterpriseId), label: name }]);
  if (from + shownAtOnce < own.length)
    choices.push([{ value: commandValues.cardMoreEnterprises(page + 1), label: words.more }]);
  await turn.say({ text: sentence ?? words.forWhich, choices });
}

/** Notes the answer; the person acts for that enterprise from now on. Null for one that is not theirs. */
export async function withEnterprise(turn: Turn, draft: Draft, enterpriseId: number): Promise<Draft | null> {
  const own = await represented(turn);
  if (turn.contact === null || !own.some((each) => each.enterpriseId === enterpriseId)) return null;
  await actFor({ ...turn.act, by: turn.by }, { contactId: turn.contact.contactId, enterpriseId });
  return { ...draft, enterpriseId };
}

/** The one of the person's own that a text names by its tax code or by words of its name; null where it fits none or two. */
export async function enterpriseTyped(turn: Turn, text: string): Promise<number | null> {
  const own = await represented(turn);
  const checked = checkTaxCode(text);
  const taxCode = 'taxCode' in checked ? checked.taxCode : null;
  const words = fold(text).trim();
  const meant = own.filter((each) =>
    taxCode === null ? words.length >= 2 && fold(each.name).includes(words) : each.taxCode === taxCode,
  );
  const [only] = meant;
  return meant.length === 1 && only !== undefined ? only.enterpriseId : null;
}
