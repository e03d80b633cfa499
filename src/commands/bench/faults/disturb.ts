import { setTimeout as pause } from 'node:timers/promises';
import type { TelegramStandIn } from '../../../../test/support/telegram-stand-in.ts';
import type { ZaloStandIn } from '../../../../test/support/zalo-stand-in.ts';
import { oneOf } from './chance.ts';

export interface Disturbance {
  /** Faults planned so far, by what they were. */
  readonly planned: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

type TelegramFault = Parameters<TelegramStandIn['failNext']>[0];
type ZaloFault = Parameters<ZaloStandIn['failNext']>[0];

const telegramFaults: readonly [TelegramFault, ...TelegramFault[]] = [
  { kind: 'tooMany', retryAfterSeconds: 1 },
  { kind: 'error', code: 500 },
  { kind: 'error', code: 502 },
  { kind: 'reset', accepted: true },
  { kind: 'reset', accepted: false },
  { kind: 'hang', accepted: true },
];

const zaloFaults: readonly [ZaloFault, ...ZaloFault[]] = [
  { kind: 'error', code: -32 },
  { kind: 'error', code: -216 },
  { kind: 'error', code: -200 },
  { kind: 'http', status: 502 },
  { kind: 'reset', accepted: true },
  { kind: 'reset', accepted: false },
  { kind: 'hang', accepted: true },
];

/** Lets a call of either platform fail every `everyMilliseconds`, in ways drawn by `chance`. */
export function disturb(
  { telegram, zalo }: { telegram: TelegramStandIn; zalo: ZaloStandIn },
  chance: () => number,
  everyMilliseconds: number,
): Disturbance {
  const planned = new Map<string, number>();
  const stopping = new AbortController();

  function note(platform: string, fault: TelegramFault | ZaloFault): void {
    const accepted = 'accepted' in fault && fault.accepted === true ? ' sau khi đã nhận' : '';
    const code = 'code' in fault ? ` ${fault.code}` : 'status' in fault ? ` ${fault.status}` : '';
    const name = `${platform} ${fault.kind}${code}${accepted}`;
    planned.set(name, (planned.get(name) ?? 0) + 1);
  }

  async function go(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (chance() < 0.5) {
        const fault = oneOf(chance, telegramFaults);
        telegram.failNext(fault);
        note('Telegram', fault);
      } else {
        const fault = oneOf(chance, zaloFaults);
        zalo.failNext(fault);
        note('Zalo', fault);
      }
      await pause(everyMilliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const going = go();
  return {
    planned,
    async stop() {
      stopping.abort();
      await going;
    },
  };
}
