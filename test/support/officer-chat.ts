import { act } from '../../src/desk/act.ts';
import { createLinkCode } from '../../src/desk/organisation/link-chat.ts';
import { type ChatRig, type Person, transcriptOf } from './chat.ts';
import type { TestDesk } from './desk.ts';
import type { TestOfficer } from './organisation.ts';

/** A one-time code, as the console gives it to the officer. */
export async function codeFor(desk: TestDesk, officer: TestOfficer): Promise<string> {
  return (await act(desk, { kind: 'officer', officerId: officer.id }, createLinkCode)).code;
}

/** The officer in a chat of their own, linked by a code. */
export async function linkedOfficer(
  desk: TestDesk,
  chat: ChatRig,
  officer: TestOfficer,
  address = `77${officer.id}`,
): Promise<Person> {
  const person = chat.person(address, { name: officer.name });
  await person.writes(`/lienket ${await codeFor(desk, officer)}`);
  return person;
}

/** As `transcriptOf`, with the officer as the speaker and without the codes, which are different each time. */
export function officerTranscript(person: Person): string {
  return transcriptOf(person, 'CC ').replace(/(?<=\/lienket |lk_)[A-HJKMNP-Z2-9]{10}/g, 'MA-LIEN-KET');
}
