import type { OaClient } from 'zalo-api-client';
import { act, type Desk } from '../../desk/act.ts';
import { noteChange } from '../../store/live.ts';
import { nameChat, unnamedChats } from '../../store/unnamed-chats.ts';

const atOnce = 20;
const lookBackMilliseconds = 86_400_000;

/**
 * Asks the platform for the names of people whose deliveries carried none, once for each chat, after they agreed to what
 * is kept. `asked` remembers whom this process has asked. Answers how many names were learnt.
 */
export async function learnNames(
  desk: Desk,
  { account, client }: { account: string; client: Pick<OaClient, 'userDetail'> },
  asked: Set<number>,
): Promise<number> {
  const key = { channel: 'zalo' as const, account };
  const since = new Date(desk.clock.now().getTime() - lookBackMilliseconds);
  const chats = await unnamedChats(desk.database.db, key, since, atOnce + asked.size);
  let learnt = 0;
  for (const { id, address } of chats.filter((chat) => !asked.has(chat.id)).slice(0, atOnce)) {
    const answer = await client.userDetail(address);
    // The platform is out of reach or busy: the next look asks again.
    if (!answer.ok && answer.error.category !== 'parameter') return learnt;
    asked.add(id);
    const name = answer.ok ? answer.value.displayName?.trim().slice(0, 200) : undefined;
    if (name === undefined || name === '') continue;
    await act(desk, { kind: 'channel', name: 'zalo' }, async (current) => {
      if (!(await nameChat(current.tx, id, name))) return;
      await noteChange(current.tx, { topic: 'conversation', conversationId: id, at: current.at });
      current.wakes.add('live');
      learnt += 1;
    });
  }
  return learnt;
}
