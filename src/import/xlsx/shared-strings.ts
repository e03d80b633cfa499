import { refuseFile } from '../refuse-file.ts';
import { plainText } from './escapes.ts';
import { readXml } from './xml.ts';

/** The texts that cells refer to by number. Text in several fonts is one text; readings in small print beside it are left out. */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>, mostChars: number): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let chars = 0;
  let isText = false;
  let isPhonetic = false;

  await readXml(chunks, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') strings.push(plainText(text));
    },
    text(piece) {
      if (!isText) return;
      chars += piece.length;
      if (chars > mostChars) throw refuseFile('Tệp Excel có quá nhiều chữ. Hãy lưu lại dạng .csv rồi thử lại.');
      text += piece;
    },
  });
  return strings;
}
