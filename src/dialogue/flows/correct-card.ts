import type { Choice } from '../../channel/port.ts';
import { categoryCodes, categoryLabels, isCategoryCode } from '../../rules/identity/categories.ts';
import { readDeclarationNumber } from '../../rules/identity/declaration-number.ts';
import { fold } from '../../rules/identity/fold.ts';
import { customsOffices, officeByCode, resolveOffice } from '../../rules/identity/office-codes.ts';
import { commandValues } from '../command-values.ts';
import { linkingIn } from '../phrases/linking.ts';
import { type DialogueState, type Draft, emptyDraft } from '../state.ts';
import type { Turn } from '../turn.ts';
import type { TwoMatters } from '../understanding/two-matters.ts';
import { understand } from '../understanding/understand.ts';
import { showCard } from './issue-card.ts';
import { keepCorrection } from './keep-correction.ts';
import { enterpriseNamedIn } from './linking/represented.ts';
import { askWhich, enterpriseTyped, withEnterprise } from './linking/which-enterprise.ts';
import { officeOfOwnDeclaration } from './own-declaration.ts';
import { filled, sendCard } from './raise-issue.ts';
import { startSecond } from './second-matter.ts';

type Card = Extract<DialogueState, { at: 'card' }>;
type Field = NonNullable<Card['asking']>;

/** A button of the card. False when the value is none of its own. */
export async function pressOnCard(turn: Turn, card: Card, value: string): Promise<boolean> {
  const { draft } = card;
  const [group, what, argument] = value.split(':');
  if (group !== 'card') return false;
  if (what === 'send') await send(turn, card);
  else if (what === 'urgent') await showCard(turn, { ...draft, urgent: !draft.urgent, urgentBecause: null });
  else if (what === 'split' && draft.matters !== null) await showCard(turn, await splitOff(turn, draft, draft.matters));
  // Taken for an accusation by mistake: read again as an ordinary matter.
  else if (what === 'issue') await readAsIssue(turn, draft);
  else if (what === 'skip') await showCard(turn, draft);
  else if (what === 'ask' && isField(argument)) await ask(turn, draft, argument);
  else if (what === 'office' && argument === 'region')
    await showCard(turn, { ...draft, officeCode: null, officeIsAmbiguous: false });
  else if (what === 'office' && argument !== undefined && officeByCode(argument) !== null)
    await showCard(turn, { ...draft, officeCode: argument, officeIsAmbiguous: false });
  else if (what === 'category' && argument !== undefined && isCategoryCode(argument))
    await showCard(turn, withCategory(draft, argument));
  else if (what === 'enterprise') await chooseEnterprise(turn, draft, Number(argument));
  else if (what === 'enterprises') await askWhich(turn, draft, Number(argument));
  else if (what === 'categories') await offerCategories(turn, draft, Number(argument));
  else return false;
  return true;
}

/** Text or files while the card is shown: an answer to what was asked, a correction, a confirmation, or more to say. */
export async function writeOnCard(turn: Turn, card: Card): Promise<void> {
  const draft = {
    ...card.draft,
    messageIds: [...card.draft.messageIds, turn.messageId],
    fileCount: card.draft.fileCount + turn.files.length,
  };
  const text = turn.text.trim();
  if (text === '') return showCard(turn, draft);
  if (card.asking !== null) return answer(turn, draft, card.asking, text);
  if (isYes(text)) return send(turn, { ...card, draft });
  // A word of thanks or a greeting is no part of the matter.
  if (
    turn.understood?.intent.value === 'smalltalk' &&
    turn.understood.intent.confidence >= 0.9 &&
    turn.files.length === 0
  )
    return showCard(turn, card.draft);
  await showCard(turn, (await corrected(turn, draft, text)) ?? (await filled(turn, draft, text)));
}

/** Taken for an accusation by mistake: read again as an ordinary matter. */
async function readAsIssue(turn: Turn, draft: Draft): Promise<void> {
  const text = draft.description;
  await keepCorrection(turn, { about: 'intent', text, guessed: 'complaint_officer', chosen: 'raise_issue' });
  await showCard(turn, await filled(turn, { ...draft, kind: 'issue', description: '' }, text));
}

/** The first matter alone; the second waits until this one is sent. */
async function splitOff(turn: Turn, draft: Draft, { first, second }: TwoMatters): Promise<Draft> {
  const { kind, enterpriseId, messageIds, fileCount, lookupId } = draft;
  const alone = { ...emptyDraft(kind), enterpriseId, messageIds, fileCount, lookupId };
  const filledIn = { ...(await filled(turn, alone, first)), matters: null, rest: second };
  if (kind !== 'report') return filledIn;
  // Who is kept away from a report follows from its declaration, wherever in the message that was named.
  const { declarationNo, officeCode, officeIsAmbiguous } = draft;
  return { ...filledIn, declarationNo, officeCode, officeIsAmbiguous };
}

function withCategory(draft: Draft, category: NonNullable<Draft['category']>): Draft {
  return { ...draft, category, guesses: [], categoryIsChosen: true };
}

async function send(turn: Turn, { draft }: Card): Promise<void> {
  if (draft.description === '') {
    turn.go({ at: 'describing', draft });
    await turn.say({ text: turn.phrases.descriptionMissing });
    return;
  }
  await sendCard(turn, draft);
  if (turn.formIsOver && draft.rest !== null) await startSecond(turn, draft.rest);
}

async function ask(turn: Turn, draft: Draft, field: Field): Promise<void> {
  if (field === 'category') return offerCategories(turn, draft, 0);
  if (field === 'enterprise') return askWhich(turn, draft);
  turn.go({ at: 'card', draft, asking: field });
  const skip = [{ value: commandValues.cardSkip, label: turn.phrases.skip }];
  const choices = field === 'office' ? [...officeChoices(turn, draft), skip] : [skip];
  const text =
    field === 'office' && draft.officeIsAmbiguous ? turn.phrases.officeIsAmbiguous : turn.phrases.askFor[field];
  await turn.say({ text, choices });
}

function officeChoices({ phrases }: Turn, draft: Draft): Choice[][] {
  if (draft.officeIsAmbiguous) {
    const portUnit = officeByCode('03TG');
    return [
      [{ value: commandValues.cardOffice('03TG'), label: portUnit?.name ?? '03TG' }],
      [{ value: commandValues.cardOffice('region'), label: phrases.wholeRegion }],
    ];
  }
  return customsOffices.map(({ code, name }) => [
    { value: commandValues.cardOffice(code), label: `${name} (${code})` },
  ]);
}

const categoriesOnAPage = 6;

// The likeliest first, so that most people never turn the page.
async function offerCategories(turn: Turn, draft: Draft, page: number): Promise<void> {
  turn.go({ at: 'card', draft, asking: 'category' });
  const { category } = understand(draft.description);
  const likely = [category.value, ...category.alternatives].filter((code) => code !== null);
  const ordered = [...new Set([...likely, ...categoryCodes])];
  const from = Math.max(0, Number.isInteger(page) ? page : 0) * categoriesOnAPage;
  const shown = ordered.slice(from, from + categoriesOnAPage);
  const label = (code: (typeof ordered)[number]) => categoryLabels[code][turn.phrases.language];
  const choices: Choice[][] = shown.map((code) => [{ value: commandValues.cardCategory(code), label: label(code) }]);
  if (from + categoriesOnAPage < ordered.length) {
    choices.push([{ value: commandValues.cardMoreCategories(page + 1), label: turn.phrases.otherCategories }]);
  }
  await turn.say({ text: turn.phrases.askFor.category, choices });
}

async function answer(turn: Turn, draft: Draft, field: Field, text: string): Promise<void> {
  const { phrases } = turn;
  const retry = async (sentence: string) => {
    turn.go({ at: 'card', draft, asking: field });
    await turn.say({ text: sentence, choices: [[{ value: commandValues.cardSkip, label: phrases.skip }]] });
  };
  switch (field) {
    case 'description':
      return showCard(turn, await filled(turn, { ...draft, description: '' }, text));
    case 'declaration': {
      const declaration = readDeclarationNumber(text);
      if (declaration === null) return retry(phrases.notADeclaration);
      return showCard(turn, await withDeclaration(turn, draft, declaration.declarationNo));
    }
    case 'office': {
      const office = resolveOffice(text);
      if (office.kind === 'office')
        return showCard(turn, { ...draft, officeCode: office.office.code, officeIsAmbiguous: false });
      if (office.kind === 'region') return showCard(turn, { ...draft, officeCode: null, officeIsAmbiguous: false });
      if (office.kind === 'ambiguous') return ask(turn, { ...draft, officeIsAmbiguous: true }, 'office');
      return retry(phrases.notAnOffice);
    }
    case 'enterprise': {
      const enterpriseId = await enterpriseTyped(turn, text);
      if (enterpriseId !== null) return chooseEnterprise(turn, draft, enterpriseId);
      return askWhich(turn, draft, 0, linkingIn(phrases.language).notAmongOwn);
    }
    case 'category': {
      const category = categoryNamed(text) ?? understand(text).category.value;
      return category === null ? offerCategories(turn, draft, 0) : showCard(turn, withCategory(draft, category));
    }
  }
}

async function chooseEnterprise(turn: Turn, draft: Draft, enterpriseId: number): Promise<void> {
  const chosen = await withEnterprise(turn, draft, enterpriseId);
  return chosen === null ? askWhich(turn, draft) : showCard(turn, chosen);
}

/** A short text that only names a field's value corrects that field; null when it says more than that. */
async function corrected(turn: Turn, draft: Draft, text: string): Promise<Draft | null> {
  if (text.length > 60) return null;
  const declaration = readDeclarationNumber(text);
  if (declaration !== null) return withDeclaration(turn, draft, declaration.declarationNo);
  const category = categoryNamed(text);
  if (category !== null) return withCategory(draft, category);
  if (/^(khẩn|khan|gấp|gap|urgent)[.! ]*$/iu.test(text)) return { ...draft, urgent: true };
  const office = resolveOffice(text);
  if (office.kind === 'office' && turn.understood?.intent.value !== 'raise_issue')
    return { ...draft, officeCode: office.office.code, officeIsAmbiguous: false };
  return null;
}

async function withDeclaration(turn: Turn, draft: Draft, declarationNo: string): Promise<Draft> {
  const officeCode = draft.officeCode ?? (await officeOfOwnDeclaration(turn, declarationNo));
  const enterpriseId = draft.enterpriseId ?? (await enterpriseNamedIn(turn, { taxCode: null, declarationNo }));
  return { ...draft, declarationNo, officeCode, enterpriseId };
}

function categoryNamed(text: string): Draft['category'] {
  const folded = fold(text).trim();
  return (
    categoryCodes.find((code) => Object.values(categoryLabels[code]).some((label) => fold(label) === folded)) ?? null
  );
}

function isYes(text: string): boolean {
  return /^(gui( di)?|ok(ay|e|i)?|dong y|dung( roi)?|xac nhan|yes|send|confirm|duoc|vang|da)[.! ]*$/u.test(
    fold(text).trim(),
  );
}

function isField(text: string | undefined): text is Field {
  return (
    text === 'description' ||
    text === 'declaration' ||
    text === 'office' ||
    text === 'category' ||
    text === 'enterprise'
  );
}
