import { expect, test } from 'vitest';
import { drawFirstPicture } from '../../src/console/first-picture.tsx';
import type { CaseCounts, CaseListItem, CaseListPage, OfficerView, SessionView } from '../../src/http/views.ts';

const address = '/console/cases?box=all';
const officer: OfficerView = { id: 1, name: 'Vũ Hà', title: 'Công chức', role: 'officer', unitName: 'Đội 1' };
const evil = '<img src=x onerror=alert(1)> & "con"';

test('a list is drawn whole before any script runs: the page, the cases with their clocks, what is unread', async () => {
  const picture = await drawFirstPicture({
    address,
    language: 'vi',
    nonce: 'n0nce',
    answers: answersFor('Phạm Ngọc Lan', [caseOf('VM-2026-000123', 'Công ty Sao Vàng')], 2),
  });

  expect(textOf(picture)).toMatch(
    /Tất cả 1 .*Công ty Sao Vàng 30 phút VM-2026-000123 · C\/O mẫu D bị từ chối 2 VH Phản hồi đầu : còn 1 giờ 30 phút/u,
  );
  expect(picture).toContain('href="/console/cases/VM-2026-000123');
  expect(picture).toContain('<style data-mantine-styles="true" nonce="n0nce">');
});

test('two who open their pages at the same moment see each their own', async () => {
  const [lan, tuan] = await Promise.all([
    drawFirstPicture({
      address,
      language: 'vi',
      nonce: 'a',
      answers: answersFor('Phạm Ngọc Lan', [caseOf('VM-2026-000001', 'Công ty Một')]),
    }),
    drawFirstPicture({
      address,
      language: 'en',
      nonce: 'b',
      answers: answersFor('Trần Anh Tuấn', [caseOf('VM-2026-000002', 'Công ty Hai')]),
    }),
  ]);

  expect([textOf(lan).includes('Công ty Một'), textOf(lan).includes('Công ty Hai')]).toEqual([true, false]);
  expect([textOf(tuan).includes('Công ty Một'), textOf(tuan).includes('Công ty Hai')]).toEqual([false, true]);
  expect([textOf(lan).includes('Chưa đóng'), textOf(tuan).includes('Not closed')]).toEqual([true, true]);
});

test('what people wrote stays text', async () => {
  const picture = await drawFirstPicture({
    address,
    language: 'vi',
    nonce: 'n',
    answers: answersFor(evil, [caseOf('VM-2026-000001', evil)]),
  });

  expect(picture).not.toContain('<img');
  expect(picture).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

test('what is not brought along makes no picture, and the next one is drawn all the same', async () => {
  const answers = answersFor('Phạm Ngọc Lan', [caseOf('VM-2026-000001', 'Công ty Một')]);
  const { '/api/v1/session': _, ...without } = answers;

  await expect(drawFirstPicture({ address, language: 'vi', nonce: 'n', answers: without })).rejects.toThrow();
  expect(textOf(await drawFirstPicture({ address, language: 'vi', nonce: 'n', answers }))).toContain('Công ty Một');
});

/** What the desk answers to an officer of this name whose list holds these cases. */
function answersFor(name: string, items: readonly CaseListItem[], unread = 0): Record<string, unknown> {
  const session: SessionView = {
    officer: { ...officer, name, email: 'lan.pham@haiquan.example' },
    ...{ unacknowledgedAlerts: 0, watchingNews: 0, correctiveActions: 0 },
    ...{ permissions: ['readCases', 'workOnCases'], isDemonstration: false, hasAssistant: false },
    serverTime: '2026-03-06T02:00:00.000Z',
  };
  const counts: CaseCounts = { mine: 0, unassigned: 0, all: items.length, overdue: 0 };
  const list: CaseListPage = { items: [...items], nextCursor: null };
  const references = items.map(({ reference }) => reference).join(',');
  return {
    '/api/v1/session': session,
    '/api/v1/case-reminders': [],
    '/api/v1/cases/counts': counts,
    '/api/v1/saved-filters': [],
    '/api/v1/cases?box=all': list,
    [`/api/v1/case-marks?${new URLSearchParams({ references })}`]: items.map(({ reference }) => ({
      ...{ reference, unread, present: [] },
    })),
  };
}

function caseOf(reference: string, enterprise: string): CaseListItem {
  const clock = {
    kind: 'firstResponse',
    cycle: 1,
    level: 1,
    state: 'running',
    stoppedAt: null,
    pausedBecause: null,
  } as const;
  return {
    ...{ reference, kind: 'issue', state: 'open', level: 1, assignee: officer, unitName: 'Đội 1' },
    enterprise: { name: enterprise, taxCode: '0200000003', isVerified: true },
    ...{ category: 'origin_co', categoryLabel: 'Xuất xứ, C/O', urgent: false, channel: 'zalo' },
    ...{ description: 'C/O mẫu D bị từ chối', lastMessage: null, openedAt: '2026-03-06T01:30:00.000Z' },
    nextDueAt: '2026-03-06T03:30:00.000Z',
    labels: [{ id: 1, name: 'Hàng dễ hỏng', colour: 'orange' }],
    clocks: [{ ...clock, dueAt: '2026-03-06T03:30:00.000Z', allowedMinutes: 120 }],
  };
}

/** What a reader sees of it. */
function textOf(markup: string): string {
  return markup
    .replaceAll(/<style.*?<\/style>/gsu, '')
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');
}
