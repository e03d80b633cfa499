import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const src = new URL('../../../src/', import.meta.url);

/** Who else may write the word of a role, and why it decides nothing. */
const naming: Record<string, string> = {
  'rules/visibility/': 'the table itself, and the ladder beside it',
  'demonstration/': 'people who are made up',
  'commands/bench/': 'people who are made up',
  'console/administration/officers/officers-page.tsx': 'the order in which the names of roles stand',
  'import/cells/vocabulary.ts': 'how a role is written in a spreadsheet',
  'rules/routing/independent.ts': 'a reason of routing',
  'rules/routing/reason.ts': 'a reason of routing in words',
  'desk/installation/appoint-administrator.ts': 'gives the role away',
};
const comparing: Record<string, string> = {
  'rules/visibility/': 'the table itself, and the ladder beside it',
  'demonstration/': 'people who are made up',
  'commands/bench/': 'people who are made up',
  'console/administration/roster/roster-page.tsx': 'which unit is shown first: one whose people are dealt cases',
};
const named = /['"`](?:teamLead|unitHead|departmentLeader|internalControl|administrator)['"`]/u;
const compared =
  /\brole\b\W{0,3}(?:===|!==|=|<>|in)\s*\(?\s*['"`]?(?:officer|teamLead|unitHead|departmentLeader|internalControl|administrator)['"`]/u;

function linesWith(pattern: RegExp, allowed: readonly string[]): string[] {
  return globSync('**/*.{ts,tsx}', { cwd: src })
    .filter((file) => !allowed.some((each) => file.startsWith(each)))
    .flatMap((file) =>
      readFileSync(new URL(file, src), 'utf8')
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
}

test('what a role may do is decided in one place: no other file asks which role somebody has', () => {
  expect(linesWith(compared, Object.keys(comparing))).toEqual([]);
  expect(linesWith(named, Object.keys(naming))).toEqual([]);
});
