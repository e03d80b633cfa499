import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../src/json.ts';

test('an id that arrives as a bare integer keeps all its digits', () => {
  const text = '{"sender":{"id":4318657068771012646},"list":[9007199254740993,-9007199254740993]}';

  const parsed = parseJson(text);

  expect(parsed).toEqual({
    sender: { id: '4318657068771012646' },
    list: ['9007199254740993', '-9007199254740993'],
  });
});

test('digits inside a text, small integers and fractions stay what they are', () => {
  const text = '{"text":"số 43186570687710126461, \\"9007199254740993\\"","rate":5,"at":20.84490000000000001}';

  const parsed = parseJson(text);

  expect(parsed).toEqual({ text: 'số 43186570687710126461, "9007199254740993"', rate: 5, at: 20.8449 });
});

test('text that is not JSON is read as nothing', () => {
  expect(parseJson('<html>502</html>')).toBeUndefined();
  expect(parseJson('')).toBeUndefined();
});

test('whatever JSON says without large integers is read as usual', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      fc.pre(!/\d{16,}/.test(text));
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});
