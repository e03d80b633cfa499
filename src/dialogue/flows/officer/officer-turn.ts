import type { Outgoing } from '../../../channel/port.ts';
import type { Act } from '../../../desk/act.ts';
import { visibleCase } from '../../../desk/visibility.ts';
import { DeskError, NotFound } from '../../../errors.ts';
import type { CaseRow } from '../../../store/cases.ts';
import { officerChat } from '../../phrases/officer-chat.ts';
import type { OfficerQuestion } from '../../state.ts';
import type { Turn } from '../../turn.ts';

/** One message of an officer in a linked chat. */
export interface OfficerTurn {
  turn: Turn;
  officerId: number;
  /** The same act, done by the officer and not by the chat. */
  act: Act;
  asked: OfficerQuestion;
  /** The chat has no buttons: what could be pressed is typed as a number. */
  byNumber: boolean;
  say(message: Outgoing): Promise<void>;
  /** What the bot asks from here on. */
  ask(question: OfficerQuestion): void;
}

export function openOfficerTurn(turn: Turn, officerId: number): OfficerTurn {
  return {
    turn,
    officerId,
    act: { ...turn.act, by: { kind: 'officer', officerId } },
    asked: turn.state.at === 'officer' ? turn.state.asked : { about: 'nothing' },
    byNumber: turn.conversation.channel === 'zaloBot',
    // Without the case: what an officer reads in a chat is no part of the thread with the enterprise.
    say: (message) => turn.say(message),
    ask: (asked) => turn.go(asked.about === 'nothing' ? { at: 'idle' } : { at: 'officer', asked }),
  };
}

export type Attempt<Result> = { ok: true; value: Result } | { ok: false; refusal: DeskError };

/**
 * Tries a verb within the turn. What it had written before it was refused is taken back, while the turn goes on and says
 * why: the officer's message is kept either way.
 */
export function attempt<Result>(current: Act, deed: (act: Act) => Promise<Result>): Promise<Attempt<Result>> {
  return orRefusal(() => current.tx.transaction((tx) => deed({ ...current, tx })));
}

/** The case, locked, if this officer may see it. Nothing is written, so there is nothing to take back. */
export function seeCase(current: Act, reference: string): Promise<Attempt<CaseRow>> {
  return orRefusal(() => visibleCase(current, reference));
}

async function orRefusal<Result>(deed: () => Promise<Result>): Promise<Attempt<Result>> {
  try {
    return { ok: true, value: await deed() };
  } catch (fault) {
    if (!(fault instanceof DeskError)) throw fault;
    return { ok: false, refusal: fault };
  }
}

/** A refusal in words. A case that may not be seen reads exactly like one that does not exist. */
export function sayRefusal(reference: string, refusal: DeskError): Outgoing {
  if (refusal instanceof NotFound && refusal.message.includes(reference))
    return { text: officerChat.noSuchCase(reference) };
  return { text: officerChat.refused(reference, refusal.message) };
}
