import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { takeDeclarations } from '../../src/desk/declarations/take-declarations.ts';
import type { Declaration, DeclarationStep } from '../../src/rules/declarations/declaration.ts';
import { openChat, type Person, transcriptOf } from '../support/chat.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { anEnterprise, seagull, seaStar, speaksFor } from '../support/linking.ts';

const now = '2026-11-23T10:30:00+07:00';
const transcripts = '../transcripts/declarations';

test('an enterprise asks where its declarations stand: green, yellow, red, in and outside working hours', async () => {
  await using desk = await openDesk({ now });
  const mai = await contactOfSeaStar(desk);
  await declares(desk, seaStar.taxCode, { number: '107861377120', channel: 'green', state: 'cleared', steps: [] });
  await declares(desk, seaStar.taxCode, { number: '107861377230', channel: 'yellow' });
  await declares(desk, seaStar.taxCode, {
    number: '107861377340',
    channel: 'red',
    state: 'inspecting',
    stateAt: new Date('2026-11-23T09:10:00+07:00'),
    steps: [step('registered', '08:00'), step('documentCheck', '09:10', 'Đội Thủ tục')],
  });

  await mai.writes('tờ khai 107861377120 đến đâu rồi?');
  await mai.writes('cho hỏi tk 107861377230 tới đâu rồi ạ');
  desk.clock.set('2026-11-24T09:00:00+07:00');
  await mai.writes('/tokhai 107861377340');
  await mai.presses('Tờ khai khác');
  await mai.presses('107861377230');

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/status.txt`);
});

test('in English', async () => {
  await using desk = await openDesk({ now });
  const mai = await contactOfSeaStar(desk);
  await declares(desk, seaStar.taxCode, { number: '107861377230', channel: 'yellow' });

  await mai.sends({ kind: 'choice', value: 'speak:en', acknowledge: null });
  await mai.writes('Where is declaration 107861377230 now?');
  await mai.writes('/declaration 107861377340');
  await mai.writes('/declaration');

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/in-english.txt`);
});

test('another’s, an unknown and a mistyped number get the same words, typed, asked or forged', async () => {
  await using desk = await openDesk({ now });
  const mai = await contactOfSeaStar(desk);
  await declares(desk, seagull.taxCode, { number: '107861377009' });

  const words: string[] = [];
  for (const text of ['/tokhai 107861377009', '/tokhai 107861377019', '/tokhai 10786137', '/tokhai abc']) {
    await mai.writes(text);
    words.push(mai.lastWords);
  }
  await mai.writes('tờ khai 107861377009 đến đâu rồi');
  words.push(mai.lastWords);
  await mai.writes('tờ khai 10786137700 đến đâu rồi');
  words.push(mai.lastWords);
  await mai.sends({ kind: 'choice', value: 'declaration:107861377009', acknowledge: null });
  words.push(mai.lastWords);
  await mai.sends({ kind: 'choice', value: 'declarations:107861377009', acknowledge: null });
  words.push(mai.lastWords);

  expect(new Set(words).size).toBe(1);
  expect(words[0]).toMatch(/^Không thấy tờ khai này trong các tờ khai của doanh nghiệp mà anh\/chị đại diện\./);
});

test('the newest five are listed, and the next are a press away', async () => {
  await using desk = await openDesk({ now });
  const mai = await contactOfSeaStar(desk);
  for (let at = 0; at < 7; at += 1) {
    const registeredAt = new Date(desk.clock.now().getTime() - at * 3_600_000);
    await declares(desk, seaStar.taxCode, {
      number: `10786137${at}000`,
      registeredAt,
      stateAt: registeredAt,
      steps: [],
    });
  }

  await mai.writes('/tokhai');
  const first = mai.seen.at(-1)?.buttons ?? [];
  await mai.presses('Cũ hơn');
  const second = mai.seen.at(-1)?.buttons ?? [];

  expect(first.slice(0, 5)).toEqual([0, 1, 2, 3, 4].map((at) => `10786137${at}000`));
  expect(second.slice(0, 2)).toEqual(['107861375000', '107861376000']);
  expect(second).not.toContain('Cũ hơn');
});

test('whoever speaks for nobody has the question taken up as a matter for officers', async () => {
  await using desk = await openDesk({ now });
  const person = openChat(desk).person('84900702');
  await person.writes('/start');
  await person.presses('Đồng ý');
  await declares(desk, seaStar.taxCode, { number: '107861377230' });

  await person.writes('tờ khai 107861377230 đến đâu rồi?');
  const asked = person.lastWords;
  await person.writes('/huy');
  await person.writes('/tokhai 107861377230');

  expect(asked).not.toContain('Các bước');
  expect(person.seen.at(-1)?.text).toMatch(/^Không thấy tờ khai này/);
});

async function contactOfSeaStar(desk: TestDesk): Promise<Person> {
  const enterprise = await anEnterprise(desk, seaStar);
  const mai = openChat(desk).person('84900701', { name: 'Trần Thị Mai' });
  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await speaksFor(desk, '84900701', enterprise);
  return mai;
}

async function declares(
  desk: TestDesk,
  taxCode: string,
  facts: Partial<Declaration> & { number: string },
): Promise<void> {
  const registeredAt = new Date('2026-11-23T08:00:00+07:00');
  const told: Declaration = {
    officeCode: '03TG',
    typeCode: 'A11',
    channel: 'yellow',
    registeredAt,
    state: 'registered',
    stateAt: registeredAt,
    steps: [step('registered', '08:00')],
    ...facts,
  };
  const taken = await act(desk, { kind: 'apiKey', name: 'bootstrap' }, (current) =>
    takeDeclarations(current, [{ about: 'declaration', taxCode, told }]),
  );
  expect(taken).toEqual(['added']);
}

function step(name: DeclarationStep['step'], time: string, team: string | null = null): DeclarationStep {
  return { step: name, at: new Date(`2026-11-23T${time}:00+07:00`).toISOString(), officerEmail: null, team };
}
