/** Which calls to the service are meant: all that is given must hold. */
export interface Call {
  /** Any, unless given. */
  readonly method?: string;
  /** The path after `/v1`, without its query: the whole of it as a text, or what matches. */
  readonly path?: string | RegExp;
}

/** A call as the service saw it. */
export interface ReceivedCall {
  /** Ms since 1970, by the service's clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** Null where the whole answer was never sent. */
  readonly status: number | null;
}

export const isMeant = ({ method, path }: Call, call: Pick<ReceivedCall, 'method' | 'path'>): boolean =>
  (method === undefined || method.toUpperCase() === call.method) &&
  (path === undefined || (typeof path === 'string' ? path === call.path : new RegExp(path).test(call.path)));

/** As the sandbox takes it for a fault. Throws for a pattern that it would take for another: flags do not get there. */
export function matchOf({ method, path }: Call): { readonly method?: string; readonly path?: string } {
  if (path instanceof RegExp && path.ignoreCase)
    throw new Error(`${path}: a fault tells capitals from small letters, leave out the flag i`);
  return {
    ...(method !== undefined && { method }),
    ...(path !== undefined && {
      path: typeof path === 'string' ? `^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$` : path.source,
    }),
  };
}

export const callText = ({ method = 'any method', path = 'any path' }: Call): string =>
  `${method} ${String(path)}`;
