import { asc } from 'drizzle-orm';
import type { CaseDetail } from '../../src/http/views.ts';
import { cases } from '../../src/store/schema/cases.ts';
import { conversations } from '../../src/store/schema/conversations.ts';
import type { TestDesk } from './desk.ts';
import type { TelegramBot } from './telegram-bot.ts';
import type { Person } from './telegram-stand-in/person.ts';
import type { Line } from './telegram-stand-in/world.ts';

export const issue = 'TK 107705060720 container chưa được xác nhận qua khu vực giám sát cảng khu vực 3 (03TG)';

/** A person who has met the bot and agreed to what is kept. */
export async function consented(desk: TestDesk, bot: TelegramBot): Promise<Person> {
  const person = bot.standIn.person(900_100, { name: 'Trần Thị Mai', phone: '84912000111' });
  person.start();
  await settle(desk, bot);
  person.press('Đồng ý');
  await settle(desk, bot);
  return person;
}

/** Hands over what people did, lets that much time pass and works until nothing waits. */
export async function settle(desk: TestDesk, bot: TelegramBot, milliseconds = 100): Promise<void> {
  await bot.settle();
  desk.clock.advanceBy(milliseconds);
  await bot.work();
}

export function photo(number: number): Uint8Array {
  return Uint8Array.of(0xff, 0xd8, 0xff, number);
}

/** The newest chat: the others were planted. */
export async function newestChat(desk: TestDesk) {
  const rows = await desk.database.db.select().from(conversations).orderBy(asc(conversations.id));
  return rows.at(-1);
}

export async function onlyCase(desk: TestDesk, { web }: TelegramBot): Promise<CaseDetail> {
  const [row] = await desk.database.db.select().from(cases);
  const { body } = await web.program.get(`/api/v1/cases/${row?.reference ?? ''}`);
  return body as unknown as CaseDetail;
}

/** What the person sees, both sides; golden files in `test/transcripts/telegram` hold these. */
export function telegramTranscript(person: Person): string {
  return `${person.timeline.map(lineOf).join('\n\n')}\n`;
}

function lineOf({ by, text, attachment, rows }: Line): string {
  const words = [attachment === null ? '' : `[${attachment}]`, text].filter((part) => part !== '').join(' ');
  const buttons = rows.flat().map(({ label }) => label);
  const shown = `${words.split('\n').join('\n     ')}${buttons.length > 0 ? `\n     [${buttons.join('] [')}]` : ''}`;
  return `${by === 'bot' ? 'BOT' : 'DN '}: ${shown}`;
}
