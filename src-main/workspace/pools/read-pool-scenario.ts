import { setTimeout as sleep } from 'node:timers/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import type { Scenario } from '@shared/domain/scenario';
import { t } from '@shared/language/t';
import { z } from 'zod';

/** Spec: `GET /instance/organization_settings`. */
const OrganizationSettings = z.object({ enabled: z.boolean() });

interface Pool {
  /** Base of the API, with its version. */
  readonly url: string;
  readonly apiKey: string;
  readonly fetch: typeof fetch;
}

type PoolScenario = Extract<Scenario, 'b2c' | 'b2b'>;

const timeoutMs = 20_000;
const mostTries = 3;
const betweenMs = 500;
/** The service's last word that this key, plan or instance has no such settings: what organizations refuse is a capability then. */
const lasting: readonly number[] = [402, 403, 404];

/**
 * What a pool is: people only where organizations are off, else people and organizations. Asked again where there is no answer to
 * go by; then it is not known, and a failure (`offline`, `key-refused`, `service-error`), since a workspace stays what it was made as.
 */
export async function readPoolScenario(pool: Pool): Promise<Result<PoolScenario>> {
  let last = await ask(pool);
  for (let tries = 1; !last.ok && last.error.code !== 'key-refused' && tries < mostTries; tries += 1) {
    await sleep(betweenMs);
    last = await ask(pool);
  }
  return last;
}

async function ask({ url, apiKey, fetch }: Pool): Promise<Result<PoolScenario>> {
  try {
    const response = await fetch(`${url}/instance/organization_settings`, {
      headers: { Authorization: `Bearer ${apiKey}`, Accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const settings = OrganizationSettings.safeParse(await response.json());
    if (response.ok && settings.success) return success(settings.data.enabled ? 'b2b' : 'b2c');
    if (response.status === 401) return unknown('key-refused');
    return lasting.includes(response.status) ? success('b2b') : unknown('service-error');
  } catch (error) {
    return unknown(error instanceof SyntaxError ? 'service-error' : 'offline');
  }
}

const unknown = (code: 'key-refused' | 'service-error' | 'offline'): Result<never> =>
  failure(
    code,
    t('Whether the pool has organizations could not be read. Nothing was made.'),
    code === 'key-refused'
      ? t('The pool refuses the key that the platform gave: try again once it was renewed.')
      : t('Try again in a while.'),
  );
