/** Parts of paths that stand where ids do and are none. */
const words: ReadonlySet<string> = new Set(['bulk', 'count', 'ban', 'unban']);

/**
 * The endpoint of a call, e.g. `PATCH /organizations/{id}/memberships/{id}`: names and ids take turns in the paths of both
 * APIs. Limits, and the waits that a 429 asks for, are an endpoint's own.
 */
export function endpointOf({ method, path }: { readonly method: string; readonly path: string }): string {
  const [, ...parts] = (path.split('?', 1)[0] ?? '').split('/');
  const first = parts[0] === 'platform' ? 1 : 0;
  // In a loop, without a function for each part: every request and every step of a plan passes here.
  for (let at = first + 1; at < parts.length; at += 2) if (!words.has(parts[at] ?? '')) parts[at] = '{id}';
  return `${method} /${parts.join('/')}`;
}

/** The call that a text like `PATCH /organizations/org_1` names. */
export function callNamed(text: string): { readonly method: string; readonly path: string } {
  const [method = '', path = ''] = text.split(' ');
  return { method, path };
}
