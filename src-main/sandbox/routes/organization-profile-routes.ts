import { type Context, Hono } from 'hono';
import { answer } from '../kit/answer';
import { bodyField } from '../kit/body-field';
import { readBody } from '../kit/read-body';
import { readLogo } from '../kit/read-logo';
import type { SandboxEnv } from '../kit/sandbox-env';
import { setLogo } from '../rules/set-logo';
import { setOrganizationMetadata } from '../rules/set-organization-metadata';

const setMetadata = async (c: Context<SandboxEnv>, mode: 'merge' | 'replace'): Promise<Response> => {
  const body = await readBody(c, bodyField.metadataPatch);
  const id = c.req.param('id') ?? '';
  return answer(c, body.ok ? setOrganizationMetadata(c.env.scope, id, body.value, mode) : body);
};

/** `/organizations/{organization_id}/metadata` and `/logo`. */
export const organizationProfileRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .patch('/:id/metadata', (c) => setMetadata(c, 'merge'))
    .put('/:id/metadata', (c) => setMetadata(c, 'replace'))
    .put('/:id/logo', async (c) => {
      const logo = await readLogo(c);
      return answer(c, logo.ok ? setLogo(c.env.scope, c.req.param('id'), logo.value) : logo);
    })
    .delete('/:id/logo', (c) => answer(c, setLogo(c.env.scope, c.req.param('id'), null)));
