import type { ApiCall } from './api-call';

/**
 * The endpoint of a call, e.g. `PATCH /organizations/{id}/memberships/{id}`: names and ids take turns in the paths of both
 * APIs. Limits, and the waits that a 429 asks for, are an endpoint's own.
 */
export function endpointOf({ method, path }: Pick<ApiCall, 'method' | 'path'>): string {
  const parts = (path.split('?')[0] ?? '').split('/').slice(1);
  const first = parts[0] === 'platform' ? 1 : 0;
  const named = parts.map((part, index) => ((index - first) % 2 === 1 && index > first ? '{id}' : part));
  return `${method} /${named.join('/')}`;
}
