import { fold } from '../../../rules/identity/fold.ts';
import { localDate } from '../../../rules/working-time/local-date.ts';
import { agreementsOf } from '../../../store/agreements.ts';
import type { Turn } from '../../turn.ts';
import { represented } from '../linking/represented.ts';
import { wordsOf } from './context.ts';

export interface AsOf {
  /** Null: as of today. */
  day: string | null;
  /** What to say about it. */
  said: string | undefined;
  /** The question without the words for the day. */
  question: string;
}

const written = /(?:(?:tại|vào|của|ngày|tai|vao|as of|on)\s+)*(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)(?!\d)/iu;
const iso = /(?:(?:as of|on|tại|ngày)\s+)*(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)/iu;
// Folded; of the same length as the text it was folded from.
const whose =
  '(?:(?:ma )?(?:chung toi|chung em|cong ty(?: toi| em| chung toi)?|doanh nghiep(?: toi)?|ben em|ben minh|minh) )';
const signed = new RegExp(
  [
    `(?:theo )?(?:ban |phu luc )?(?:luc|khi|ngay|hoi|tai thoi diem) ${whose}?(?:da )?ky(?: thoa thuan| ket)?(?!\\p{L})`,
    `(?:(?:theo|cua|trong) )*(?:(?:van )?ban|phu luc|thoa thuan) (?:${whose}(?:da )?|(?:ma )?da )ky(?: ket)?(?!\\p{L})`,
    'when we signed|at signing|(?:in |of )?the (?:version|agreement) (?:that )?we signed|서명 ?당시|체결 ?당시',
  ].join('|'),
  'u',
);

/** As of when a question is asked: a day that it names, the day on which the asker's agreement was signed, or today. */
export async function readAsOf(turn: Turn, text: string): Promise<AsOf> {
  const question = text.normalize('NFC');
  const day = dayIn(written.exec(question), [3, 2, 1]) ?? dayIn(iso.exec(question), [1, 2, 3]);
  if (day !== null) {
    const rest = question.replace(written, ' ').replace(iso, ' ');
    return { day, said: wordsOf(turn).asOf(day), question: rest };
  }
  const found = signed.exec(fold(question).normalize('NFC'));
  if (found === null) return { day: null, said: undefined, question };
  const rest = `${question.slice(0, found.index)} ${question.slice(found.index + found[0].length)}`;
  const agreement = await ownAgreement(turn);
  if (agreement === null) return { day: null, said: wordsOf(turn).notSigned, question: rest };
  const { number, signedOn } = agreement;
  return { day: signedOn, said: wordsOf(turn).asOfSigned(number, signedOn), question: rest };
}

function dayIn(match: RegExpExecArray | null, order: readonly [number, number, number]): string | null {
  if (match === null) return null;
  const [year, month, day] = order.map((at) => (match[at] ?? '').padStart(2, '0'));
  const written = `${year}-${month}-${day}`;
  try {
    return Temporal.PlainDate.from(written, { overflow: 'reject' }).toString();
  } catch (fault) {
    // No such day, as 31/2: the words then mean something else.
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

/** The agreement in force of the enterprise for which the person acts, the newest where there are several. */
async function ownAgreement(turn: Turn): Promise<{ number: string; signedOn: string } | null> {
  const acting = turn.contact?.enterpriseId ?? null;
  const own = (await represented(turn)).map(({ enterpriseId }) => enterpriseId);
  const ids = acting !== null && own.includes(acting) ? [acting] : own;
  if (ids.length === 0) return null;
  const today = localDate(turn.act.at, turn.act.zone);
  const inForce = (await agreementsOf(turn.act.tx, ids)).filter(
    ({ state, validUntil }) => state === 'inForce' && (validUntil === null || today < validUntil),
  );
  return inForce.toSorted((a, b) => (a.signedOn < b.signedOn ? 1 : -1))[0] ?? null;
}
