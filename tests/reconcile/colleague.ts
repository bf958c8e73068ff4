import type { ReconcileRig } from './reconcile-rig';

/** A colleague at the service's own dashboard: one request that Tenantry does not know of. */
export async function colleague(
  rig: ReconcileRig,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const { url, secretKey } = rig.sandbox;
  const answer = await fetch(`${url.replace(/\/v1$/, '')}/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
