import type { UrgencyReason } from '../understanding/urgency.ts';

/** What is said where a message can be read in more than one way, or holds more than one matter. */
export const meaningVi = {
  ask: 'Tôi chưa chắc đã hiểu đúng ý anh/chị. Anh/chị muốn:',
  meanings: {
    raise_issue: 'Gửi vướng mắc này',
    case_status: 'Hỏi vụ việc đã gửi',
    lookup_appendix: 'Tra cứu phụ lục',
    rate_service: 'Đánh giá',
    talk_to_officer: 'Gặp cán bộ',
    complaint_officer: 'Phản ánh về cán bộ',
  },
  other: 'Khác',
  kept: 'Nội dung vừa nhắn vẫn được giữ. Anh/chị bấm *Gửi cho cán bộ* để cán bộ đọc trực tiếp, hoặc chọn một mục bên dưới.',
  questionGone: 'Câu hỏi này đã qua. Anh/chị cần hỗ trợ việc gì, cứ chọn hoặc nhắn giúp.',

  unsure: (label: string) => `${label} (chưa chắc)`,
  chooseCategory: 'Tôi chưa chắc về loại việc; nếu thấy loại đúng bên dưới, anh/chị bấm giúp.',
  urgentBecause: {
    perishableGoods: 'hàng tươi, dễ hỏng',
    vesselCutOff: 'sắp đến giờ tàu',
    storageCharges: 'đang phát sinh phí lưu bãi',
    productionStop: 'nhà máy sắp dừng sản xuất',
    saidSo: 'theo đề nghị của anh/chị',
  } satisfies Record<UrgencyReason, string>,

  asideKept: 'Phiếu đang soạn vẫn được giữ.',
  goOn: 'Tiếp tục phiếu đang soạn',
  drop: 'Bỏ phiếu',
  dropped: 'Đã bỏ phiếu đang soạn. Nội dung trong phiếu chưa được gửi đi.',
  noneKept: 'Hiện không có phiếu nào đang soạn dở.',
  expired: (description: string) =>
    `Phiếu anh/chị soạn dở${description === '' ? '' : ` (“${description}”)`} đã quá một ngày nên không còn được giữ. Nếu vẫn cần, anh/chị nhắn lại nội dung giúp.`,

  twoMatters: (second: string) =>
    `Tin này dường như có *hai việc*. Việc thứ hai: “${second}”. Nếu đúng, anh/chị bấm *Tách thành hai phiếu* để mỗi việc có người phụ trách riêng.`,
  split: 'Tách thành hai phiếu',
  secondWaits: (second: string) => `Việc thứ hai vẫn được giữ và sẽ làm ngay sau khi gửi phiếu này: “${second}”.`,
  nowSecond: 'Giờ đến việc thứ hai anh/chị vừa nêu.',

  /** Said where answers come in another language than the conversation's; here they do not. */
  answersInVietnamese: '',
};

export type MeaningPhrases = typeof meaningVi;
