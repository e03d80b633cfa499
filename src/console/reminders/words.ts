import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  remind: 'Nhắc tôi lúc…',
  title: (reference: string) => `Nhắc lại ${reference}`,
  hint: 'Chỉ anh/chị được nhắc, tại đây và trong cuộc trò chuyện liên kết. Thời hạn của vụ việc vẫn tính như cũ.',
  suggested: {
    inAnHour: 'Một giờ nữa',
    thisAfternoon: 'Chiều nay',
    nextMorning: 'Sáng ngày làm việc tới',
    nextMonday: 'Sáng thứ Hai',
  },
  at: 'Hoặc vào',
  note: 'Để nhớ việc gì (không bắt buộc)',
  timeNeeded: 'Anh/chị chọn giờ nhắc',
  set: 'Đặt lời nhắc',
  due: 'Đến giờ nhắc',
  setFor: (moment: string) => `nhắc lúc ${moment}`,
  later: 'Nhắc lại sau',
  done: 'Xong',
  drop: 'Bỏ lời nhắc',
};

const english: typeof vietnamese = {
  remind: 'Remind me at…',
  title: (reference) => `Remind me of ${reference}`,
  hint: 'Only you are reminded, here and in your linked chat. The deadlines of the case go on.',
  suggested: {
    inAnHour: 'In an hour',
    thisAfternoon: 'This afternoon',
    nextMorning: 'Next working morning',
    nextMonday: 'Monday morning',
  },
  at: 'Or at',
  note: 'What for (optional)',
  timeNeeded: 'Please choose a time',
  set: 'Set the reminder',
  due: 'Reminders that are due',
  setFor: (moment) => `reminder at ${moment}`,
  later: 'Later',
  done: 'Done',
  drop: 'Remove the reminder',
};

export function useReminderWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
