import type { Language } from '../language.ts';
import { fillSlots } from './fill-slots.ts';
import { oneOf, type Random } from './random.ts';
import type { Seed } from './read-seeds.ts';

type Frame = { before: readonly string[]; after: readonly string[] };

// Manners around a message. They are put around every label, so that none of them is learnt as one.
const frames: Readonly<Record<Language, Frame>> = {
  vi: {
    before: [
      'cho em hỏi ',
      'cho mình hỏi chút ',
      'anh chị ơi ',
      'ad ơi ',
      'dạ anh chị cho em hỏi ',
      'chào anh chị, ',
      'kính gửi hải quan, ',
      'dạ em chào ad, ',
      'a chị cho e hỏi ',
      'nhờ anh chị xem giúp ',
      'mọi người ơi ',
      'báo cáo anh, ',
      'bên em đang vướng: ',
      'em xin hỏi ',
      'xin phép hỏi ',
      'alo ',
      '',
      '',
      '',
      '',
    ],
    after: [
      ' ạ',
      ' ạ?',
      ' với ạ',
      ' giúp em với',
      ', em cảm ơn',
      ', cảm ơn anh chị nhiều',
      ', nhờ anh chị hỗ trợ',
      ' nhé',
      ' vậy ad',
      ' vậy anh',
      ', mong phản hồi sớm',
      ', gấp lắm ạ',
      ', hướng dẫn em với',
      '?',
      '.',
      '',
      '',
      '',
      '',
    ],
  },
  en: {
    before: ['Hi, ', 'Hello sir, ', 'Dear customs, ', 'Good morning, ', 'Dear all, ', 'please advise: ', '', '', ''],
    after: [' Thank you', ' thanks', ', please advise', ' asap please', ' please help', ' sir', '', '', ''],
  },
  ko: {
    before: ['안녕하세요. ', '문의드립니다. ', '수고하십니다. ', '저희 회사는 ', '급합니다. ', '', '', ''],
    after: [' 감사합니다', ' 부탁드립니다', ' 빨리 알려 주세요', ' 확인 부탁드려요', '', '', ''],
  },
};

/** The text with a greeting, a plea or nothing around it. */
export function framed(text: string, { label, language }: Seed, random: Random): string {
  const { before, after } = frames[language];
  // "Cho em hỏi xin chào" is said by nobody, and a greeting around chit-chat tells nothing.
  if (label === 'smalltalk') return random() < 0.4 ? `${text}${oneOf([' ạ', ' nhé', ' nha', '!', '.'], random)}` : text;
  const opening = oneOf(before, random);
  const start = opening === '' || /^(?:\p{Lu}{2}|<)/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
  const closing = oneOf(after, random);
  return `${opening}${closing === '' ? start : start.replace(/[?.!]+$/, '')}${closing}`;
}

const circumstances: Readonly<Record<Language, readonly string[]>> = {
  vi: [
    'tờ khai <decl>',
    'lô <goods>',
    'công ty em mst <mst>',
    'hàng đang ở cảng <place>',
    'hàng về <day>',
    'cont <cont>',
    'bên em ở <place>',
    'mặt hàng <goods> nhập từ <country>',
    'em làm ở <office>',
    'lô trị giá <money>',
    'khách giục quá',
    'lần đầu em gặp',
    'tờ <decl> mở <day>',
    'sếp em hỏi',
  ],
  en: [
    'declaration <decl>',
    'our cargo of <goods>',
    'container <cont>',
    'tax code <mst>',
    'goods at <place>',
    'entry <decl>',
  ],
  ko: ['신고번호 <decl>', '<goods> 화물입니다', '컨테이너 <cont>', '사업자번호 <mst>', '하이퐁 공장입니다'],
};

/** The text with the goods, the number or the place it is about, which belong to every subject alike. */
export function withCircumstance(text: string, language: Language, random: Random): string {
  const said = fillSlots(oneOf(circumstances[language], random), language, random);
  const plain = text.replace(/[.?!]+$/, '');
  return random() < 0.5 ? `${plain}, ${said}` : `${said}, ${plain.charAt(0).toLowerCase()}${plain.slice(1)}`;
}
