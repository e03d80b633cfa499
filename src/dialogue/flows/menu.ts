import type { Choice, Outgoing } from '../../channel/port.ts';
import { commandValues } from '../command-values.ts';
import type { EnterprisePhrases } from '../phrases/phrases.ts';
import type { Turn } from '../turn.ts';

export function menuMessage(phrases: EnterprisePhrases, text: string = phrases.menu): Outgoing {
  return { text, choices: menuChoices(phrases) };
}

function menuChoices(phrases: EnterprisePhrases): Choice[][] {
  return [
    [
      { value: commandValues.issue, label: phrases.menuIssue },
      { value: commandValues.cases, label: phrases.menuCases },
    ],
    [
      { value: commandValues.rate, label: phrases.menuRate },
      { value: commandValues.lookUp, label: phrases.menuLookUp },
    ],
    [
      { value: commandValues.officer, label: phrases.menuOfficer },
      { value: commandValues.language, label: phrases.menuLanguage },
    ],
  ];
}

export async function showMenu(turn: Turn, text?: string): Promise<void> {
  turn.go({ at: 'idle' });
  await turn.say(menuMessage(turn.phrases, text));
}
