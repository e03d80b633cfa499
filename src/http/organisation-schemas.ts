import { z } from '@hono/zod-openapi';
import { roles } from '../rules/visibility/permission-table.ts';

/** What the routes of the organisation share: ids, dates, names, pages. */

export const key = z.number().int().positive();
export const idParam = z.object({ id: z.coerce.number().int().positive() });
export const day = z.iso.date().openapi({ example: '2026-07-01' });
export const instant = z.iso.datetime({ offset: true });
export const asOf = z.object({ asOf: day.optional().openapi({ description: 'As of which day; today if left out' }) });
export const paging = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const caseKind = z.enum(['issue', 'report', 'verification', 'question']);
export const role = z.enum(roles);

/** A line somebody typed: trimmed, without NUL and half characters, not empty. */
export const line = z
  .string()
  .transform((text) => text.replaceAll('\u0000', '').toWellFormed().trim())
  .pipe(z.string().min(1, 'Nội dung không được để trống').max(300, 'Nội dung dài tối đa 300 ký tự'));

export const code = z
  .string()
  .trim()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,39}$/, 'Mã gồm chữ hoa, chữ số và dấu gạch nối');

export const ending = z.object({ validTo: day.openapi({ description: 'The first day on which it no longer holds' }) });

/** What becomes of an officer's open cases. */
export const passingOn = z
  .discriminatedUnion('to', [
    z.object({ to: z.literal('queue') }),
    z.object({ to: z.literal('route') }),
    z.object({ to: z.literal('officer'), officerId: key }),
  ])
  .openapi('PassingOn');

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
