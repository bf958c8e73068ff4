/** A sliding-window limit. */
export type RateLimit = { readonly limit: number; readonly windowMs: number };

interface EndpointLimit extends RateLimit {
  /** Which calls it is about: `METHOD path`. What the expression captures counts apart. */
  readonly calls: RegExp;
}

const hour = 3_600_000;
const ofOneRecord = { limit: 10, windowMs: 10_000 };

/**
 * What the service takes of single endpoints, beside the calls of the instance (Clerk's documentation, system limits).
 * Changes of one user, organization or membership and of its metadata count together.
 */
const endpointLimits: readonly EndpointLimit[] = [
  { calls: /^POST \/invitations$/, limit: 100, windowMs: hour },
  { calls: /^POST \/invitations\/bulk$/, limit: 25, windowMs: hour },
  { calls: /^POST \/organizations\/[^/]+\/invitations$/, limit: 250, windowMs: hour },
  { calls: /^POST \/organizations\/[^/]+\/invitations\/bulk$/, limit: 50, windowMs: hour },
  { calls: /^(?:PATCH|PUT) \/users\/([^/]+)(?:\/metadata)?$/, ...ofOneRecord },
  { calls: /^(?:PATCH|PUT) \/organizations\/([^/]+)(?:\/metadata)?$/, ...ofOneRecord },
  { calls: /^(?:PATCH|PUT) \/organizations\/([^/]+\/memberships\/[^/]+)(?:\/metadata)?$/, ...ofOneRecord },
];

/** The limit that a call counts for, and the name under which it is counted; undefined where there is none. */
export const endpointLimitOf = (
  method: string,
  path: string,
): { readonly name: string; readonly limit: RateLimit } | undefined => {
  for (const limit of endpointLimits) {
    const match = limit.calls.exec(`${method} ${path}`);
    if (match !== null) return { name: `${limit.calls.source} ${match[1] ?? ''}`, limit };
  }
  return undefined;
};
