import { acknowledgeAlert } from '../../desk/alerts/acknowledge-alert.ts';
import { redeemLinkCode } from '../../desk/organisation/link-chat.ts';
import { DeskError } from '../../errors.ts';
import { vi } from '../phrases/vi.ts';
import type { Turn } from '../turn.ts';

/** The code in "/lienket CODE" or in the deep link's "/start lk_CODE"; null for anything else. */
export function linkCodeIn(text: string): string | null {
  return /^\/(?:lienket\s+|start\s+lk_)([A-Za-z0-9-]{6,32})\s*$/u.exec(text.trim())?.[1] ?? null;
}

/** Binds this chat to the officer who was given the code. */
export async function linkOfficer(turn: Turn, code: string): Promise<void> {
  const officer = await redeemLinkCode(turn.act, { conversationId: turn.conversation.id, code });
  await turn.say({ text: officer === null ? vi.officer.badCode : vi.officer.linked(officer.name) });
}

/** An officer writes or presses in a linked chat. */
export async function answerOfficer(turn: Turn, officerId: number): Promise<void> {
  const { content } = turn.incoming;
  const alertId = content.kind === 'choice' ? /^ack:(\d+)$/.exec(content.value)?.[1] : undefined;
  if (alertId === undefined) return turn.say({ text: vi.officer.help });
  try {
    const isFirst = await acknowledgeAlert(
      { ...turn.act, by: { kind: 'officer', officerId } },
      { alertId: Number(alertId) },
    );
    await turn.say({ text: isFirst ? vi.officer.acknowledged : vi.officer.alreadyAcknowledged });
  } catch (refusal) {
    if (!(refusal instanceof DeskError)) throw refusal;
    await turn.say({ text: vi.officer.noSuchAlert });
  }
}
