import { MantineProvider } from '@mantine/core';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { categoriesInEnglish } from '../../src/console/language/categories.en.ts';
import { useCategoryOf } from '../../src/console/language/category-of.ts';
import { type Language, LanguageProvider } from '../../src/console/language/language.tsx';
import { BreakdownTable } from '../../src/console/ratings/breakdown-table.tsx';
import { Evidence } from '../../src/console/verifications/evidence.tsx';
import { reasonsInEnglish, stepsInEnglish } from '../../src/console/verifications/rated.en.ts';
import { RatingsGiven } from '../../src/console/verifications/ratings-given.tsx';
import type { VerificationDetail } from '../../src/http/verification-views.ts';
import type { RatingBreakdown } from '../../src/reports/ratings/breakdown.ts';
import { categoryCodes, categoryLabels } from '../../src/rules/identity/categories.ts';
import type { SubjectKind } from '../../src/rules/rating/rating.ts';
import { reasonCodes } from '../../src/rules/rating/reasons.ts';
import { ratedSubject, sayReasons, saySubject } from '../../src/rules/rating/verification-words.ts';
import { type StepName, stepLabels } from '../../src/rules/routing/step-in-question.ts';

const at = '2026-11-22T02:00:00.000Z';
const steps = Object.keys(stepLabels) as StepName[];

test('every code that the server words in Vietnamese has a word in the English console', () => {
  expect(Object.keys(categoriesInEnglish)).toEqual(categoryCodes);
  expect(Object.keys(reasonsInEnglish)).toEqual(reasonCodes);
  expect(Object.keys(stepsInEnglish)).toEqual(steps);
});

test('a category is said in the language of the console; one that the console does not know yet, as the server says it', () => {
  const codes = [...categoryCodes, 'cargo_drones'];
  const Names = () => {
    const categoryOf = useCategoryOf();
    return codes.map((code) => `${categoryOf(code, saidByServer(code))}|`);
  };

  expect(textOf('vi', createElement(Names)).split('|').slice(0, -1)).toEqual(codes.map(saidByServer));
  expect(textOf('en', createElement(Names)).split('|').slice(0, -1)).toEqual([
    ...categoryCodes.map((code) => categoryLabels[code].en),
    'Máy bay chở hàng',
  ]);
});

test('a low rating reads in English from its codes: what was rated, why, and each step of the log', () => {
  const subjects: [SubjectKind, string, string | null][] = [
    ['declaration', '', null],
    ['officer', '7', null],
    ['unit', '3', 'Unit 3'],
    ['team', 'Team A', null],
    ...steps.map((step): [SubjectKind, string, null] => ['step', step, null]),
  ];
  const ratings: VerificationDetail['ratings'] = subjects.map(([kind, key, unitName]) => ({
    subject: saySubject(kind, key, unitName),
    rated: ratedSubject(kind, key, unitName),
    reasons: sayReasons(reasonCodes),
    reasonCodes: [...reasonCodes],
    ...{ level: 1, comment: null, hadNoContact: true, ratedAt: at, isDuringProcedure: true, earlier: [] },
  }));
  const log: VerificationDetail['steps'] = steps.map((step) => ({
    ...{ step, label: stepLabels[step], at },
    ...{ officerName: null, unitName: null, team: null, limit: null },
  }));
  const parts = [createElement(RatingsGiven, { key: 1, ratings }), createElement(Evidence, { key: 2, steps: log })];

  const english = textOf('en', parts);
  const vietnamese = textOf('vi', parts);

  expect(english).not.toMatch(/[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu);
  expect(english).toContain('the officer who handled it');
  expect(english).toContain('step: document check');
  for (const said of [...sayReasons(reasonCodes), ...Object.values(stepLabels), 'công chức làm thủ tục'])
    expect(vietnamese).toContain(said);
});

test('the rest of a table of ratings is told in English too, with what it is made of', () => {
  const figures = {
    distribution: [0, 0, 0, 0, 6] as const,
    ...{ ratings: 6, satisfied: 6, satisfiedShare: 1, mean: 5, low: 0 },
    ...{ declarations: 9, responseRate: 0.6, shrunkShare: 1 },
  };
  const table: RatingBreakdown = {
    by: 'unit',
    basis: 'published',
    ...{ from: '2026-10-01', to: '2026-10-31', unit: { id: 1, name: 'Unit 1' } },
    rows: [
      { key: '1', name: 'Unit 1 (trực tiếp)', parts: [], ...figures },
      { key: 'rest', name: 'Gộp đơn vị ít đánh giá: Unit 2, Unit 3', parts: ['Unit 2', 'Unit 3'], ...figures },
    ],
    prior: { share: 1, weight: 1 },
  };
  const shown = createElement(BreakdownTable, { table, choose: () => undefined });

  expect(textOf('en', shown)).toMatch(/Unit 1 \(itself\).*Units with few ratings, together: Unit 2, Unit 3/u);
  expect(textOf('vi', shown)).toMatch(/Unit 1 \(trực tiếp\).*Gộp đơn vị ít đánh giá: Unit 2, Unit 3/u);
});

function saidByServer(code: string): string {
  const labels: Readonly<Record<string, { vi: string }>> = categoryLabels;
  return labels[code]?.vi ?? 'Máy bay chở hàng';
}

/** The words of a part as it is drawn for somebody who reads this language. */
function textOf(language: Language, part: ReactNode): string {
  const Spoken = () => LanguageProvider({ initial: language, children: part });
  return renderToStaticMarkup(createElement(MantineProvider, null, createElement(Spoken)))
    .replaceAll(/<style[\s\S]*?<\/style>/gu, '')
    .replaceAll(/<[^>]+>/gu, ' ');
}
