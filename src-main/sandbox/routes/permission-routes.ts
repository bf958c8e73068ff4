import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { catalogQuery } from '../kit/catalog-query';
import { readBody } from '../kit/read-body';
import { readQuery } from '../kit/read-query';
import type { SandboxEnv } from '../kit/sandbox-env';
import { createPermission } from '../rules/create-permission';
import { deletePermission } from '../rules/delete-permission';
import { findPermission } from '../rules/find-permission';
import { listPermissions } from '../rules/list-permissions';
import { updatePermission } from '../rules/update-permission';
import { permissionView } from '../views/permission-view';

const draftBody = z.object({
  name: z.string().min(1).max(256),
  key: z.string(),
  description: z.string().optional(),
});

/** `/organization_permissions`: list, create, get, update, delete. */
export const permissionRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/', (c) => {
      const query = readQuery(c, catalogQuery);
      return answer(c, query.ok ? listPermissions(c.env.scope, query.value) : query);
    })
    .post('/', async (c) => {
      const body = await readBody(c, draftBody);
      return answer(c, body.ok ? createPermission(c.env.scope, body.value) : body);
    })
    .get('/:id', (c) => {
      const found = findPermission(c.env.scope, c.req.param('id'));
      return answer(c, found.ok ? { ok: true, value: permissionView(found.value) } : found);
    })
    .patch('/:id', async (c) => {
      const body = await readBody(c, draftBody.partial());
      return answer(c, body.ok ? updatePermission(c.env.scope, c.req.param('id'), body.value) : body);
    })
    .delete('/:id', (c) => answer(c, deletePermission(c.env.scope, c.req.param('id'))));
