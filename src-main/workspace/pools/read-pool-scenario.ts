import type { Scenario } from '@shared/domain/scenario';
import { z } from 'zod';

/** Spec: `GET /instance/organization_settings`. */
const OrganizationSettings = z.object({ enabled: z.boolean() });

const timeoutMs = 20_000;

/** What a pool is: people only where organizations are off, else people and organizations; so too where nobody can tell. */
export async function readPoolScenario(pool: {
  /** Base of the API, with its version. */
  readonly url: string;
  readonly apiKey: string;
  readonly fetch: typeof fetch;
}): Promise<Extract<Scenario, 'b2c' | 'b2b'>> {
  try {
    const response = await pool.fetch(`${pool.url}/instance/organization_settings`, {
      headers: { Authorization: `Bearer ${pool.apiKey}`, Accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const settings = OrganizationSettings.safeParse(response.ok ? await response.json() : null);
    return settings.data?.enabled === false ? 'b2c' : 'b2b';
  } catch {
    return 'b2b';
  }
}
