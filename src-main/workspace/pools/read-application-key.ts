import { failure, type Result, success } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { mainInstance } from '@shared/domain/main-instance';
import { t } from '@shared/language/t';
import { z } from 'zod';

/** `PlatformApplicationResponse` with `include_secret_keys=true` (spec: `platform-beta.yml`). */
const ApplicationKeys = z.object({
  name: z.string().min(1),
  instances: z.array(
    z.object({
      instance_id: z.string(),
      environment_type: z.string(),
      secret_key: z.string().optional(),
    }),
  ),
});

export interface ApplicationKey {
  readonly name: string;
  readonly instance: PoolInstance;
  readonly apiKey: string;
}

/** The instance of an application that a pool is of. */
export type PoolInstance = NonNullable<NonNullable<WorkspaceInfo['platform']>['instance']>;

interface Platform {
  /** Base of the API, with its version. */
  readonly url: string;
  readonly token: string;
  readonly fetch: typeof fetch;
}

const timeoutMs = 20_000;

/**
 * Asks a platform for the key of an application's production instance, or of its only one. It goes into a vault, nowhere else.
 *
 * @param of the instance whose key it is to be: a pool is given no key of another one
 */
export async function readApplicationKey(
  platform: Platform,
  applicationId: string,
  of?: Pick<PoolInstance, 'id'>,
): Promise<Result<ApplicationKey>> {
  const { url, token, fetch } = platform;
  try {
    const response = await fetch(
      `${url}/platform/applications/${encodeURIComponent(applicationId)}?include_secret_keys=true`,
      {
        headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      },
    );
    if (!response.ok) return refused(response.status);
    const decoded = ApplicationKeys.safeParse(await response.json());
    const instances = decoded.data?.instances ?? [];
    const meant = of ? instances.find(({ instance_id }) => instance_id === of.id) : mainInstance(instances);
    if (!decoded.success || meant?.secret_key === undefined) return withoutKey();
    const environment = meant.environment_type === 'production' ? 'production' : 'development';
    return success({
      name: decoded.data.name,
      instance: { id: meant.instance_id, environment },
      apiKey: meant.secret_key,
    });
  } catch {
    return unreachable();
  }
}

function refused(status: number): Result<never> {
  if (status === 404)
    return failure(
      'not-found',
      t('The platform has no such application any more. Nothing was made.'),
      t('Sync, and choose another one.'),
    );
  if (status === 429 || status >= 500)
    return failure(
      status === 429 ? 'rate-limited' : 'service-error',
      t(
        'The platform answered with status {status} when asked for the application’s key. Nothing was made.',
        {
          status: String(status),
        },
      ),
      t('Try again in a while: the token is not what keeps it.'),
    );
  return failure(
    'key-refused',
    t('The platform answered with status {status} when asked for the application’s key. Nothing was made.', {
      status: String(status),
    }),
    t('Check in Settings that the Platform API token is right and may read secret keys.'),
  );
}

function withoutKey(): Result<never> {
  return failure(
    'key-refused',
    t('The platform gave no key for the application. Nothing was made.'),
    t('Use a Platform API token that may read secret keys.'),
  );
}

function unreachable(): Result<never> {
  return failure(
    'offline',
    t('The platform could not be reached, and only it has the application’s key. Nothing was made.'),
    t('Try again when the service answers; applications opened before open offline.'),
  );
}
