import { fold } from '../rules/identity/fold.ts';
import { hideIdentifiers } from './identifiers.ts';
import { hideKnownNames, type NameList, nameListOf, namesByForm } from './names.ts';

/** Text that may leave the house, and what stands behind each mark in it. */
export interface Masking {
  mask(text: string): string;
  /** Puts what was masked back. Null where a mark stands for nothing: the model made it up. */
  unmask(text: string): string | null;
}

const mark = /⟦[^⟦⟧]*⟧?/gu;

/**
 * Hides what names a person, an enterprise, a place of business or a consignment before a text leaves the house: the names
 * that are known, and by their form numbers of eight digits and more, containers, addresses of mail, web and street, and
 * whoever is addressed by name. The same words have the same mark wherever they stand, so that a quotation comes back
 * letter for letter.
 */
export function openMasking(names: readonly string[], directory: NameList = nameListOf([])): Masking {
  const lists = [nameListOf(names), directory];
  const behind = new Map<string, string>();
  const marks = new Map<string, string>();

  function markFor(found: string, kind: string): string {
    const key = `${kind} ${found}`;
    const given = marks.get(key);
    if (given !== undefined) return given;
    const made = `⟦${kind}_${marks.size + 1}⟧`;
    marks.set(key, made);
    behind.set(made, found);
    return made;
  }

  return {
    mask(text) {
      // A text that brings marks of its own could ask for what stands behind them.
      const own = text.normalize('NFC').replaceAll('⟦', '[').replaceAll('⟧', ']');
      const known = hideKnownNames(own, lists, (found) => markFor(found, 'TEN'));
      const numbered = outsideMarks(known, (part) => hideIdentifiers(part, markFor));
      return namesByForm.reduce(
        (masked, [kind, pattern]) =>
          outsideMarks(masked, (part) =>
            part.replace(pattern, (found) => (isOffice(found) ? found : markFor(found, kind))),
          ),
        numbered,
      );
    },
    unmask(text) {
      let isMadeUp = false;
      const plain = text.replace(mark, (found) => {
        const original = behind.get(found);
        if (original === undefined) isMadeUp = true;
        return original ?? '';
      });
      return isMadeUp ? null : plain;
    },
  };
}

/** Changes what stands between the marks; what is hidden once is not hidden again. */
function outsideMarks(text: string, change: (part: string) => string): string {
  return text
    .split(/(⟦\w+⟧)/u)
    .map((part) => (part.startsWith('⟦') ? part : change(part)))
    .join('');
}

// "Cán bộ Hải quan", "chị Kiểm hóa": an office and not a person.
const offices = /^(?:hai quan|chi cuc|cuc|doi|to|kiem hoa|giam sat|dinh vu|hai phong|cat hai|lach huyen)\b/u;

function isOffice(found: string): boolean {
  return offices.test(fold(found));
}
