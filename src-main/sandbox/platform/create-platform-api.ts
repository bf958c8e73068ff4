import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { answer, answerCrash } from '../kit/answer';
import { refusals } from '../kit/refusals';
import type { SandboxEnv } from '../kit/sandbox-env';
import { applicationRoutes } from './application-routes';
import { configRoutes } from './config-routes';
import { domainRoutes } from './domain-routes';
import { instanceRoutes } from './instance-routes';
import type { PlatformEnv } from './platform-env';
import { workspaceRoutes } from './workspace-routes';

/**
 * The Platform API itself, without `/v1/platform`, token, limits and faults: those are the caller's. What both APIs say of an
 * instance, `backend` answers.
 */
export const createPlatformApi = (backend: Hono<SandboxEnv>): Hono<PlatformEnv> => {
  const api = new Hono<PlatformEnv>().basePath('/platform');
  api.use(async (c, next) => {
    await next();
    c.env.trace.route = routePath(c, -1);
  });
  api.route('/applications', applicationRoutes());
  api.route('/applications', configRoutes());
  api.route('/applications', domainRoutes());
  api.route('/applications', instanceRoutes(backend));
  api.route('/', workspaceRoutes());
  api.notFound((c) => answer(c, refusals.notFound('The requested endpoint does not exist.')));
  api.onError(answerCrash);
  return api;
};
