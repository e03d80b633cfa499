interface DemonstrationContact {
  login: string;
  name: string;
}

interface DemonstrationEnterprise {
  taxCode: string;
  name: string;
  contacts: readonly DemonstrationContact[];
}

/** Invented companies under tax codes that satisfy the check digit. */
export const enterprises: readonly DemonstrationEnterprise[] = [
  {
    taxCode: '0299101121',
    name: 'Công ty TNHH Điện tử Sao Biển',
    contacts: [
      { login: 'mai-sao-bien', name: 'Trần Thị Mai' },
      { login: 'hoang-sao-bien', name: 'Lê Việt Hoàng' },
    ],
  },
  {
    taxCode: '0299102453',
    name: 'Công ty CP Thủy sản Cánh Hải Âu',
    contacts: [{ login: 'nhan-hai-au', name: 'Phạm Văn Nhân' }],
  },
  {
    taxCode: '0299103714',
    name: 'Công ty TNHH Giao nhận Buồm Trắng',
    contacts: [
      { login: 'dung-buom-trang', name: 'Nguyễn Thùy Dung' },
      { login: 'khoa-buom-trang', name: 'Bùi Anh Khoa' },
    ],
  },
  {
    taxCode: '0299104884',
    name: 'Công ty CP Thép Sông Giá',
    contacts: [{ login: 'truong-song-gia', name: 'Vũ Xuân Trường' }],
  },
  {
    taxCode: '0299105341',
    name: 'Công ty TNHH Đồ gỗ Núi Voi',
    contacts: [{ login: 'hanh-nui-voi', name: 'Đặng Mỹ Hạnh' }],
  },
  {
    taxCode: '0899106273',
    name: 'Công ty TNHH Linh kiện Ô tô Kinh Môn',
    contacts: [
      { login: 'park-kinh-mon', name: 'Park Ji Hoon' },
      { login: 'ly-kinh-mon', name: 'Hoàng Hải Lý' },
    ],
  },
  {
    taxCode: '0899107164',
    name: 'Công ty CP Bao bì Côn Sơn Mới',
    contacts: [{ login: 'tam-con-son', name: 'Đỗ Minh Tâm' }],
  },
  {
    taxCode: '0999108531',
    name: 'Công ty TNHH May Phố Nối Xanh',
    contacts: [{ login: 'thu-pho-noi', name: 'Lương Thị Thu' }],
  },
  {
    taxCode: '1099109647',
    name: 'Công ty TNHH Nông sản Tiền Hải Xanh',
    contacts: [{ login: 'loc-tien-hai', name: 'Trịnh Xuân Lộc' }],
  },
  {
    taxCode: '0299110373',
    name: 'Công ty CP Thiết bị Y tế Lạch Tray',
    contacts: [{ login: 'quynh-lach-tray', name: 'Ngô Như Quỳnh' }],
  },
];
