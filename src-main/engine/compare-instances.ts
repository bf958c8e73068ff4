import type { IdentityPort } from '@main/identity/identity-port';
import type { Store } from '@main/store/store';
import type { Sync } from '@main/sync/create-sync';
import { failureOf } from '@main/sync/failure-of';
import { failure, type Result, success } from '@shared/contract/failure';
import type { DecodedInputOf, OutputOf } from '@shared/contract/operations';
import { configPrefix } from '@shared/domain/config-field';
import { configGroups, configSchemaId } from '@shared/domain/config-settings';
import { instanceDifferences } from '@shared/domain/fleet/instance-differences';
import { serverRow } from '@shared/domain/project';

interface Parts {
  readonly store: Pick<Store, 'get'>;
  readonly identity: Pick<IdentityPort, 'readTwin'>;
  readonly sync: Pick<Sync, 'status'>;
}

/** Asks an application's other instance for its config, and says how the copied one differs. Nothing is kept or staged. */
export async function compareInstances(
  { store, identity, sync }: Parts,
  { applicationId }: DecodedInputOf<'compareInstances'>,
): Promise<Result<OutputOf<'compareInstances'>>> {
  const { freshness } = sync.status();
  if (freshness.kind === 'offline' && freshness.by === 'choice')
    return failure(
      'offline',
      'You work offline: the other instance was not asked.',
      'Go online, and compare again.',
    );
  if (identity.readTwin === undefined)
    return failure(
      'invalid-input',
      'The configs of instances are read by a Platform token, and there is none.',
      'Add a Platform token under Settings.',
    );
  const row = await store.get('application', applicationId);
  const held = row && serverRow('application', row);
  if (row === null || held === null)
    return failure('not-found', `The service has no application ${applicationId}.`, 'Sync first.');
  if (Object.keys(held.config).length === 0)
    return failure(
      'not-found',
      `The config of ${held.name} was never read: there is nothing to compare.`,
      'Sync first.',
    );
  const twin = await identity.readTwin(held);
  if (!twin.ok) return { ok: false, error: failureOf(twin.failure, 'application') };
  if (twin.value === null)
    return failure(
      'not-found',
      `${held.name} has no other instance than its ${held.environment} one.`,
      'There is nothing to compare it with.',
    );
  const schema = await store.get('settings', configSchemaId);
  const { differences, ...counts } = instanceDifferences(
    row,
    twin.value.config,
    configGroups(schema?.values ?? {}),
  );
  return success({
    applicationId,
    name: held.name,
    environment: held.environment,
    twinEnvironment: twin.value.environment,
    ...counts,
    differences: differences.map(({ path, ...rest }) => ({
      setting: path.slice(configPrefix.length),
      ...rest,
    })),
  });
}
