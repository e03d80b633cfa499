import { fold } from '../../../rules/identity/fold.ts';
import { libraryOn } from '../../../store/library-index.ts';
import type { Turn } from '../../turn.ts';
import { answerQuestion } from './answer-question.ts';
import { publishedVersion } from './browse.ts';
import { lookUpGoingOn, today, wordsOf } from './context.ts';
import { listFrequent } from './frequent.ts';
import { addressSaid } from './said-address.ts';
import { showArticle } from './show-article.ts';
import type { LookUpState } from './state.ts';

// Folded, and nothing but this.
const forward = /^(?:(?:xem |doc )?(?:dieu )?(?:tiep|tiep theo|ke tiep|sau|ke)|next(?: article)?|다음(?: 조항)?)$/u;
const back = /^(?:(?:xem |doc )?(?:dieu )?(?:truoc|lien truoc|truoc do)|previous(?: article)?|back|이전(?: 조항)?)$/u;
const whole =
  /^(?:xem |doc |cho xem )?(?:toan van|ca dieu|day du|full text|whole article|the whole article|전문)(?: dieu nay)?$/u;

const frequent =
  /^(?:xem |cac |nhung )*cau hoi (?:thuong gap|hay gap)$|^faqs?$|^frequent(?:ly asked)? questions$|^자주 묻는 질문$/u;

const elsewhere: ReadonlySet<string> = new Set(['complaint_officer', 'smalltalk', 'rate_service']);

/** Takes typed words for the look-up that is going on. False when they are about something else. */
export async function takeLookUp(turn: Turn): Promise<boolean> {
  const going = lookUpGoingOn(turn);
  if (going === null || turn.text.trim() === '' || turn.files.length > 0) return false;
  const step = stepIn(turn.text);
  if (step !== null && (await takeStep(turn, going, step))) return true;
  if (frequent.test(bareWords(turn.text))) {
    await listFrequent(turn);
    return true;
  }

  const intent = turn.understood?.intent.value ?? 'other';
  const isAddress = addressSaid(turn.text) !== null && isShort(turn.text);
  if (leadsOut(turn, intent) && !isAddress) return false;
  const isOwnCase = intent === 'case_status' && turn.understood?.entities.caseCode !== undefined;
  if (isOwnCase || !(going.isAsked || isAddress || intent === 'lookup_appendix')) return false;
  await answerQuestion(turn, turn.text);
  return true;
}

/**
 * What is no question about the texts, whatever was asked for. "Hotline số mấy" is one; "gặp cán bộ" is not, nor is a
 * problem with a consignment that is named.
 */
function leadsOut({ text, understood }: Turn, intent: string): boolean {
  if (elsewhere.has(intent)) return true;
  if (intent === 'talk_to_officer') return text.trim().split(/\s+/u).length <= 4;
  const { declarationNo, containerNo } = understood?.entities ?? {};
  return intent === 'raise_issue' && (declarationNo !== undefined || containerNo !== undefined);
}

function isShort(text: string): boolean {
  return text.split(/\s+/u).length <= 12;
}

function bareWords(text: string): string {
  return fold(text)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function stepIn(text: string): -1 | 0 | 1 | null {
  const words = bareWords(text);
  if (forward.test(words)) return 1;
  if (back.test(words)) return -1;
  return whole.test(words) ? 0 : null;
}

async function takeStep(turn: Turn, { code, article, day }: LookUpState, step: -1 | 0 | 1): Promise<boolean> {
  if (code === null || article === null) return false;
  const { versions } = await libraryOn(turn.act.tx, day ?? today(turn));
  const version = await publishedVersion(turn, versions.find((each) => each.code === code)?.id ?? 0);
  const articles = version?.document.articles ?? [];
  const at = articles.findIndex(({ number }) => number === article);
  if (version === null || at < 0) return false;
  const words = wordsOf(turn);
  const next = articles[at + step];
  const said = next === undefined ? (step > 0 ? words.lastArticle : words.firstArticle) : undefined;
  await showArticle(turn, version, next?.number ?? article, 1, said);
  return true;
}
