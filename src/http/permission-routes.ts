import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { permissions, reachOf, roles } from '../rules/visibility/permission-table.ts';
import { relations, sightTable } from '../rules/visibility/sight-table.ts';
import type { ApiEnv } from './api-env.ts';
import { requirePermission } from './permitted.ts';
import { json } from './view-schemas.ts';

const permissionsSchema = z
  .object({
    roles: z.array(z.enum(roles)),
    /** How far each permission reaches, in the order of the roles. */
    acts: z.array(
      z.object({
        permission: z.enum(permissions),
        reach: z.array(z.enum(['nowhere', 'ownUnits', 'seenCases', 'everywhere'])),
      }),
    ),
    /** Who sees a case, by how they stand to it, in the order of the roles. */
    sight: z.array(
      z.object({ relation: z.enum(relations), kinds: z.enum(['plain', 'conduct']), sees: z.array(z.boolean()) }),
    ),
  })
  .openapi('PermissionTable');
export type PermissionsView = z.infer<typeof permissionsSchema>;

const read = createRoute({
  method: 'get',
  path: '/permissions',
  summary: 'Who may do and see what',
  responses: { 200: json(permissionsSchema, 'The very table that decides') },
});

/** The table of permissions as people check it. */
export function permissionRoutes() {
  return new OpenAPIHono<ApiEnv>().openapi(read, (context) => {
    requirePermission(context.var.reader, 'readPermissions', 'xem bảng phân quyền');
    const acts = permissions.map((permission) => ({
      permission,
      reach: roles.map((role) => reachOf(role, permission)),
    }));
    return context.json({ roles: [...roles], acts, sight: sightTable() }, 200);
  });
}
