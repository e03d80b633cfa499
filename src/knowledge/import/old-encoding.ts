// What the commonest Vietnamese letters of TCVN3 and VNI fonts look like where they are read as Latin-1.
const tcvn3 = /[µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞ]/gu;
const vni = /[aeiouyd][øùûüúïéäåáàèëêõôûùòóöæÑñ]/giu;
const unicode = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđăơư]/giu;

/** Whether a text was typed with fonts from before Unicode: many of their signs, and hardly a letter of today's. */
export function usesOldEncoding(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const old = Math.max(text.match(tcvn3)?.length ?? 0, text.match(vni)?.length ?? 0);
  const today = text.match(unicode)?.length ?? 0;
  return letters > 40 && old > 0.05 * letters && today < 0.2 * old;
}
