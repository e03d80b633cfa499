import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { describeFault } from '../src/log.ts';

test('what a person wrote is not in the log when the database refuses it', () => {
  const refusal = Object.assign(new Error('null value in column "at" violates not-null constraint'), { code: '23502' });
  const fault = new DrizzleQueryError(
    'insert into messages (text) values ($1)',
    ['mật khẩu của tôi là hoa-sen'],
    refusal,
  );

  const line = JSON.stringify(describeFault(fault));

  expect(fault.message).toContain('hoa-sen');
  expect(line).not.toContain('hoa-sen');
  expect(line).toContain('23502');
  expect(line).toContain('insert into messages');
});

test('a bug keeps its message and where it happened', () => {
  const described = describeFault(new RangeError('The clock never runs backwards'));

  expect(described).toMatchObject({ type: 'RangeError', message: 'The clock never runs backwards' });
  expect(String(described.stack)).toContain('log.test.ts');
});
