import type { ZaloOa } from './zalo-oa.ts';
import type { Person as OnZalo, Pressed, Sent } from './zalo-stand-in/person.ts';

/** A person on Zalo at a test desk. Each deed is worked through to its end, and all that was seen can be read aloud. */
export interface ZaloPerson {
  onZalo: OnZalo;
  writes(text: string): Promise<void>;
  presses(title: string): Promise<void>;
  does(what: string, deed: (person: OnZalo) => Sent | Pressed | { delivered: Promise<unknown> } | null): Promise<void>;
  readonly lastWords: string;
  /** Both sides, oldest first, as they stand in the chat. */
  transcript(): string;
}

export function zaloPerson(oa: ZaloOa, userId: string, name: string): ZaloPerson {
  const onZalo = oa.zalo.person(userId, { name });
  const lines: string[] = [];
  let shown = 0;

  function showAnswers(): void {
    for (const { text, buttons, file } of onZalo.received.slice(shown)) {
      const words = file === null ? text : `[${file.name}]`;
      const titles = buttons.map(({ title }) => title);
      lines.push(`OA : ${indented(words)}${titles.length > 0 ? `\n     [${titles.join('] [')}]` : ''}`);
    }
    shown = onZalo.received.length;
  }

  const does: ZaloPerson['does'] = async (what, deed) => {
    showAnswers();
    lines.push(`DN : ${indented(what)}`);
    deed(onZalo);
    await oa.settle();
    showAnswers();
  };

  return {
    onZalo,
    writes: (text) => does(text, (person) => person.writes(text)),
    presses: (title) => does(`(${title})`, (person) => person.presses(title)),
    does,
    get lastWords() {
      return onZalo.received.at(-1)?.text ?? '';
    },
    transcript() {
      showAnswers();
      return `${lines.join('\n\n')}\n`;
    },
  };
}

function indented(text: string): string {
  return text.split('\n').join('\n     ');
}
