import { Hono } from 'hono';
import { answer } from '../kit/answer';
import type { SandboxEnv } from '../kit/sandbox-env';
import type { PlatformEnv } from './platform-env';
import { instanceScope } from './platform-scope';

/**
 * What the Platform API says of an instance in the same words as the instance's own Backend API: method, path within the instance, and
 * how its list is asked for there. `counted`: the Backend API counts it at an address of its own.
 */
const shared: readonly (readonly [method: string, path: string, query?: 'counted' | 'paginated'])[] = [
  ['GET', '/users', 'counted'],
  ['POST', '/users'],
  ['DELETE', '/users/:id'],
  ['POST', '/users/:id/profile_image'],
  ['DELETE', '/users/:id/profile_image'],
  ['POST', '/users/:id/ban'],
  ['POST', '/users/:id/unban'],
  ['GET', '/jwt_templates'],
  ['POST', '/jwt_templates'],
  ['GET', '/jwt_templates/:id'],
  ['PATCH', '/jwt_templates/:id'],
  ['DELETE', '/jwt_templates/:id'],
  ['GET', '/redirect_urls', 'paginated'],
  ['POST', '/redirect_urls'],
  ['GET', '/redirect_urls/:id'],
  ['DELETE', '/redirect_urls/:id'],
];

/** Users, JWT templates and redirect URLs of an instance: answered by the Backend API, in the scope of that instance. */
export const instanceRoutes = (backend: Hono<SandboxEnv>): Hono<PlatformEnv> => {
  const routes = new Hono<PlatformEnv>();
  for (const [method, path, query] of shared)
    routes.on(method, `/:application/instances/:instance${path}`, async (c) => {
      const { application = '', instance = '' } = c.req.param() as Readonly<Record<string, string>>;
      const scope = instanceScope(c.env.scope, application, instance);
      if (!scope.ok) return answer(c, scope);
      const asked = new URL(c.req.url);
      const within = asked.pathname.split('/').slice(6).join('/');
      const body = method === 'GET' ? null : await c.req.arrayBuffer();
      const ask = (at: string, more = ''): Promise<Response> => {
        const target = new URL(
          `/${at}${asked.search}${asked.search === '' ? '?' : '&'}${more}`,
          asked.origin,
        );
        const request = new Request(target, { method, headers: c.req.raw.headers, body });
        const trace = { route: '', id: c.env.trace.id };
        return Promise.resolve(backend.fetch(request, { scope: scope.value, trace }));
      };
      const response = await ask(within, query === 'paginated' ? 'paginated=true' : '');
      if (query !== 'counted' || !response.ok) return response;
      const total = (await (await ask(`${within}/count`)).json()) as { readonly total_count: number };
      return c.json({ data: (await response.json()) as object[], total_count: total.total_count });
    });
  return routes;
};
