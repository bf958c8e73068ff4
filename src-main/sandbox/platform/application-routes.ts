import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { withBody } from '../kit/answer-with';
import { readBody } from '../kit/read-body';
import { readQuery } from '../kit/read-query';
import {
  applicationTemplates,
  createApplication,
  deleteApplication,
  listApplications,
  showApplication,
  updateApplication,
} from './applications';
import { domainName, proxyPath } from './domain-name';
import { type ImageUse, readImage, setImage } from './images';
import { createInstance } from './instances';
import type { PlatformEnv } from './platform-env';
import { instanceScope } from './platform-scope';
import { rotateKeys } from './rotate-keys';
import { cycleAt, daysFrom, usage } from './usage';

const draftBody = z.object({
  name: z.string().min(1).max(256),
  domain: domainName('domain').optional(),
  proxy_path: proxyPath.optional(),
  template: z.enum(Object.keys(applicationTemplates) as [string, ...string[]]).optional(),
  environment_types: z
    .array(z.enum(['development', 'production']))
    .min(1)
    .optional(),
});

const day = z.tuple([z.iso.date()]).transform(([text]) => text);
const periodQuery = z
  .object({ start: day.optional(), end: day.optional() })
  .refine(({ start, end }) => (start === undefined) === (end === undefined), {
    path: ['end'],
    message: 'start and end must be provided together.',
  });

const rotation = z.object({
  delay_old_secrets_expiration_hours: z.int().min(0).optional(),
  reason: z.string().optional(),
});
const instanceDraft = z.strictObject({
  domain: domainName('domain'),
  environment_type: z.literal('production').optional(),
  clone_instance_id: z.string().nullish(),
});

const imageUses = ['logo', 'favicon'] as const satisfies readonly ImageUse[];

/** `/platform/applications`: list, create, get, rename, delete; images, instances, keys; usage of an instance. */
export const applicationRoutes = (): Hono<PlatformEnv> => {
  const routes = basicRoutes();
  for (const use of imageUses)
    routes
      .post(`/:application/${use}`, async (c) => {
        const image = await readImage(c);
        const { application } = c.req.param();
        return answer(c, image.ok ? setImage(c.env.scope, { application, use }, image.value) : image);
      })
      .delete(`/:application/${use}`, (c) =>
        answer(c, setImage(c.env.scope, { application: c.req.param('application'), use }, null)),
      );
  return routes;
};

const basicRoutes = (): Hono<PlatformEnv> =>
  new Hono<PlatformEnv>()
    .post('/:application/instances', async (c) => {
      const body = await readBody(c, instanceDraft);
      if (!body.ok) return answer(c, body);
      const made = createInstance(c.env.scope, c.req.param('application'), body.value);
      return made.ok ? c.json(made.value, 201) : answer(c, made);
    })
    .post('/:application/rotate_secret_keys', (c) =>
      withBody(c, rotation, (body) =>
        rotateKeys(c.env.scope, { application: c.req.param('application') }, body),
      ),
    )
    .post('/:application/instances/:instance/rotate_secret_keys', (c) =>
      withBody(c, rotation, (body) => rotateKeys(c.env.scope, c.req.param(), body)),
    )
    .get('/', (c) => answer(c, listApplications(c.env.scope, c.req.query('include_secret_keys') === 'true')))
    .post('/', (c) => withBody(c, draftBody, (body) => createApplication(c.env.scope, body)))
    .get('/:application', (c) =>
      answer(
        c,
        showApplication(
          c.env.scope,
          c.req.param('application'),
          c.req.query('include_secret_keys') === 'true',
        ),
      ),
    )
    .patch('/:application', (c) =>
      withBody(c, z.object({ name: z.string().min(1).max(256).optional() }), (body) =>
        updateApplication(c.env.scope, c.req.param('application'), body.name),
      ),
    )
    .delete('/:application', (c) => answer(c, deleteApplication(c.env.scope, c.req.param('application'))))
    .get('/:application/instances/:instance/usage', (c) => {
      const { application, instance } = c.req.param();
      const scope = instanceScope(c.env.scope, application, instance);
      if (!scope.ok) return answer(c, scope);
      const query = readQuery(c, periodQuery);
      if (!query.ok) return answer(c, query);
      const { start, end } = query.value;
      const period = start && end ? daysFrom(start, end) : cycleAt(scope.value.now());
      return answer(c, usage(scope.value, application, period));
    });
