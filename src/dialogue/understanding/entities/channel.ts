import { type Found, phraseFinder } from '../find-phrases.ts';
import type { Normalised } from '../normalise.ts';
import { readPhraseBook } from '../phrase-book.ts';

export type Channel = 'green' | 'yellow' | 'red';

const colours: Readonly<Record<Channel, { vi: string; en: string; number: string }>> = {
  green: { vi: 'xanh', en: 'green', number: '1' },
  yellow: { vi: 'vàng', en: 'yellow', number: '2' },
  red: { vi: 'đỏ', en: 'red', number: '3' },
};

// A movement names the channel it ends in: "từ luồng xanh sang đỏ" is red.
const movedTo = [
  ...'sang|thành|nhảy|nhảy sang|chuyển|chuyển thành|đổi thành|bẻ|bẻ sang'.split('|'),
  // Without marks "qua đỏ" is "qua đó"; with these verbs it is the word luồng that makes it a channel.
  ...'sang|thành|nhảy|chuyển|qua|lên|xuống|về'.split('|').map((verb) => `${verb} luồng`),
];
const movedToInEnglish = ['to', 'to the', 'into', 'into the', 'became', 'turned'];

const find = phraseFinder(
  readPhraseBook({
    green: `
1: luồng xanh | vào xanh | ra xanh | toàn xanh | được xanh | luồng 1 | luồng một | green channel | green lane | green line | xanh | 녹색 | 그린
${movements('green')} | 녹색으로 | 그린으로`,
    yellow: `
1: luồng vàng | vào vàng | ra vàng | bị vàng | dính vàng | đang vàng | luồng 2 | luồng hai | yellow channel | yellow lane | yellow line | vàng | 황색 | 노란 | 옐로
${movements('yellow')} | 황색으로 | 노란색으로 | 옐로우로`,
    red: `
1: luồng đỏ | vào đỏ | ra đỏ | bị đỏ | dính đỏ | toàn đỏ | đỏ suốt | đỏ liên tục | luồng 3 | luồng ba | red channel | red lane | red line | đỏ | 적색 | 빨간 | 레드
${movements('red')} | 적색으로 | 빨간색으로 | 레드로`,
    none: `
1: giá vàng | hàng vàng | màu vàng | màu đỏ | màu xanh | thẻ vàng | thẻ xanh | thẻ đỏ | sổ đỏ | mỗi luồng | cả 3 luồng | 3 luồng | ba luồng | bao nhiêu luồng | lý do | tự do | do`,
  }),
);

function movements(channel: Channel): string {
  const { vi, en, number } = colours[channel];
  const ways = [
    ...movedTo.map((verb) => `${verb} ${vi}`),
    `sang luồng ${number}`,
    `thành luồng ${number}`,
    `qua luồng ${number}`,
    ...movedToInEnglish.map((verb) => `${verb} ${en}`),
  ];
  return `3: ${ways.join(' | ')}`;
}

/** The risk channel a declaration is in. Where it has been moved, the one it was last moved to. */
export function findChannel(text: Normalised): Channel | null {
  const found = find(text).filter((each) => isMeant(text, each));
  const named = found.filter(({ phrase }) => phrase.label !== 'none');
  const moved = named.filter(({ phrase }) => phrase.weight === 3).toSorted((a, b) => a.until - b.until);
  const channels = [...new Set(named.map(({ phrase }) => phrase.label as Channel))];
  const last = moved.at(-1);
  if (last !== undefined) return last.phrase.label as Channel;
  return channels.length === 1 ? (channels[0] ?? null) : null;
}

// A bare colour counts where declarations or inspection are spoken of and marks make it a colour ("do" is mostly because).
function isMeant(text: Normalised, { phrase, until }: Found): boolean {
  const last = text.words[until - 1];
  if (last?.folded === 'do' && !last.marked && text.isMarked) return false;
  if (phrase.words?.length !== 1) return true;
  const speaksOfChannels = text.words.some(({ folded }) => folded === 'luong' || folded === 'channel');
  return last?.marked === true && speaksOfChannels;
}
