import { createPlatformApi } from '@main/sandbox/platform/create-platform-api';
import { createApi } from '@main/sandbox/server/create-api';

/** A running sandbox, and what opens it. */
export interface Opened {
  readonly url: string;
  readonly secretKey: string;
  readonly platformToken: string;
}

/** One answer: its operation as the sandbox routes it, how it was asked for, and all of it but for the socket. */
export interface Read {
  readonly route: string;
  readonly path: string;
  readonly status: number;
  readonly headers: readonly string[];
  readonly text: string;
}

/** Every GET operation that a sandbox has, of both APIs: what it gains is in it by itself. */
export const getRoutes = (): readonly string[] => {
  const api = createApi();
  const routes = [...api.routes, ...createPlatformApi(api).routes];
  return [...new Set(routes.flatMap(({ method, path }) => (method === 'GET' ? [path] : [])))];
};

const page = 'limit=500';
const asked: Readonly<Record<string, string>> = {
  '/organizations': `${page}&include_members_count=true`,
  '/billing/subscription_items': `${page}&include_free=true`,
};

type Shown = Readonly<Record<string, unknown>>;

/**
 * Asks for everything: each list as one page, and of what lists name the first `each` by themselves. What is reached through no list of its
 * own is reached through the records that carry it.
 */
export async function everyRead(
  { url, secretKey, platformToken }: Opened,
  each = 2,
): Promise<readonly Read[]> {
  const known = new Map<string, Promise<Read>>();
  const get = (route: string, path: string): Promise<Read> => {
    const found = known.get(path) ?? ask(route, path);
    known.set(path, found);
    return found;
  };
  const ask = async (route: string, path: string): Promise<Read> => {
    const key = path.startsWith('/platform') ? platformToken : secretKey;
    const response = await fetch(`${url}/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`);
    return { route, path, status: response.status, headers, text: await response.text() };
  };
  const listed = async (path: string, query = asked[path] ?? page): Promise<readonly Shown[]> => {
    const body = JSON.parse((await get(path, `${path}?${query}`)).text) as
      | { readonly data?: unknown }
      | unknown[];
    const rows = Array.isArray(body) ? body : body.data;
    return Array.isArray(rows) ? (rows as readonly Shown[]) : [];
  };
  const idsIn = (rows: readonly Shown[]): string[] =>
    rows.map(({ id, application_id, slug, template_type }) =>
      String(template_type ? slug : (id ?? application_id)),
    );
  /** What the parameter after a path may be. */
  const values = async (path: string): Promise<readonly string[]> => {
    if (path === '/email_addresses' || path === '/phone_numbers')
      return (await listed('/users')).flatMap((user) => idsIn(user[path.slice(1)] as readonly Shown[]));
    if (path === '/sessions' || path === '/api_keys') {
      const owners = idsIn(await listed(path === '/sessions' ? '/users' : '/machines')).slice(0, 5);
      const name = path === '/sessions' ? 'user_id' : 'subject';
      const rows: Shown[] = [];
      for (const id of owners) rows.push(...(await listed(path, `${name}=${id}&limit=100`)));
      return idsIn(rows);
    }
    if (path === '/templates') return ['email', 'sms'];
    if (path.endsWith('/instances')) return ['production', 'development'];
    if (path.endsWith('/transfers')) return idsIn(await listed('/platform/application_transfers'));
    return idsIn(await listed(path));
  };
  const paths = async (route: string): Promise<readonly string[]> => {
    let found = [''];
    for (const part of route.split('/').slice(1)) {
      // One after the other: answers number their calls.
      const next: string[] = [];
      for (const path of found)
        next.push(
          ...(part.startsWith(':') ? (await values(path)).slice(0, each) : [part]).map(
            (value) => `${path}/${value}`,
          ),
        );
      found = next;
    }
    return found;
  };
  for (const route of getRoutes())
    for (const path of await paths(route)) {
      const one = route.includes(':') && !route.endsWith('s');
      await get(route, one ? path : `${path}?${asked[path] ?? page}`);
    }
  return Promise.all(known.values());
}
