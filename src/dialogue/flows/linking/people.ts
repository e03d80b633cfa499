import type { Choice } from '../../../channel/port.ts';
import { revokeLink } from '../../../desk/enterprises/stop-speaking.ts';
import { isCurrent, type Represented } from '../../../rules/linking/represented.ts';
import { findLink, type LinkOfEnterprise, linksOfEnterprise } from '../../../store/enterprise-links.ts';
import { commandValues } from '../../command-values.ts';
import { linkingIn } from '../../phrases/linking.ts';
import type { Turn } from '../../turn.ts';
import { menuMessage } from '../menu.ts';
import { represented } from './represented.ts';

const mostShown = 20;

/** Shows an owner who else speaks for the enterprise. */
export async function listPeople(turn: Turn, enterpriseId: number): Promise<void> {
  const words = linkingIn(turn.phrases.language);
  const owned = await ownedOr(turn, enterpriseId);
  if (owned === null) return;
  const others = (await othersOf(turn, enterpriseId)).slice(0, mostShown);
  if (others.length === 0) return turn.say(menuMessage(turn.phrases, words.nobodyElse(owned.name)));
  const lines = others.map(({ contactName: name, role, validFrom: since }) => ({ name, role, since }));
  await turn.say({
    text: words.peopleOf(owned.name, lines, turn.act.zone),
    choices: [
      ...others.map(({ id, contactName }): Choice[] => [
        { value: commandValues.revokeLink(id), label: contactName ?? words.unnamed },
      ]),
      [{ value: commandValues.menu, label: turn.phrases.back }],
    ],
  });
}

/** Asks an owner whether they mean it, or does it. */
export async function revokePerson(turn: Turn, linkId: number, isSure: boolean): Promise<void> {
  const words = linkingIn(turn.phrases.language);
  const enterpriseId = (await findLink(turn.act.tx, linkId))?.enterpriseId ?? 0;
  const owned = await ownedOr(turn, enterpriseId);
  if (owned === null) return;
  const person = (await othersOf(turn, enterpriseId)).find(({ id }) => id === linkId);
  if (person === undefined) return turn.say(menuMessage(turn.phrases, words.noSuchEnterprise));
  const name = person.contactName ?? words.unnamed;
  if (isSure) {
    await revokeLink({ ...turn.act, by: turn.by }, { linkId });
    return turn.say(menuMessage(turn.phrases, words.revoked(name)));
  }
  const yes: Choice = { value: commandValues.revokeLinkSurely(linkId), label: words.revoke };
  const no: Choice = { value: commandValues.menu, label: turn.phrases.back };
  await turn.say({ text: words.surelyRevoke(name, owned.name), choices: [[yes, no]] });
}

async function othersOf({ act, contact }: Turn, enterpriseId: number): Promise<LinkOfEnterprise[]> {
  const links = await linksOfEnterprise(act.tx, enterpriseId);
  return links.filter((link) => isCurrent(link, act.at) && link.contactId !== contact?.contactId);
}

/** An enterprise that the person owns. Others are not there, and who is no owner is told so of their own. */
async function ownedOr(turn: Turn, enterpriseId: number): Promise<Represented | null> {
  const words = linkingIn(turn.phrases.language);
  const own = (await represented(turn)).find((each) => each.enterpriseId === enterpriseId);
  if (own?.role === 'owner') return own;
  await turn.say(menuMessage(turn.phrases, own === undefined ? words.noSuchEnterprise : words.onlyOwners));
  return null;
}
