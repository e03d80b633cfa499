import type { Choice } from '../../../channel/port.ts';
import { actFor } from '../../../desk/enterprises/act-for.ts';
import { shareCases } from '../../../desk/enterprises/share-cases.ts';
import { leaveEnterprise } from '../../../desk/enterprises/stop-speaking.ts';
import type { Represented } from '../../../rules/linking/represented.ts';
import { commandValues } from '../../command-values.ts';
import { linkingIn } from '../../phrases/linking.ts';
import type { Turn } from '../../turn.ts';
import { menuMessage, showMenu } from '../menu.ts';
import { knowContactAnew, represented } from './represented.ts';
import { sayWays } from './verify.ts';

// More than anybody reads on a phone; who speaks for more names the tax code in the matter itself.
const mostShown = 20;

/** For whom the person speaks, and what they can do about it. */
export async function showOwn(turn: Turn): Promise<void> {
  const words = linkingIn(turn.phrases.language);
  const own = await represented(turn);
  turn.go({ at: 'idle' });
  if (own.length === 0) return sayWays(turn, words.ownNone);
  const present = own.find(({ enterpriseId }) => enterpriseId === turn.contact?.enterpriseId) ?? own[0];
  const others = own.filter((each) => each !== present).slice(0, mostShown);
  await turn.say({
    text: words.own(own.slice(0, mostShown), present?.enterpriseId ?? null),
    choices: [
      ...others.map(({ enterpriseId, name }): Choice[] => [{ value: commandValues.actFor(enterpriseId), label: name }]),
      ...(present === undefined ? [] : deedsFor(turn, present)),
    ],
  });
}

function deedsFor({ phrases }: Turn, { enterpriseId, role, sharesCases }: Represented): Choice[][] {
  const words = linkingIn(phrases.language);
  const quit: Choice = { value: commandValues.quit(enterpriseId), label: words.quit };
  const back: Choice = { value: commandValues.menu, label: phrases.back };
  if (role !== 'owner') return [[quit, back]];
  const share: Choice = sharesCases
    ? { value: commandValues.share(enterpriseId, false), label: words.doNotShare }
    : { value: commandValues.share(enterpriseId, true), label: words.share };
  return [[share], [{ value: commandValues.people(enterpriseId), label: words.people }, quit], [back]];
}

/** The person acts for another of their enterprises from now on. */
export async function choosePresent(turn: Turn, enterpriseId: number): Promise<void> {
  const chosen = await ownOr(turn, enterpriseId);
  if (chosen === null || turn.contact === null) return;
  await actFor({ ...turn.act, by: turn.by }, { contactId: turn.contact.contactId, enterpriseId });
  await knowContactAnew(turn);
  await showMenu(turn, linkingIn(turn.phrases.language).nowFor(chosen.name));
}

/** Lets an owner say whether the enterprise's people see one another's cases. Without a choice the present one is turned round. */
export async function changeSharing(turn: Turn, enterpriseId: number | null, sharesCases?: boolean): Promise<void> {
  const words = linkingIn(turn.phrases.language);
  const chosen = await ownOr(turn, enterpriseId ?? turn.contact?.enterpriseId ?? null);
  if (chosen === null) return;
  if (chosen.role !== 'owner') return turn.say(menuMessage(turn.phrases, words.onlyOwners));
  const next = sharesCases ?? !chosen.sharesCases;
  await shareCases({ ...turn.act, by: turn.by }, { enterpriseId: chosen.enterpriseId, sharesCases: next });
  await showMenu(turn, next ? words.nowShared(chosen.name) : words.nowNotShared(chosen.name));
}

/** Asks whether the person means it, and for which enterprise where they speak for several. */
export async function askToLeave(turn: Turn, enterpriseId: number | null): Promise<void> {
  const words = linkingIn(turn.phrases.language);
  const own = await represented(turn);
  if (enterpriseId === null && own.length > 1) {
    const choices = own
      .slice(0, mostShown)
      .map((each): Choice[] => [{ value: commandValues.quit(each.enterpriseId), label: each.name }]);
    return turn.say({ text: words.whichToLeave, choices });
  }
  const chosen = await ownOr(turn, enterpriseId ?? own[0]?.enterpriseId ?? null);
  if (chosen === null) return;
  const yes: Choice = { value: commandValues.quitSurely(chosen.enterpriseId), label: words.quit };
  const no: Choice = { value: commandValues.menu, label: turn.phrases.back };
  await turn.say({ text: words.surelyLeave(chosen.name), choices: [[yes, no]] });
}

/** The person no longer speaks for the enterprise; the chat forgets the form that was open. */
export async function leaveNow(turn: Turn, enterpriseId: number): Promise<void> {
  const chosen = await ownOr(turn, enterpriseId);
  if (chosen === null) return;
  await leaveEnterprise({ ...turn.act, by: turn.by }, { enterpriseId });
  await knowContactAnew(turn);
  const words = linkingIn(turn.phrases.language);
  const actsFor = turn.contact?.enterpriseName;
  const text = words.left(chosen.name);
  await showMenu(turn, actsFor == null ? text : `${text}\n${words.nowFor(actsFor)}`);
}

/** One of the person's own. Any other number says that there is none such, whoever's it may be. */
async function ownOr(turn: Turn, enterpriseId: number | null): Promise<Represented | null> {
  const found = (await represented(turn)).find((each) => each.enterpriseId === enterpriseId) ?? null;
  const words = linkingIn(turn.phrases.language);
  if (found === null)
    await turn.say(menuMessage(turn.phrases, enterpriseId === null ? words.ownNone : words.noSuchEnterprise));
  return found;
}
