import { phraseFinder } from '../find-phrases.ts';
import type { Normalised } from '../normalise.ts';
import { readPhraseBook } from '../phrase-book.ts';

export type Channel = 'green' | 'yellow' | 'red';

const find = phraseFinder(
  readPhraseBook({
    green: `
1: luồng xanh | vào xanh | ra xanh | toàn xanh | được xanh | luồng 1 | luồng một | green channel | green lane | green line | xanh | 녹색 | 그린
3: sang xanh | chuyển xanh | thành xanh`,
    yellow: `
1: luồng vàng | vào vàng | ra vàng | bị vàng | dính vàng | đang vàng | luồng 2 | luồng hai | yellow channel | yellow lane | yellow line | vàng | 황색 | 노란 | 옐로
3: sang vàng | chuyển vàng | thành vàng | sang luồng vàng | chuyển luồng vàng`,
    red: `
1: luồng đỏ | vào đỏ | ra đỏ | bị đỏ | dính đỏ | toàn đỏ | đỏ suốt | đỏ liên tục | nhảy đỏ | luồng 3 | luồng ba | red channel | red lane | red line | đỏ | 적색 | 빨간 | 레드
3: sang đỏ | chuyển đỏ | thành đỏ | bẻ đỏ | sang luồng đỏ | chuyển luồng đỏ`,
    none: `
1: giá vàng | hàng vàng | màu vàng | màu đỏ | màu xanh | thẻ vàng | thẻ xanh | thẻ đỏ | sổ đỏ | mỗi luồng | cả 3 luồng | 3 luồng | ba luồng | bao nhiêu luồng | lý do | tự do | do`,
  }),
);

/** The risk channel a declaration is in. Where it has been moved, the one it was moved to. */
export function findChannel(text: Normalised): Channel | null {
  const found = find(text).filter(({ phrase, from }) => isMeant(text, phrase.words?.length ?? 0, from));
  const colours = found.filter(({ phrase }) => phrase.label !== 'none');
  const moved = colours.find(({ phrase }) => phrase.weight === 3);
  const channels = [...new Set(colours.map(({ phrase }) => phrase.label as Channel))];
  if (moved !== undefined) return moved.phrase.label as Channel;
  return channels.length === 1 ? (channels[0] ?? null) : null;
}

// A bare colour counts where declarations or inspection are spoken of and marks make it a colour ("do" is mostly because).
function isMeant(text: Normalised, length: number, from: number): boolean {
  if (length !== 1) return true;
  const speaksOfChannels = text.words.some(({ folded }) => folded === 'luong' || folded === 'channel');
  return text.words[from]?.marked === true && speaksOfChannels;
}
