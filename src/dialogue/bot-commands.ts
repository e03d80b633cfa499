/** What the menu of an officer's linked chat shows. Each is understood by `flows/officer/read-wish.ts`. */
export const officerCommands = [
  { command: 'vuviec', description: 'Vụ việc của tôi' },
  { command: 'nhan', description: 'Nhận vụ việc' },
  { command: 'traloi', description: 'Trả lời doanh nghiệp' },
  { command: 'hoithem', description: 'Hỏi thêm doanh nghiệp' },
  { command: 'giaiquyet', description: 'Trả lời và báo đã giải quyết' },
  { command: 'chuyen', description: 'Chuyển vụ việc' },
  { command: 'ghichu', description: 'Ghi chú nội bộ' },
  { command: 'huy', description: 'Bỏ việc đang làm' },
  { command: 'trogiup', description: 'Trợ giúp' },
  { command: 'huylienket', description: 'Bỏ liên kết cuộc trò chuyện này' },
] as const;

/** The commands that a chat platform shows in its menu. Each is understood by `respond`. */
export const botCommands = [
  { command: 'menu', vi: 'Mở menu', en: 'Menu', ko: '메뉴 열기' },
  { command: 'vuongmac', vi: 'Gửi vướng mắc', en: 'Report a problem', ko: '애로사항 접수' },
  { command: 'hoso', vi: 'Hồ sơ của tôi', en: 'My cases', ko: '내 문의 내역' },
  { command: 'tokhai', vi: 'Tờ khai của tôi', en: 'My declarations', ko: '내 신고서' },
  { command: 'danhgia', vi: 'Đánh giá', en: 'Rate a declaration', ko: '서비스 평가' },
  { command: 'tracuu', vi: 'Tra cứu phụ lục', en: 'Look up the appendices', ko: '부속서 조회' },
  { command: 'gapcanbo', vi: 'Gặp cán bộ', en: 'Talk to an officer', ko: '담당자 문의' },
  { command: 'sodienthoai', vi: 'Gửi số điện thoại', en: 'Share my number', ko: '전화번호 보내기' },
  { command: 'doanhnghiep', vi: 'Doanh nghiệp tôi đại diện', en: 'My enterprise', ko: '내 기업' },
  { command: 'xacminh', vi: 'Xác minh doanh nghiệp', en: 'Verify my enterprise', ko: '기업 확인' },
  { command: 'huy', vi: 'Thoát biểu mẫu đang nhập', en: 'Leave the form', ko: '작성 중인 양식 닫기' },
  { command: 'ngonngu', vi: 'Ngôn ngữ', en: 'Language', ko: '언어' },
  { command: 'dulieu', vi: 'Dữ liệu của tôi', en: 'My data', ko: '내 데이터' },
  { command: 'dongy', vi: 'Ý kiến về việc lưu thông tin', en: 'Consent', ko: '개인정보 보관 동의' },
] as const;
