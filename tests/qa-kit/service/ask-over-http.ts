type Json = Readonly<Record<string, unknown>>;

/** Calls of another program with the same key: faults, limits and the recorder meet them. Each rejects where the answer is an error. */
export interface HttpAsk {
  readonly get: (path: string) => Promise<Json>;
  /** Rows of a list's first page. */
  readonly list: (path: string) => Promise<readonly Json[]>;
  readonly patch: (path: string, body: Json) => Promise<Json>;
  readonly post: (path: string, body: Json) => Promise<Json>;
  readonly remove: (path: string) => Promise<Json>;
}

/** @param url origin of the service, to which `/v1` and a path are added */
export function askOverHttp(url: string, key: string): HttpAsk {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const call = async (path: string, method = 'GET', body?: Json): Promise<unknown> => {
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${url}/v1${path}`, init);
    const told: unknown = await answer.json();
    if (answer.ok) return told;
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(told)}`);
  };
  return {
    get: async (path) => (await call(path)) as Json,
    list: async (path) => {
      const told = (await call(path)) as readonly Json[] | { readonly data: readonly Json[] };
      return 'data' in told ? told.data : told;
    },
    patch: async (path, body) => (await call(path, 'PATCH', body)) as Json,
    post: async (path, body) => (await call(path, 'POST', body)) as Json,
    remove: async (path) => (await call(path, 'DELETE')) as Json,
  };
}
