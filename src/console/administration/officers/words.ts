import { counted } from '../../language/counted.ts';
import { useLanguage } from '../../language/language.tsx';

const vietnamese = {
  title: 'Công chức',
  lead: 'Ai giữ vị trí nào tại một ngày. Đổi vị trí và thôi việc có ngày hiệu lực; vụ việc đang mở được chuyển theo cách anh/chị chọn.',
  find: 'Tìm theo tên, thư điện tử, chức danh',
  unit: 'Đơn vị',
  allUnits: 'Mọi đơn vị',
  name: 'Họ và tên',
  jobTitle: 'Chức danh',
  role: 'Vai trò',
  email: 'Thư điện tử',
  emailAndSignIn: 'Thư điện tử, đăng nhập',
  count: (count: number) => `${count} công chức`,
  nobody: 'Không có công chức nào phù hợp.',
  create: 'Thêm công chức',
  correct: 'Sửa tên, thư',
  change: 'Đổi vị trí',
  leave: 'Thôi việc',
  leaveFrom: 'Ngày đầu tiên không còn làm việc',
  posts: 'Các vị trí',
  inactive: 'đã thôi việc',
  choose: 'Chọn một công chức để xem các vị trí và thay đổi.',
  cases: 'Vụ việc đang mở',
  passing: {
    route: 'Phân công lại theo trách nhiệm',
    queue: 'Về hàng chờ của đơn vị',
    officer: 'Giao cho một công chức',
  },
  toWhom: 'Giao cho',
};

type Words = typeof vietnamese;

const english: Words = {
  title: 'Officers',
  lead: 'Who holds which post on a day. Changes have their date; open cases are passed on as you choose.',
  find: 'Find by name, e-mail or title',
  unit: 'Unit',
  allUnits: 'Every unit',
  name: 'Name',
  jobTitle: 'Title',
  role: 'Role',
  email: 'E-mail',
  emailAndSignIn: 'E-mail, sign-in',
  count: (count) => counted(count, 'officer'),
  nobody: 'No officer matches.',
  create: 'Add an officer',
  correct: 'Correct name, e-mail',
  change: 'Change post',
  leave: 'Leaves',
  leaveFrom: 'First day without work',
  posts: 'Posts',
  inactive: 'left',
  choose: 'Choose an officer to see and change the posts.',
  cases: 'Open cases',
  passing: {
    route: 'Deal them again by responsibility',
    queue: "Into the unit's queue",
    officer: 'To one officer',
  },
  toWhom: 'To whom',
};

/** What the page of officers says, in the language of the console. */
export function useOfficerWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
