import type { CategoryCode } from '../identity/categories.ts';
import { isCategoryCode } from '../identity/categories.ts';

/** The steps of a declaration as the customs system records them. */
export type StepName =
  | 'registered'
  | 'documentCheck'
  | 'physicalInspection'
  | 'channelChange'
  | 'released'
  | 'stored'
  | 'cleared';

/** Who did a step, and when. */
export interface RecordedStep {
  step: StepName;
  /** ISO instant. */
  at: string;
  officerId: number;
}

// Whoever did the step knows the file. Categories that are left out belong to no one step.
const stepsOfCategory: Partial<Record<CategoryCode, readonly StepName[]>> = {
  origin_co: ['documentCheck'],
  hs_classification: ['documentCheck'],
  customs_valuation: ['documentCheck'],
  specialised_inspection: ['documentCheck'],
  declaration_amend_cancel: ['documentCheck'],
  processing_delay: ['documentCheck', 'physicalInspection'],
  channel_inspection: ['physicalInspection', 'channelChange'],
  supervision_vasscm: ['released', 'stored', 'cleared', 'physicalInspection'],
};

/** The steps of a declaration that a matter of this category is about; none where the category belongs to no one step. */
export function stepsInQuestion(category: string): readonly StepName[] {
  return isCategoryCode(category) ? (stepsOfCategory[category] ?? []) : [];
}

/** The recorded steps that the matter is about, newest first. */
export function recordedInQuestion(recorded: readonly RecordedStep[], category: string): RecordedStep[] {
  const wanted = stepsInQuestion(category);
  return recorded.filter(({ step }) => wanted.includes(step)).toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

export const stepLabels: Readonly<Record<StepName, string>> = {
  registered: 'đăng ký tờ khai',
  documentCheck: 'kiểm tra hồ sơ',
  physicalInspection: 'kiểm tra thực tế hàng hóa',
  channelChange: 'chuyển luồng',
  released: 'giải phóng hàng',
  stored: 'đưa hàng về bảo quản',
  cleared: 'thông quan',
};
