import { phraseFinder } from './find-phrases.ts';
import type { Normalised } from './normalise.ts';
import { readPhraseBook } from './phrase-book.ts';
import { addUp } from './score.ts';

export const urgencyReasons = [
  'perishableGoods',
  'vesselCutOff',
  'storageCharges',
  'productionStop',
  'saidSo',
] as const;

export type UrgencyReason = (typeof urgencyReasons)[number];
export type Urgency = { value: false } | { value: true; because: UrgencyReason };

const reasons: Readonly<Record<UrgencyReason, string>> = {
  perishableGoods: `
3: hàng tươi | hàng tươi sống | tươi sống | hàng đông lạnh | đông lạnh | hàng lạnh | hàng mát | cont lạnh | container lạnh | dễ hư hỏng | mau hỏng | sắp hỏng | hư hỏng | bị hỏng | thối | trái cây tươi | hoa tươi | rau quả | thủy sản tươi | hải sản tươi | tôm sống | cua sống | động vật sống | vắc xin | vaccine | hàng nguy hiểm | perishable* | fresh fruit | fresh food | frozen | reefer | spoil* | 신선 | 냉동 | 냉장 | 부패`,
  vesselCutOff: `
3: cắt máng | closing time | cut off | cy cut | cutoff | giờ cắt | tàu cắt | tàu chạy | tàu sắp chạy | tàu rời | tàu khởi hành | trễ tàu | lỡ tàu | rớt tàu | rớt cont | kịp tàu | kịp chuyến | kịp giờ tàu | vessel leaves | vessel departs | vessel cut | miss the vessel | ship leaves | bay tối nay | chuyến bay | 선적 마감 | 출항`,
  storageCharges: `
3: lưu bãi | lưu cont | lưu container | lưu kho | phí lưu | dem | det | demurrage | detention | storage charge* | storage fee* | lưu bãi lưu cont | hết hạn lưu | hết free time | 체화료 | 보관료
-3: địa điểm lưu kho | mã lưu kho | nơi lưu kho`,
  productionStop: `
3: dừng chuyền | dừng dây chuyền | dừng sản xuất | ngừng sản xuất | thiếu nguyên liệu sản xuất | đứt chuyền | nhà máy dừng | production line stop* | line down | production stop* | phạt hợp đồng | 생산 중단 | 라인 중단`,
  saidSo: `
3: gấp | rất gấp | gấp lắm | hàng gấp | cần gấp | khẩn | khẩn cấp | khẩn trương | ngay bây giờ | ngay lập tức | càng sớm càng tốt | trong hôm nay | asap | urgent* | emergency | immediately | as soon as possible | 긴급 | 급합 | 급히 | 시급
-3: gấp đôi | gấp ba | gấp nhiều lần | không gấp`,
};

const find = phraseFinder(readPhraseBook(reasons));

/** Whether goods or people cannot wait, and the strongest ground for it. Physical grounds come before the mere word. */
export function urgencyOf(text: Normalised): Urgency {
  const scores = addUp<UrgencyReason>(find(text), text);
  for (const because of urgencyReasons) {
    // Half a point is left of a bare one-word guess in a text without marks; more than a guess is asked for.
    if ((scores.get(because)?.sum ?? 0) >= 1.5) return { value: true, because };
  }
  return { value: false };
}
