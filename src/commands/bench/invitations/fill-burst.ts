import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { systemClock } from '../../../clock.ts';
import { act, type Desk } from '../../../desk/act.ts';
import type { DeclarationTold } from '../../../desk/declarations/listed.ts';
import { takeDeclarations } from '../../../desk/declarations/take-declarations.ts';

const tellings = 60;
/** What the enterprises of the burst are called, as SQL compares it: the demonstration has some of its own. */
export const burstName = 'Doanh nghiệp đợt %';

const firstTaxCode = 200_000_000;

export interface Burst {
  /** Tells of so many declarations, all cleared, spread evenly over the time. */
  clears(desk: Desk, declarations: number, milliseconds: number): Promise<void>;
}

/**
 * Enterprises with one person and one chat each. Of their declarations a few enterprises have hundreds and most have one or
 * two, as the department's have.
 */
export async function fillBurst(
  sql: Sql,
  { botId, enterprises, at }: { botId: string; enterprises: number; at: Date },
): Promise<Burst> {
  await sql.begin(async (tx) => {
    await tx`
      insert into enterprises (tax_code, name, created_at)
      select (${firstTaxCode}::int + n)::text || '0', 'Doanh nghiệp đợt ' || n, ${at} from generate_series(1, ${enterprises}::int) n`;
    await tx`
      with person as (
        insert into contacts (enterprise_id, name, created_at)
        select id, name, ${at} from enterprises where name like ${burstName} returning id, enterprise_id
      ), link as (
        insert into contact_links (contact_id, enterprise_id, role, basis, evidence, valid_from)
        select id, enterprise_id, 'staff', 'demonstration', '{}', ${at} from person
      ), chat as (
        insert into conversations (channel, account, address, contact_id, dialogue, created_at, last_message_at, last_interaction_at)
        select 'telegram', ${botId}, (5000000 + id)::text, id, '{}', ${at}, ${at}, ${at} from person returning id
      )
      insert into consents (conversation_id, text_version, answer, at) select id, 'bench', 'given', ${at} from chat`;
  });
  return {
    async clears(desk, declarations, milliseconds) {
      const size = Math.ceil(declarations / tellings);
      for (let from = 0; from < declarations; from += size) {
        const now = systemClock.now();
        const rows = Array.from({ length: Math.min(size, declarations - from) }, (_, index) =>
          cleared(from + index, enterprises, now),
        );
        await act(desk, { kind: 'apiKey', name: 'bench' }, (current) => takeDeclarations(current, rows));
        await pause(milliseconds / tellings);
      }
    },
  };
}

function cleared(n: number, enterprises: number, at: Date): DeclarationTold {
  // Every fifth one is of one of ten large enterprises.
  const whose = n % 5 === 0 ? 1 + ((n / 5) % 10) : 1 + (n % enterprises);
  return {
    about: 'declaration',
    taxCode: `${firstTaxCode + whose}0`,
    told: {
      number: `1079${String(n).padStart(7, '0')}0`,
      officeCode: null,
      typeCode: 'A11',
      channel: 'green',
      registeredAt: new Date(at.getTime() - 3_600_000),
      state: 'cleared',
      stateAt: at,
      steps: [],
    },
  };
}
