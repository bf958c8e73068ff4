import type { Binding, BoundPort } from '@main/sync/bind-instance';
import { failureOf } from '@main/sync/failure-of';
import { failure, type Result, success } from '@shared/contract/failure';
import type { RemoteResult } from '@shared/domain/remote-failure';
import type { Scenario } from '@shared/domain/scenario';
import { type ServiceName, services } from '@shared/domain/services';
import { t } from '@shared/language/t';

/** Whether a key, in a client of its own, opens the instance of this workspace. */
export async function tryKey(binding: Binding, port: BoundPort): Promise<Result<null>> {
  return asResult(await binding.verify(port));
}

/** Whether a client with a Platform token sees the application of this workspace's instance. */
export async function tryPlatformToken(
  binding: Binding,
  port: BoundPort,
  { scenario, service }: { readonly scenario: Scenario; readonly service: ServiceName },
): Promise<Result<null>> {
  const { label, hasPlatform } = services[service];
  if (!hasPlatform) {
    return failure(
      'invalid-input',
      t('{label} has no Platform API, and so no token for it. Nothing was changed.', { label }),
      t('Go on without.'),
    );
  }
  if (scenario === 'platforms') {
    return failure(
      'invalid-input',
      t('A platform’s workspace has its Platform API token already: it is its key. Nothing was changed.'),
      t('Replace the key, if another token is meant.'),
    );
  }
  const bound = await tryKey(binding, port);
  if (!bound.ok) return bound;
  const page = await port.fetchPage('application', { offset: 0, limit: 1 });
  return page.ok ? success(null) : { ok: false, error: failureOf(page.failure, 'application') };
}

/** A check of the instance as people are told of it. */
export function asResult(checked: RemoteResult<null>): Result<null> {
  return checked.ok ? success(null) : { ok: false, error: failureOf(checked.failure, 'settings') };
}
