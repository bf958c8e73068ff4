import { type Context, Hono } from 'hono';
import { answer } from '../kit/answer';
import { anyObject } from '../kit/any-object';
import { readBody } from '../kit/read-body';
import { configOf } from './config-of';
import { configSchema } from './config-schema';
import { configView, onlyKeys } from './config-view';
import type { PlatformEnv } from './platform-env';
import { instanceScope } from './platform-scope';
import { writeConfig } from './write-config';

const path = '/:application/instances/:instance/config';

const scopeOf = (c: Context<PlatformEnv, typeof path>) => {
  const { application, instance } = c.req.param();
  return instanceScope(c.env.scope, application, instance);
};

const write = async (c: Context<PlatformEnv, typeof path>, verb: 'patch' | 'put'): Promise<Response> => {
  const scope = scopeOf(c);
  if (!scope.ok) return answer(c, scope);
  const body = await readBody(c, anyObject);
  if (!body.ok) return answer(c, body);
  const is = (name: string): boolean => c.req.query(name) === 'true';
  return answer(
    c,
    writeConfig(scope.value, {
      verb,
      body: body.value,
      dryRun: is('dry_run'),
      destructive: is('destructive'),
      ifMatch: c.req.header('if-match'),
      keys: c.req.queries('keys'),
    }),
  );
};

/** `…/instances/{env or id}/config`: read, patch, replace, and the schema to make forms from. */
export const configRoutes = (): Hono<PlatformEnv> =>
  new Hono<PlatformEnv>()
    .get(path, (c) => {
      const scope = scopeOf(c);
      if (!scope.ok) return answer(c, scope);
      const { document, version } = configOf(scope.value);
      const shown = onlyKeys(configView(document), c.req.queries('keys'));
      return answer(c, { ok: true, value: { config_version: version, ...shown } });
    })
    .patch(path, (c) => write(c, 'patch'))
    .put(path, (c) => write(c, 'put'))
    .get(`${path}/schema`, (c) => {
      const { application, instance } = c.req.param();
      const scope = instanceScope(c.env.scope, application, instance);
      if (!scope.ok) return answer(c, scope);
      return answer(c, { ok: true, value: configSchema(c.req.queries('keys')) });
    });
