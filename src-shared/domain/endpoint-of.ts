/** Parts of paths that stand where ids do and are none. */
const words: ReadonlySet<string> = new Set(['bulk', 'count', 'ban', 'unban']);

/**
 * The endpoint of a call, e.g. `PATCH /organizations/{id}/memberships/{id}`: names and ids take turns in the paths of both
 * APIs. Limits, and the waits that a 429 asks for, are an endpoint's own.
 */
export function endpointOf({ method, path }: { readonly method: string; readonly path: string }): string {
  const parts = (path.split('?')[0] ?? '').split('/').slice(1);
  const first = parts[0] === 'platform' ? 1 : 0;
  const isId = (part: string, index: number): boolean =>
    (index - first) % 2 === 1 && index > first && !words.has(part);
  return `${method} /${parts.map((part, index) => (isId(part, index) ? '{id}' : part)).join('/')}`;
}

/** The call that a text like `PATCH /organizations/org_1` names. */
export function callNamed(text: string): { readonly method: string; readonly path: string } {
  const [method = '', path = ''] = text.split(' ');
  return { method, path };
}
