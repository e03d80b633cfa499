import { readWord, type Word, wordsIn } from './spelling.ts';
import { concepts } from './vocabulary/concepts.ts';

interface Branch {
  next: Map<string, Branch>;
  /** The concepts whose phrase ends here. */
  ends: number[];
}

const byFolded: Branch = { next: new Map(), ends: [] };
const byExactWord = new Map<string, number[]>();
const hangul: (readonly [string, number])[] = [];
const ownWords = new Set<string>();

for (const [concept, phrases] of concepts.entries()) for (const phrase of phrases) plant(phrase, concept);

function plant(phrase: string, concept: number): void {
  if (/\p{Script=Hangul}/u.test(phrase)) {
    hangul.push([phrase.replaceAll(' ', ''), concept]);
    return;
  }
  const words = wordsIn(phrase);
  for (const { folded } of words) ownWords.add(folded);
  const [only] = words;
  if (words.length === 1 && only !== undefined) {
    byExactWord.set(only.exact, [...(byExactWord.get(only.exact) ?? []), concept]);
    byExactWord.set(only.folded, [...(byExactWord.get(only.folded) ?? []), concept]);
    return;
  }
  let at = byFolded;
  for (const { folded } of words) {
    const next = at.next.get(folded) ?? { next: new Map(), ends: [] };
    at.next.set(folded, next);
    at = next;
  }
  at.ends.push(concept);
}

/** One matter named in a text, and the words that name it. */
export interface Mention {
  concept: number;
  from: number;
  until: number;
}

/** Every matter that the words name. A phrase of several words is found without marks; a single word only as written. */
export function conceptsIn(words: readonly Word[]): readonly Mention[] {
  const found: Mention[] = [];
  for (let from = 0; from < words.length; from++) {
    const word = words[from];
    if (word === undefined) continue;
    const single = byExactWord.get(word.exact) ?? (word.isMarked ? undefined : byExactWord.get(word.folded));
    for (const concept of single ?? []) found.push({ concept, from, until: from + 1 });
    let at: Branch | undefined = byFolded;
    for (let until = from; at !== undefined && until < words.length; until++) {
      at = at.next.get(words[until]?.folded ?? '');
      for (const concept of at?.ends ?? []) found.push({ concept, from, until: until + 1 });
    }
  }
  return found;
}

/** What a text says in Korean. */
export interface InKorean {
  concepts: readonly number[];
  /** Words that name no matter and do not merely ask. */
  unknown: readonly string[];
}

// They ask, point or end the sentence.
const asksInKorean =
  /^(?:무엇|뭐|뭔|어떻|어떤|어디|어느|누구|누가|언제|얼마|몇|며칠|번호|왜|되나|되어|됩니|되는|있나|있는|있습|있다|하나|하는|합니|해야|수$|안에|각각|의미|대한|대해|관한|조항|규정|내용|협약|협정|약정|약속|부속|부록|알려|보여|찾아|읽|주세|주나|주시|가요|가능|최대|모두|따르|나와|제?\d|의$|조$|항$|세관)/u;

/** Reads the Korean of a text. Endings hang on words there, so that phrases are sought inside them. */
export function readKorean(text: string): InKorean {
  const words = text.normalize('NFC').match(/\p{Script=Hangul}+/gu) ?? [];
  if (words.length === 0) return { concepts: [], unknown: [] };
  const run = words.join('');
  const isCovered = new Array<boolean>(run.length).fill(false);
  const found = new Set<number>();
  for (const [phrase, concept] of hangul) {
    for (let at = run.indexOf(phrase); at >= 0; at = run.indexOf(phrase, at + 1)) {
      found.add(concept);
      isCovered.fill(true, at, at + phrase.length);
    }
  }
  let from = 0;
  const unknown = words.filter((word) => {
    const covered = isCovered.slice(from, from + word.length).some(Boolean);
    from += word.length;
    return !covered && !asksInKorean.test(word);
  });
  return { concepts: [...found], unknown };
}

/** Words that mean something here even if no document uses them. */
export function isOwnWord(folded: string): boolean {
  return ownWords.has(folded) || ownWords.has(readWord(folded).folded);
}

/** The number of the matter whose first phrase this is. */
export function conceptNamed(first: string): number {
  return concepts.findIndex(([phrase]) => phrase === first);
}
