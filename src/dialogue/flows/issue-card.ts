import type { Choice } from '../../channel/port.ts';
import { previewPromise } from '../../desk/cases/open-case.ts';
import { categoryLabels } from '../../rules/identity/categories.ts';
import { officeByCode } from '../../rules/identity/office-codes.ts';
import { commandValues } from '../command-values.ts';
import { excerpt } from '../excerpt.ts';
import { linkingIn } from '../phrases/linking.ts';
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
  const text = phrases.card({
    kind: draft.kind,
    enterpriseName: isOneOfSeveral ? (enterprise?.name ?? null) : null,
    description: excerpt(draft.description),
    declarationNo: draft.declarationNo,
    officeName: officeLine(draft.officeCode),
    officeIsAmbiguous: draft.officeIsAmbiguous,
    categoryLabel: draft.category === null ? null : categoryLabels[draft.category][phrases.language],
    urgent: draft.urgent,
    fileCount: draft.fileCount,
    unitName: promise.unitName,
    dueAt: promise.dueAt,
    minutes: promise.minutes,
    now: act.at,
    zone: act.zone,
  });
  const choices = cardChoices(turn, draft);
  const whose = { value: commandValues.cardAsk('enterprise'), label: linkingIn(phrases.language).cardEnterprise };
  await turn.say({ text, choices: isOneOfSeveral ? [...choices, [whose]] : choices });
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
  if (draft.kind === 'report') {
    return [
      send,
      edit,
      [
        { value: commandValues.cardAsk('office'), label: phrases.cardOffice },
        { value: commandValues.cardIsIssue, label: phrases.cardIsIssue },
      ],
    ];
  }
  return [
    send,
    edit,
    [
      { value: commandValues.cardAsk('office'), label: phrases.cardOffice },
      { value: commandValues.cardAsk('category'), label: phrases.cardCategory },
    ],
    [{ value: commandValues.cardUrgent, label: draft.urgent ? phrases.cardNotUrgent : phrases.cardUrgent }],
  ];
}
