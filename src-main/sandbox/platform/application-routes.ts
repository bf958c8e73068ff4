import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { withBody } from '../kit/answer-with';
import { readQuery } from '../kit/read-query';
import {
  createApplication,
  deleteApplication,
  listApplications,
  showApplication,
  updateApplication,
} from './applications';
import { domainName } from './domain-name';
import type { PlatformEnv } from './platform-env';
import { instanceScope } from './platform-scope';
import { cycleAt, daysFrom, usage } from './usage';

const draftBody = z.object({
  name: z.string().min(1).max(256),
  domain: domainName('domain').optional(),
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

/** `/platform/applications`: list, create, get, rename, delete; usage of an instance. */
export const applicationRoutes = (): Hono<PlatformEnv> =>
  new Hono<PlatformEnv>()
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
