import { expect, test } from 'vitest';
import { arrived } from '../../src/console/alerts/arrived.ts';
import type { AlertView } from '../../src/http/views.ts';

const since = '2026-03-06T09:00:00.000+07:00';

test('an alert that came after the page had begun to read and before toasts were loaded is pointed out, older ones are not', () => {
  const alerts = [anAlert(7, '09:00:00.400'), anAlert(6, '08:59:59.900'), anAlert(5, '08:59:00.000')];

  expect(idsOf(arrived(alerts, { seenId: null, since }))).toEqual([7, 6]);
});

test('later each alert is pointed out once, and none that was acknowledged meanwhile', () => {
  const alerts = [
    anAlert(9, '09:05:00.000'),
    { ...anAlert(8, '09:04:00.000'), acknowledgedAt: since },
    anAlert(7, '09:03:00.000'),
  ];

  expect(idsOf(arrived(alerts, { seenId: 7, since }))).toEqual([9]);
});

function anAlert(id: number, time: string): AlertView {
  return {
    ...{ id, reference: 'VM-2026-000123', kind: 'raised', text: '', enterprise: null, needsAcknowledgement: true },
    ...{ createdAt: `2026-03-06T${time}+07:00`, acknowledgedAt: null, deliveredAt: null, level: 2 },
  };
}

function idsOf(alerts: readonly AlertView[]): number[] {
  return alerts.map(({ id }) => id);
}
