import { expect, test } from 'vitest';
import { type RoutingReason, sayOtherReason, sayReason } from '../../../src/rules/routing/reason.ts';

const reason: RoutingReason = { unit: 'office', rule: null, officer: 'onDuty', step: null, otherThanUnitId: null };
const words = { unitName: 'Cảng HP 3', otherThanUnitName: null, officerName: 'Nguyễn Thị Lan' };

test.each<[Partial<RoutingReason>, string]>([
  [
    {},
    'Cảng HP 3 phụ trách vì là đơn vị hải quan trên tờ khai. Giao cho Nguyễn Thị Lan vì đang trực và đang giữ ít việc nhất.',
  ],
  [
    { unit: 'keptUnit', officer: 'standsInForRecorded', step: 'physicalInspection' },
    'Người phụ trách trước không còn xử lý được, Cảng HP 3 tiếp tục phụ trách. Giao cho Nguyễn Thị Lan vì đang thay người đã làm bước kiểm tra thực tế hàng hóa của tờ khai.',
  ],
  [
    { unit: 'internalControl', officer: 'internalControl' },
    'Việc liên quan đến công chức do bộ phận kiểm tra nội bộ độc lập xử lý (PL07 Điều 4). Giao cho Nguyễn Thị Lan vì không liên quan đến nội dung phản ánh và đang giữ ít việc nhất.',
  ],
  [
    { unit: 'nobodyEligible', officer: 'nobodyEligible' },
    'Không còn ai đủ điều kiện độc lập nên vụ việc nằm ở hàng chờ của Cảng HP 3. Chưa có công chức nào nhận được việc này.',
  ],
])('why is it with me: %o', (change, sentence) => {
  expect(sayReason({ ...reason, ...change }, words)).toBe(sentence);
});

test.each([
  ['raised:substitute', 'Cấp dưới chưa trả lời đúng hạn; Lan đang thay lãnh đạo phụ trách cấp tiếp theo.'],
  ['transferred:onDuty', 'Vụ việc được chuyển từ đơn vị khác đến và giao cho Lan.'],
  ['officerLeft', 'Người phụ trách trước đã chuyển công tác, vụ việc giao lại cho Lan.'],
  ['Đúng chuyên môn', 'Vụ việc được chuyển cho Lan, lý do: Đúng chuyên môn.'],
])('why is it with me, where a person decided: %s', (because, sentence) => {
  expect(sayOtherReason(because, 'Lan')).toBe(sentence);
});
