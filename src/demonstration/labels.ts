import type { LabelColour } from '../rules/case/labels.ts';
import type { UnitCode } from './units.ts';

interface SampleLabel {
  name: string;
  colour: LabelColour;
  /** A unit's code, or null for everybody's. */
  unit: UnitCode | null;
}

/** How the officers of the demonstration sort their cases. */
export const labels = [
  { name: 'Chờ kết quả phân tích', colour: 'violet', unit: null },
  { name: 'Doanh nghiệp ưu tiên (AEO)', colour: 'blue', unit: null },
  { name: 'Hàng dễ hỏng', colour: 'orange', unit: null },
  { name: 'Phát sinh lưu bãi', colour: 'red', unit: null },
  { name: 'Vướng C/O', colour: 'green', unit: null },
  { name: 'Kiểm hóa bãi block C', colour: 'yellow', unit: 'R3-DV' },
  { name: 'Hỏi lại hệ thống VNACCS', colour: 'grey', unit: null },
  { name: 'Đã gọi điện cho doanh nghiệp', colour: 'teal', unit: null },
] as const satisfies readonly SampleLabel[];

export type LabelName = (typeof labels)[number]['name'];
