/** The commands that a chat platform shows in its menu. Each is understood by `respond`. */
export const botCommands = [
  { command: 'menu', vi: 'Mở menu', en: 'Menu' },
  { command: 'vuongmac', vi: 'Gửi vướng mắc', en: 'Report a problem' },
  { command: 'hoso', vi: 'Hồ sơ của tôi', en: 'My cases' },
  { command: 'tokhai', vi: 'Tờ khai của tôi', en: 'My declarations' },
  { command: 'gapcanbo', vi: 'Gặp cán bộ', en: 'Talk to an officer' },
  { command: 'sodienthoai', vi: 'Gửi số điện thoại', en: 'Share my number' },
  { command: 'doanhnghiep', vi: 'Doanh nghiệp tôi đại diện', en: 'My enterprise' },
  { command: 'xacminh', vi: 'Xác minh doanh nghiệp', en: 'Verify my enterprise' },
  { command: 'huy', vi: 'Thoát biểu mẫu đang nhập', en: 'Leave the form' },
  { command: 'ngonngu', vi: 'Ngôn ngữ', en: 'Language' },
  { command: 'dongy', vi: 'Ý kiến về việc lưu thông tin', en: 'Consent' },
] as const;
