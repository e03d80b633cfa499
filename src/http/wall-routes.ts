import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type WallColumn, wall } from '../reports/today/wall.ts';
import type { Level } from '../rules/case/words.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { caseListItem } from './case-views.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { cardSchema, json } from './view-schemas.ts';
import type { CaseListItem } from './views.ts';

export interface WallView {
  level: Level;
  count: number;
  cards: WallCard[];
}

export interface WallCard {
  item: CaseListItem;
  lastEventOrdinal: number;
  /** The newest escalation: who answers at the level, and since when they know. */
  alert: {
    id: number;
    officer: { id: number; name: string; title: string };
    at: string;
    acknowledgedAt: string | null;
  } | null;
}

const instant = z.iso.datetime();
const wallSchema: z.ZodType<WallView[]> = z.array(
  z
    .object({
      level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
      count: z.number(),
      cards: z.array(
        z.object({
          item: cardSchema,
          lastEventOrdinal: z.number(),
          alert: z
            .object({
              id: z.number(),
              officer: z.object({ id: z.number(), name: z.string(), title: z.string() }),
              at: instant,
              acknowledgedAt: instant.nullable(),
            })
            .nullable(),
        }),
      ),
    })
    .openapi('WallColumn'),
);

const read = createRoute({
  method: 'get',
  path: '/wall',
  summary: 'Cases that are late or were raised, by level',
  responses: { 200: json(wallSchema, 'Four columns, what is due next first; each shows at most forty and counts all') },
});

/** The escalation wall. */
export function wallRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed }).openapi(read, async (context) => {
    const now = desk.clock.now();
    const columns = await wall(desk.database.db, context.var.reader.sight, now);
    return context.json(
      columns.map((column) => columnView(column, now)),
      200,
    );
  });
}

function columnView({ level, count, cards }: WallColumn, now: Date): WallView {
  return {
    level,
    count,
    cards: cards.map(({ card, clocks, alert }) => ({
      item: caseListItem(card, clocks, now),
      lastEventOrdinal: card.row.lastOrdinal,
      alert:
        alert === null
          ? null
          : {
              id: alert.alertId,
              officer: { id: alert.officerId, name: alert.name, title: alert.title },
              at: new Date(alert.createdAt).toISOString(),
              acknowledgedAt: alert.acknowledgedAt === null ? null : new Date(alert.acknowledgedAt).toISOString(),
            },
    })),
  };
}
