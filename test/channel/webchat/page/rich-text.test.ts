import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainRunsOf, runsOf } from '../../../../src/channel/webchat/page/rich-text.ts';

test('the bot can stress a few words', () => {
  expect(runsOf('Mã là *VM-2026-000123* nhé')).toEqual([
    { text: 'Mã là ', bold: false, href: null },
    { text: 'VM-2026-000123', bold: true, href: null },
    { text: ' nhé', bold: false, href: null },
  ]);
});

test('what a person types is never stressed by us', () => {
  expect(plainRunsOf('giá *100*')).toEqual([{ text: 'giá *100*', bold: false, href: null }]);
});

test.each([
  ['Xem https://customs.gov.vn/a?b=c.', 'https://customs.gov.vn/a?b=c'],
  ['(tại http://vnaccs.vn/x)', 'http://vnaccs.vn/x'],
  ['“https://a.vn”', 'https://a.vn'],
])('the address in “%s” can be followed, without the sentence around it', (text, href) => {
  expect(runsOf(text).flatMap((run) => run.href ?? [])).toEqual([href]);
});

test.each(['javascript:alert(1)', 'data:text/html,x', '<a href="x">', 'xhttps://a.vn'])(
  'nothing in “%s” can be followed',
  (text) => {
    expect(runsOf(text).every(({ href }) => href === null)).toBe(true);
  },
);

test('every character that a person typed is shown, in order', () => {
  const piece = fc.constantFrom('*', ' ', 'đậm', 'https://a.vn', '.', '\n', '<b>', '2*3');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');

      expect(
        plainRunsOf(text)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
