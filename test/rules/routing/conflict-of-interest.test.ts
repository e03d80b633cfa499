import { expect, test } from 'vitest';
import { type ConductMatter, conflictsOf, type KnownOfficer } from '../../../src/rules/routing/conflict-of-interest.ts';

const lan = officer(1, 'Phạm Ngọc Lan', 'Công chức');
const an = officer(2, 'Lê An', 'Công chức');
const head = { ...officer(3, 'Hoàng Ngọc Sơn', 'Đội trưởng Đội Thông quan'), isManager: true };
const port = { ...officer(4, 'Vũ Tiến Dũng', 'Đội trưởng'), isManager: true, unitNames: ['Cảng Hải Phòng khu vực 1'] };
const otherPort = { ...port, id: 5, name: 'Lương Thanh Hải', unitNames: ['Cảng Hải Phòng khu vực 2'] };
const leader = { ...officer(6, 'Đỗ Mạnh Hùng', 'Chi cục trưởng'), isManager: true };
const everybody = [lan, an, head, port, otherPort, leader];
const recorded = [
  { step: 'documentCheck' as const, at: '2026-03-05T02:00:00Z', officerId: 1 },
  { step: 'physicalInspection' as const, at: '2026-03-05T03:00:00Z', officerId: 2 },
];

test.each<[string, Partial<ConductMatter>, [number, string][]]>([
  ['the subject that was chosen', { subjectIds: [2] }, [[2, 'subject']]],
  ['whose name is written with marks', { text: 'Chị Phạm Ngọc Lan đòi tiền' }, [[1, 'namedInReport']]],
  ['whose name is written without marks', { text: 'chi pham ngoc lan doi tien' }, [[1, 'namedInReport']]],
  ['whose name is broken over lines', { text: 'Phạm\nNgọc   Lan' }, [[1, 'namedInReport']]],
  ['nobody whose name only begins another word', { text: 'Ông Lê Anh Tú' }, []],
  ['whose name ends the sentence', { text: 'Là ông Lê An.' }, [[2, 'namedInReport']]],
  ['whoever did the step in question', { step: 'documentCheck', recorded }, [[1, 'recordedOnStep:documentCheck']]],
  [
    'all who are recorded, where no step is in question',
    { recorded },
    [
      [1, 'recordedOnDeclaration'],
      [2, 'recordedOnDeclaration'],
    ],
  ],
  [
    'once, by the first reason',
    { text: 'Phạm Ngọc Lan', subjectIds: [1], recorded: recorded.slice(0, 1) },
    [[1, 'subject']],
  ],
  ['the superior, by a post that one holds', { text: 'Đội trưởng Đội Thông quan bao che' }, [[3, 'superiorNamed']]],
  ['the superior, by post and unit', { text: 'đội trưởng cảng Hải Phòng khu vực 2 biết' }, [[5, 'superiorNamed']]],
  ['nobody by a post that several hold', { text: 'Đội trưởng cũng biết' }, []],
  ['nobody who is only addressed', { text: 'Kính gửi Chi cục trưởng. Mong ông Chi cục trưởng xem xét' }, []],
  ['who is addressed and accused', { text: 'Kính gửi Chi cục trưởng. Chi cục trưởng bao che' }, [[6, 'superiorNamed']]],
])('kept away from a report: %s', (_, matter, expected) => {
  const found = conflictsOf({ text: '', subjectIds: [], step: null, recorded: [], ...matter }, everybody);

  expect(found.map(({ officerId, because }) => [officerId, because])).toEqual(expected);
});

function officer(id: number, name: string, title: string): KnownOfficer {
  return { id, name, title, isManager: false, unitNames: ['Đội Thông quan'] };
}
