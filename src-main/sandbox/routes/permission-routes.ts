import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { shown, withBody, withQuery } from '../kit/answer-with';
import { catalogQuery } from '../kit/catalog-query';
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
    .get('/', (c) => withQuery(c, catalogQuery, (query) => listPermissions(c.env.scope, query)))
    .post('/', (c) => withBody(c, draftBody, (body) => createPermission(c.env.scope, body)))
    .get('/:id', (c) => {
      const found = findPermission(c.env.scope, c.req.param('id'));
      return answer(c, shown(found, permissionView));
    })
    .patch('/:id', (c) =>
      withBody(c, draftBody.partial(), (body) => updatePermission(c.env.scope, c.req.param('id'), body)),
    )
    .delete('/:id', (c) => answer(c, deletePermission(c.env.scope, c.req.param('id'))));
