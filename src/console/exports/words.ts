import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  pages: 'Trang điều hành',
  today: 'Hôm nay',
  wall: 'Bảng chuyển cấp',
  compliance: 'Giữ thời hạn',
  spreadsheet: 'Tải XLSX',
  print: 'In hoặc lưu PDF',
};

const english: typeof vietnamese = {
  pages: 'Pages of managers',
  today: 'Today',
  wall: 'Escalation wall',
  compliance: 'Compliance',
  spreadsheet: 'Download XLSX',
  print: 'Print or save as PDF',
};

export function useManagerWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
