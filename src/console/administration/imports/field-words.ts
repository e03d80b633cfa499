import { useRegistryWords } from '../../enterprises/words.ts';
import { useLanguage } from '../../language/language.tsx';
import { sayDay } from '../../time/days.ts';
import { shortDate, timeOfDay } from '../../time/moments.ts';
import { useAdministrationWords } from '../words.ts';

const vietnamese: Readonly<Record<string, string>> = {
  name: 'Tên',
  nameEnglish: 'Tên tiếng Anh',
  shortName: 'Tên ngắn',
  address: 'Địa chỉ',
  phones: 'Điện thoại',
  email: 'Email',
  isBroker: 'Đại lý hải quan',
  note: 'Ghi chú',
  enterprise: 'Doanh nghiệp',
  signedOn: 'Ngày ký',
  templateVersion: 'Mẫu',
  state: 'Tình trạng',
  unit: 'Đơn vị',
  validFrom: 'Từ ngày',
  validUntil: 'Hết hiệu lực từ',
  code: 'Mã',
  regulation: 'Quy chế phối hợp',
  regulationSignedOn: 'Ngày ký quy chế',
  members: 'Hội viên',
  number: 'Số tờ khai',
  taxCode: 'Mã số thuế',
  officeCode: 'Mã hải quan',
  typeCode: 'Loại hình',
  channel: 'Luồng',
  registeredAt: 'Đăng ký lúc',
  stateAt: 'Tình trạng từ',
  steps: 'Số bước',
  parent: 'Trực thuộc',
  title: 'Chức danh',
  role: 'Vai trò',
};

const english: Readonly<Record<string, string>> = {
  name: 'Name',
  nameEnglish: 'English name',
  shortName: 'Short name',
  address: 'Address',
  phones: 'Telephone',
  email: 'E-mail',
  isBroker: 'Customs broker',
  note: 'Note',
  enterprise: 'Enterprise',
  signedOn: 'Signed on',
  templateVersion: 'Template',
  state: 'State',
  unit: 'Unit',
  validFrom: 'From',
  validUntil: 'No longer from',
  code: 'Code',
  regulation: 'Regulation',
  regulationSignedOn: 'Regulation signed on',
  members: 'Members',
  number: 'Declaration',
  taxCode: 'Tax code',
  officeCode: 'Customs office',
  typeCode: 'Type',
  channel: 'Channel',
  registeredAt: 'Registered',
  stateAt: 'State since',
  steps: 'Steps',
  parent: 'Under',
  title: 'Title',
  role: 'Role',
};

const day = /^\d{4}-\d\d-\d\d$/u;
const instant = /^\d{4}-\d\d-\d\dT/u;

/** What a field of a record is called, and how its text is read: days and codes as people say them. */
export function useFieldWords(): { nameOf: (field: string) => string; say: (field: string, text: string) => string } {
  const { language } = useLanguage();
  const { agreementStates, states, channels } = useRegistryWords();
  const { roles } = useAdministrationWords();
  const isEnglish = language === 'en';
  const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    state: { ...states, ...agreementStates },
    channel: channels,
    role: roles,
    isBroker: isEnglish ? { true: 'yes', false: 'no' } : { true: 'có', false: 'không' },
  };
  const names = isEnglish ? english : vietnamese;
  return {
    nameOf: (field) => names[field] ?? field,
    say(field, text) {
      const named = codes[field]?.[text];
      if (named !== undefined) return named;
      if (day.test(text)) return sayDay(text);
      if (!instant.test(text)) return text;
      const at = Date.parse(text);
      // With its year, whatever the present one is: lists tell of years.
      return `${timeOfDay(at, language)} ${shortDate(at, 0)}`;
    },
  };
}
