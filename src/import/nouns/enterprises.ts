import { readEmail, readPhones } from '../cells/reachable.ts';
import { textReader } from '../cells/text.ts';
import { readYesNo } from '../cells/vocabulary.ts';
import { asItStands, defineForm } from './define-form.ts';
import type { Noun } from './form.ts';
import { taxCodeColumn } from './tax-code-column.ts';

export interface EnterpriseRow {
  taxCode: string;
  name: string;
  nameEnglish: string | null;
  address: string | null;
  /** Each as 84 and the number without its zero. */
  phones: readonly string[] | null;
  email: string | null;
  /** Null where the file does not say. */
  isCustomsBroker: boolean | null;
  note: string | null;
}

export const enterprises: Noun<EnterpriseRow> = {
  name: 'enterprises',
  title: 'doanh nghiệp',
  forms: [
    defineForm<EnterpriseRow, EnterpriseRow>({
      title: 'Doanh nghiệp',
      columns: {
        taxCode: taxCodeColumn,
        name: {
          header: 'Tên doanh nghiệp',
          synonyms: [
            'Tên DN',
            'Tên công ty',
            'Doanh nghiệp',
            'Tên đơn vị',
            'Tên người nộp thuế',
            'Tên tổ chức',
            'Công ty',
            'Tên',
            'Company name',
            'Company',
            'Enterprise',
            'Name',
          ],
          isRequired: true,
          read: textReader(300),
          example: 'Công ty TNHH Ví dụ Hải Phòng',
          help: 'Tên đầy đủ theo giấy chứng nhận đăng ký.',
        },
        nameEnglish: {
          header: 'Tên tiếng Anh',
          synonyms: ['Tên nước ngoài', 'Tên giao dịch', 'Tên quốc tế', 'English name', 'Name in English'],
          isRequired: false,
          read: textReader(300),
          example: 'Hai Phong Example Co., Ltd.',
          help: 'Nếu có.',
        },
        address: {
          header: 'Địa chỉ',
          synonyms: ['Địa chỉ trụ sở', 'Địa chỉ doanh nghiệp', 'Địa chỉ DN', 'Trụ sở', 'Trụ sở chính', 'Address'],
          isRequired: false,
          read: textReader(500),
          example: 'Số 1 đường Ví dụ, Hải Phòng',
          help: 'Địa chỉ trụ sở.',
        },
        phones: {
          header: 'Điện thoại',
          synonyms: [
            'Số điện thoại',
            'SĐT',
            'Số ĐT',
            'ĐT',
            'Điện thoại liên hệ',
            'Số điện thoại liên hệ',
            'Di động',
            'Tel',
            'Phone',
            'Phones',
            'Mobile',
          ],
          isRequired: false,
          read: readPhones,
          example: '0912345678; 02253836262',
          help: 'Một hoặc nhiều số, cách nhau bằng dấu chấm phẩy. Dùng để đối chiếu khi người của doanh nghiệp liên kết.',
        },
        email: {
          header: 'Email',
          synonyms: ['Thư điện tử', 'Địa chỉ email', 'Địa chỉ thư điện tử', 'E-mail', 'Hộp thư', 'Mail'],
          isRequired: false,
          read: readEmail,
          example: 'lienhe@vidu.com.vn',
          help: 'Một địa chỉ.',
        },
        isCustomsBroker: {
          header: 'Đại lý hải quan',
          synonyms: [
            'Là đại lý hải quan',
            'Đại lý làm thủ tục hải quan',
            'Đại lý',
            'ĐLHQ',
            'Đại lý HQ',
            'Customs broker',
            'Broker',
          ],
          isRequired: false,
          read: readYesNo,
          example: 'Không',
          help: 'Có hoặc Không. Đại lý làm thủ tục cho nhiều doanh nghiệp. Bỏ trống nếu chưa rõ.',
          choices: ['Có', 'Không'],
        },
        note: {
          header: 'Ghi chú',
          synonyms: ['Chú thích', 'Diễn giải', 'Note', 'Notes', 'Remark', 'Remarks'],
          isRequired: false,
          read: textReader(1000),
          example: '',
          help: 'Không bắt buộc.',
        },
      },
      build: asItStands,
      key: ({ taxCode }) => taxCode,
    }),
  ],
};
