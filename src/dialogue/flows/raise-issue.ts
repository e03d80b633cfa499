import { openCase } from '../../desk/cases/open-case.ts';
import { findOffices } from '../../rules/identity/office-codes.ts';
import { saveLookup } from '../../store/lookups.ts';
import { commandValues } from '../command-values.ts';
import { linkingIn } from '../phrases/linking.ts';
import { meaningIn } from '../phrases/meaning.ts';
import type { EnterprisePhrases } from '../phrases/phrases.ts';
import { type Draft, emptyDraft } from '../state.ts';
import type { Turn } from '../turn.ts';
import { twoMattersIn } from '../understanding/two-matters.ts';
import { type Understanding, understand } from '../understanding/understand.ts';
import { partAccusing } from '../understanding/understand-message.ts';
import { showCard } from './issue-card.ts';
import { keepCorrection } from './keep-correction.ts';
import { enterpriseNamedIn, represented } from './linking/represented.ts';
import { askWhich, enterpriseOf } from './linking/which-enterprise.ts';
import { menuMessage } from './menu.ts';
import { officeOfOwnDeclaration } from './own-declaration.ts';

/** Starts a form. With words or files already said it shows the card at once; otherwise it asks what the matter is. */
export async function startIssue(
  turn: Turn,
  kind: Draft['kind'],
  said: { text: string; messageIds: readonly number[]; fileCount: number } = { text: '', messageIds: [], fileCount: 0 },
): Promise<void> {
  const draft: Draft = { ...emptyDraft(kind), messageIds: [...said.messageIds], fileCount: said.fileCount };
  if (said.text.trim() === '') {
    turn.go({ at: 'describing', draft });
    const received = said.fileCount > 0 ? `${turn.phrases.filesReceived(said.fileCount)} ` : '';
    await turn.say({ text: received + questionFor(turn.phrases, kind) });
    return;
  }
  await showCard(turn, await filled(turn, draft, said.text));
}

/** The person answers "what is the matter?". Files may come first: the question then stands. */
export async function describe(turn: Turn, draft: Draft): Promise<void> {
  const more = {
    ...draft,
    messageIds: [...draft.messageIds, turn.messageId],
    fileCount: draft.fileCount + turn.files.length,
  };
  if (turn.text.trim() === '') {
    turn.go({ at: 'describing', draft: more });
    await turn.say({ text: `${turn.phrases.filesReceived(more.fileCount)} ${questionFor(turn.phrases, draft.kind)}` });
    return;
  }
  await showCard(turn, await filled(turn, more, turn.text));
}

/** The draft with `text` as its description and everything recognised in it, without touching what is already set. */
export async function filled(turn: Turn, draft: Draft, text: string): Promise<Draft> {
  const understood = turn.text === text && turn.understood !== null ? turn.understood : understand(text);
  const declarationNo = draft.declarationNo ?? understood.entities.declarationNo ?? null;
  const named = draft.officeCode ?? understood.entities.officeCode ?? onlyPlace(text);
  const officeCode = named ?? (await officeOfOwnDeclaration(turn, declarationNo));
  const taxCode = understood.entities.taxCode ?? null;
  return {
    ...draft,
    enterpriseId: draft.enterpriseId ?? (await enterpriseNamedIn(turn, { taxCode, declarationNo })),
    description: draft.description === '' ? text.trim() : `${draft.description}\n${text.trim()}`,
    declarationNo,
    officeCode,
    officeIsAmbiguous: officeCode === null && understood.ambiguities.some(({ about }) => about === 'office'),
    ...categoryIn(draft, understood),
    urgent: draft.urgent || understood.urgent.value,
    urgentBecause: draft.urgentBecause ?? (understood.urgent.value ? understood.urgent.because : null),
    matters: mattersIn(draft, text),
  };
}

// "Hàng ở Đình Vũ" names a place; if it is the only one, its customs office is meant, and the card lets people correct it.
function onlyPlace(text: string): string | null {
  const codes = new Set(findOffices(text).flatMap((mention) => ('code' in mention ? [mention.code] : [])));
  const [code] = codes;
  return codes.size === 1 && code !== undefined ? code : null;
}

// A guess below this is not shown as a fact; the card says "chưa rõ" and offers the buttons.
const sureEnough = 0.3;
const guessesShown = 2;

/** The category as far as the words tell, with the next guesses where it is none to rely on. Nothing that the person chose is touched. */
function categoryIn(draft: Draft, { category, ambiguities }: Understanding): Pick<Draft, 'category' | 'guesses'> {
  if (draft.kind === 'report' || draft.category !== null) return { category: draft.category, guesses: draft.guesses };
  const likely = category.value !== null && category.confidence >= sureEnough ? category.value : null;
  const isUnsure = ambiguities.some(({ about }) => about === 'category');
  const others = [category.value, ...category.alternatives].filter((code) => code !== null && code !== likely);
  return { category: likely, guesses: isUnsure ? others.slice(0, guessesShown).filter((code) => code !== null) : [] };
}

/** Two matters in one message, if these words are the whole of it; of a report, what it says beside the accusation. */
function mattersIn(draft: Draft, text: string): Draft['matters'] {
  if (draft.description !== '' || draft.rest !== null) return null;
  if (draft.kind === 'issue') return twoMattersIn(text);
  const parts = draft.kind === 'report' ? partAccusing(text) : null;
  if (parts === null || understand(parts.others).intent.value !== 'raise_issue') return null;
  return { first: parts.accusing, second: parts.others };
}

/** What a form asks for first. */
export function questionFor(phrases: EnterprisePhrases, kind: Draft['kind']): string {
  if (kind === 'report') return `${phrases.askReport}\n\n${phrases.reportNotice}`;
  return kind === 'question' ? phrases.askQuestion : phrases.askDescription;
}

/** The person confirmed the card: it becomes a case with a number, somebody responsible and a promised time. */
export async function sendCard(turn: Turn, draft: Draft): Promise<void> {
  const { act, contact, conversation, phrases } = turn;
  const enterprise = await enterpriseOf(turn, draft);
  // Nobody's, since the person stopped speaking for the one that was chosen.
  if (enterprise === undefined) return askWhich(turn, draft);
  const opened = await openCase(
    { ...act, by: turn.by },
    {
      kind: draft.kind,
      conversationId: conversation.id,
      contactId: contact?.contactId ?? null,
      enterpriseId: enterprise?.enterpriseId ?? null,
      isVerified: enterprise !== null,
      description: draft.description,
      category: draft.category ?? 'other_issue',
      officeCode: draft.officeCode,
      declarationNo: draft.declarationNo,
      urgent: draft.urgent,
      messageIds: draft.messageIds,
    },
  );
  if (draft.lookupId !== null) await saveLookup(act.tx, draft.lookupId, { caseId: opened.row.id });
  await keepChosenCategory(turn, draft);
  turn.formIsOver = true;
  turn.go({ at: 'idle' });
  const words = meaningIn(phrases.language);
  const receiptText = phrases.receipt({
    kind: draft.kind,
    reference: opened.row.reference,
    officer: opened.officer,
    unitName: opened.unitName,
    dueAt: opened.firstResponseDueAt,
    minutes: opened.firstResponseMinutes,
    isVerified: opened.row.isVerified,
    enterpriseName: (await represented(turn)).length > 1 ? (enterprise?.name ?? null) : null,
    now: act.at,
    zone: act.zone,
  });
  const notes = words.answersInVietnamese === '' ? [] : [words.answersInVietnamese];
  const receipt = menuMessage(phrases, [receiptText, ...notes].join('\n\n'));
  const verify = { value: commandValues.verify, label: linkingIn(phrases.language).verify };
  // Whoever reports an officer is not pressed to say for whom.
  const offersProof = !opened.row.isVerified && draft.kind !== 'report';
  const choices = offersProof ? [[verify], ...(receipt.choices ?? [])] : receipt.choices;
  await turn.say({ ...receipt, ...(choices === undefined ? {} : { choices }) }, opened.row.id);
}

async function keepChosenCategory(turn: Turn, { category, categoryIsChosen, description, kind }: Draft): Promise<void> {
  const guessed = understand(description).category.value;
  if (kind === 'report' || !categoryIsChosen || category === null || guessed === null || guessed === category) return;
  await keepCorrection(turn, { about: 'category', text: description, guessed, chosen: category });
}
