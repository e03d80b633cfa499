import type { Choice } from '../../channel/port.ts';
import { previewPromise } from '../../desk/cases/open-case.ts';
import { categoryLabels } from '../../rules/identity/categories.ts';
import { officeByCode } from '../../rules/identity/office-codes.ts';
import { commandValues } from '../command-values.ts';
import { excerpt } from '../excerpt.ts';
import { linkingIn } from '../phrases/linking.ts';
import { meaningIn } from '../phrases/meaning.ts';
import type { Draft } from '../state.ts';
import type { Turn } from '../turn.ts';
import { represented } from './linking/represented.ts';
import { askWhich, enterpriseOf } from './linking/which-enterprise.ts';

/** Reads the draft back with everything that can be corrected, and what will be promised. */
export async function showCard(turn: Turn, draft: Draft): Promise<void> {
  const { phrases, act } = turn;
  const enterprise = await enterpriseOf(turn, draft);
  if (enterprise === undefined) return askWhich(turn, draft);
  turn.go({ at: 'card', draft, asking: null });
  const isOneOfSeveral = (await represented(turn)).length > 1;
  const promise = await previewPromise(
    { ...act, by: turn.by },
    { kind: draft.kind, category: draft.category ?? 'other_issue', officeCode: draft.officeCode, urgent: draft.urgent },
  );
  const words = meaningIn(phrases.language);
  const card = phrases.card({
    kind: draft.kind,
    enterpriseName: isOneOfSeveral ? (enterprise?.name ?? null) : null,
    description: excerpt(draft.description),
    declarationNo: draft.declarationNo,
    officeName: officeLine(draft.officeCode),
    officeIsAmbiguous: draft.officeIsAmbiguous,
    categoryLabel: draft.category === null ? null : categoryWords(turn, draft, draft.category),
    urgent: draft.urgent,
    urgentBecause: draft.urgentBecause === null ? null : words.urgentBecause[draft.urgentBecause],
    fileCount: draft.fileCount,
    unitName: promise.unitName,
    dueAt: promise.dueAt,
    minutes: promise.minutes,
    now: act.at,
    zone: act.zone,
  });
  const notes = [
    ...(draft.guesses.length > 0 ? [words.chooseCategory] : []),
    ...(draft.matters === null ? [] : [words.twoMatters(excerpt(draft.matters.second))]),
    ...(draft.rest === null ? [] : [words.secondWaits(excerpt(draft.rest))]),
  ];
  const text = [card, ...notes].join('\n\n');
  const choices = cardChoices(turn, draft);
  const whose = { value: commandValues.cardAsk('enterprise'), label: linkingIn(phrases.language).cardEnterprise };
  await turn.say({ text, choices: isOneOfSeveral ? [...choices, [whose]] : choices });
}

function categoryWords({ phrases }: Turn, draft: Draft, category: NonNullable<Draft['category']>): string {
  const label = categoryLabels[category][phrases.language];
  return draft.guesses.length > 0 ? meaningIn(phrases.language).unsure(label) : label;
}

function officeLine(code: string | null): string | null {
  if (code === null) return null;
  const office = officeByCode(code);
  return office === null ? code : `${office.name} (${code})`;
}

function cardChoices({ phrases }: Turn, draft: Draft): Choice[][] {
  const send: Choice[] = [
    { value: commandValues.cardSend, label: phrases.cardSend },
    { value: commandValues.leave, label: phrases.cardLeave },
  ];
  const edit: Choice[] = [
    { value: commandValues.cardAsk('description'), label: phrases.cardDescription },
    { value: commandValues.cardAsk('declaration'), label: phrases.cardDeclaration },
  ];
  const split: Choice[][] =
    draft.matters === null ? [] : [[{ value: commandValues.cardSplit, label: meaningIn(phrases.language).split }]];
  if (draft.kind === 'report') {
    return [
      send,
      ...split,
      edit,
      [
        { value: commandValues.cardAsk('office'), label: phrases.cardOffice },
        { value: commandValues.cardIsIssue, label: phrases.cardIsIssue },
      ],
    ];
  }
  const guesses = draft.guesses.map((code): Choice[] => [
    { value: commandValues.cardCategory(code), label: categoryLabels[code][phrases.language] },
  ]);
  return [
    send,
    ...split,
    ...guesses,
    edit,
    [
      { value: commandValues.cardAsk('office'), label: phrases.cardOffice },
      { value: commandValues.cardAsk('category'), label: phrases.cardCategory },
    ],
    [{ value: commandValues.cardUrgent, label: draft.urgent ? phrases.cardNotUrgent : phrases.cardUrgent }],
  ];
}
