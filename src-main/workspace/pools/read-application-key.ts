import { failure, type Result, success } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { mainInstance } from '@shared/domain/main-instance';
import { services } from '@shared/domain/services';
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

/** Which instance of an application is meant: by its id, or by its environment where that is all that is known. */
export type MeantInstance = Pick<PoolInstance, 'id'> | Pick<PoolInstance, 'environment'>;

/** The instance that a copy is of. One that was made before that was kept has its environment; a sandbox's key tells it. */
export function meantInstance(
  { platform, environment }: Pick<WorkspaceInfo, 'platform' | 'environment'>,
  apiKey: string,
): MeantInstance {
  if (platform?.instance !== undefined) return platform.instance;
  if (environment !== 'sandbox') return { environment };
  return { environment: services.clerk.isLiveKey(apiKey) ? 'production' : 'development' };
}

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
 * @param of the instance whose key it is to be: a pool is given no key of another one, and none where it may be one of several
 */
export async function readApplicationKey(
  platform: Platform,
  applicationId: string,
  of?: MeantInstance,
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
    const [meant, ...others] = of ? instances.filter((one) => isMeant(one, of)) : [mainInstance(instances)];
    if (decoded.success && of && !('id' in of) && (meant === undefined || others.length > 0))
      return notTold();
    if (!decoded.success || meant?.secret_key === undefined) return withoutKey();
    return success({
      name: decoded.data.name,
      instance: { id: meant.instance_id, environment: environmentOf(meant) },
      apiKey: meant.secret_key,
    });
  } catch {
    return unreachable();
  }
}

type Instance = z.infer<typeof ApplicationKeys>['instances'][number];

const environmentOf = ({ environment_type }: Instance): PoolInstance['environment'] =>
  environment_type === 'production' ? 'production' : 'development';

const isMeant = (one: Instance, of: MeantInstance): boolean =>
  'id' in of ? one.instance_id === of.id : environmentOf(one) === of.environment;

function notTold(): Result<never> {
  return failure(
    'other-instance',
    t(
      'Which instance of the application this copy is of was not kept, and the platform does not tell. Nothing was changed.',
    ),
    t('Give it its own key in its Settings, or forget it and copy the people anew.'),
  );
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
