import type { AgreementTold } from '../desk/registry/take-agreements.ts';
import type { AssociationTold } from '../desk/registry/take-associations.ts';
import type { EnterpriseTold } from '../desk/registry/take-enterprises.ts';
import { enterprises } from './enterprises.ts';

interface Entry {
  address: string;
  /** Invented: 0225 000 is given to nobody. */
  phone: string;
  nameEnglish?: string;
  isCustomsBroker?: boolean;
  note?: string;
}

const entries: Readonly<Record<string, Entry>> = {
  '0299101121': {
    address: 'Lô D5, KCN Tràng Duệ, An Dương, Hải Phòng',
    phone: '842250000121',
    nameEnglish: 'Sao Bien Electronics Co., Ltd',
  },
  '0299102453': { address: 'Số 12 đường Cảng Cá, Đồ Sơn, Hải Phòng', phone: '842250000453' },
  '0299103714': {
    address: 'Tầng 6, 18 Trần Quang Khải, Hồng Bàng, Hải Phòng',
    phone: '842250000714',
    nameEnglish: 'Buom Trang Forwarding Co., Ltd',
    isCustomsBroker: true,
  },
  '0299104884': { address: 'KCN Bến Rừng, Thủy Nguyên, Hải Phòng', phone: '842250000884' },
  '0299105341': { address: 'Cụm công nghiệp An Lão, An Lão, Hải Phòng', phone: '842250000341' },
  '0899106273': {
    address: 'Lô XN12, KCN Đại An, Hải Dương',
    phone: '842200000273',
    nameEnglish: 'Kinh Mon Auto Parts Co., Ltd',
    note: 'Trao đổi bằng tiếng Hàn hoặc tiếng Anh.',
  },
  '0899107164': { address: 'Cụm công nghiệp Cộng Hòa, Chí Linh, Hải Dương', phone: '842200000164' },
  '0999108531': { address: 'KCN Phố Nối B, Yên Mỹ, Hưng Yên', phone: '842210000531' },
  '1099109647': { address: 'KCN Tiền Hải, Tiền Hải, Thái Bình', phone: '842270000647' },
  '0299110373': { address: 'Số 45 Lạch Tray, Ngô Quyền, Hải Phòng', phone: '842250000373' },
};

/** What the register says of the invented companies. */
export const registered: readonly EnterpriseTold[] = enterprises.flatMap(({ taxCode, name }) => {
  const entry = entries[taxCode];
  if (entry === undefined) return [];
  const { address, phone, nameEnglish = null, isCustomsBroker = null, note = null } = entry;
  return [{ taxCode, name, nameEnglish, address, phones: [phone], email: null, isCustomsBroker, note }];
});

/** An entry as it was before the company moved: the register remembers. */
export const registeredBefore: readonly EnterpriseTold[] = registered
  .filter(({ taxCode }) => taxCode === '0899106273')
  .map((entry) => ({ ...entry, address: 'Tầng 3, 15 Thanh Niên, Hải Dương', note: null }));

type Signed = readonly [
  taxCode: string,
  number: string,
  signedOn: string,
  template: AgreementTold['templateVersion'],
  state?: AgreementTold['state'],
];

const signed: readonly Signed[] = [
  ['0299101121', '0412/TTĐT', '2018-05-07', '2018', 'ended'],
  ['0299101121', '11873/TTĐT', '2020-03-12', '2020-02-17'],
  ['0299102453', '2260/TTĐT', '2018-09-20', '2018'],
  ['0299103714', '12044/TTĐT', '2020-03-26', '2020-02-17'],
  ['0299104884', '12815/TTĐT', '2020-05-15', '2020-02-17'],
  ['0299105341', '13120/TTĐT', '2020-06-09', '2020-02-17', 'suspended'],
  ['0899106273', '15903/TTĐT', '2020-10-02', '2020-02-17'],
  ['0899107164', '16201/TTĐT', '2020-10-29', '2020-02-17'],
  ['0999108531', '16688/TTĐT', '2020-11-20', '2020-02-17'],
  ['0299110373', '17102/TTĐT', '2020-12-11', '2020-02-17'],
];

export const agreements: readonly AgreementTold[] = signed.map(
  ([taxCode, number, signedOn, templateVersion, state = 'inForce']) => ({
    taxCode,
    enterpriseName: null,
    number,
    signedOn,
    templateVersion,
    state,
    unitCode: null,
    // The agreement of the older template ended on the day the new one was signed.
    validUntil: state === 'ended' ? '2020-03-12' : null,
  }),
);

/** Invented associations with the rules of working together that they signed. */
export const associations: readonly AssociationTold[] = [
  {
    form: 'association',
    code: 'HHLOG',
    name: 'Hiệp hội Giao nhận và Kho vận Cửa Biển (giả định)',
    regulationNumber: '07/QCPH',
    regulationSignedOn: '2019-06-18',
    members: ['0299103714', '0299110373', '0299104884'],
  },
  {
    form: 'association',
    code: 'HHFDI',
    name: 'Hội Doanh nghiệp Hàn Quốc vùng Duyên hải (giả định)',
    regulationNumber: '15/QCPH',
    regulationSignedOn: '2020-08-04',
    members: ['0899106273', '0299101121'],
  },
  {
    form: 'association',
    code: 'HHTS',
    name: 'Hiệp hội Chế biến Thủy sản Đồ Sơn (giả định)',
    regulationNumber: null,
    regulationSignedOn: null,
    members: ['0299102453'],
  },
];
