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
import { t } from '@shared/language/t';

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
      t('You work offline: the other instance was not asked.'),
      t('Go online, and compare again.'),
    );
  if (identity.readTwin === undefined)
    return failure(
      'invalid-input',
      t('The configs of instances are read by a Platform token, and there is none.'),
      t('Add a Platform token under Settings.'),
    );
  const row = await store.get('application', applicationId);
  const held = row && serverRow('application', row);
  if (row === null || held === null)
    return failure(
      'not-found',
      t('The service has no application {applicationId}.', { applicationId }),
      t('Sync first.'),
    );
  if (Object.keys(held.config).length === 0)
    return failure(
      'not-found',
      t('The config of {name} was never read: there is nothing to compare.', { name: held.name }),
      t('Sync first.'),
    );
  const twin = await identity.readTwin(held);
  if (!twin.ok) return { ok: false, error: failureOf(twin.failure, 'application') };
  if (twin.value === null)
    return failure(
      'not-found',
      t('{name} has no other instance than its {environment} one.', {
        name: held.name,
        environment: held.environment,
      }),
      t('There is nothing to compare it with.'),
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
