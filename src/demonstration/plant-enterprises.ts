import { createHash } from 'node:crypto';
import type { Act } from '../desk/act.ts';
import { declarationKey } from '../rules/identity/declaration-number.ts';
import type { WorkingTime } from '../rules/working-time/working-time.ts';
import { lockConversation, recordConsent, saveConversation } from '../store/conversations.ts';
import { insertLink } from '../store/enterprise-links.ts';
import { insertContactOf, insertDeclarations, insertEnterprise } from '../store/founding.ts';
import { declarations, stepsOf } from './declarations.ts';
import { enterprises } from './enterprises.ts';
import { workingBefore } from './working-before.ts';

export interface PlantedContact {
  enterpriseId: number;
  contactId: number;
  /** A web chat under a made-up address: nothing said there leaves the house. */
  conversationId: number;
}

// Known to customs for some weeks when the stories begin.
const knownForWorkingMinutes = 31 * 480;

/** Writes enterprises with their contacts, chats and declarations. Returns the contacts by login. */
export async function plantEnterprises(current: Act, working: WorkingTime): Promise<Map<string, PlantedContact>> {
  const { tx, at } = current;
  const knownAt = workingBefore(working, at, knownForWorkingMinutes);
  const contacts = new Map<string, PlantedContact>();
  for (const { taxCode, name, contacts: people } of enterprises) {
    const enterpriseId = await insertEnterprise(tx, { taxCode, name, createdAt: knownAt });
    for (const person of people) {
      const contactId = await insertContactOf(tx, { enterpriseId, name: person.name, createdAt: knownAt });
      await insertLink(tx, {
        contactId,
        enterpriseId,
        role: person === people[0] ? 'owner' : 'staff',
        basis: 'demonstration',
        evidence: {},
        validFrom: knownAt,
      });
      const conversationId = await openChat(current, { ...person, contactId }, knownAt);
      contacts.set(person.login, { enterpriseId, contactId, conversationId });
    }
    await insertDeclarations(
      tx,
      declarations
        .filter((declaration) => declaration.taxCode === taxCode)
        .map((declaration) => {
          const { number, office, type, channel, state } = declaration;
          const steps = stepsOf(declaration, working, at);
          const stateAt = new Date(steps.at(-1)?.at ?? steps[0].at);
          const key = { number11: declarationKey(number), number, enterpriseId };
          const registeredAt = new Date(steps[0].at);
          return { ...key, officeCode: office, typeCode: type, channel, state, registeredAt, stateAt, steps };
        }),
    );
  }
  return contacts;
}

async function openChat(
  { tx }: Act,
  person: { login: string; name: string; contactId: number },
  at: Date,
): Promise<number> {
  // An address of the right form that no browser's secret leads to: nobody can speak in a planted chat.
  const address = createHash('sha256').update(`demonstration ${person.login}`).digest('base64url');
  const chat = { channel: 'webchat', account: 'web', address } as const;
  const { id } = await lockConversation(tx, chat, at);
  await saveConversation(tx, id, { contactId: person.contactId, displayName: person.name, language: 'vi' });
  await recordConsent(tx, { conversationId: id, textVersion: 'demonstration', answer: 'given', at });
  return id;
}
