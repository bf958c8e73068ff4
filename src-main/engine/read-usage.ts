import { readReads, usageReadsKey } from '@main/fleet/templates/template-reads';
import type { IdentityPort } from '@main/identity/identity-port';
import type { Store } from '@main/store/store';
import { hashed, planPage } from '@main/sync/plan-page';
import { failure, type Result, success } from '@shared/contract/failure';
import type { OutputOf } from '@shared/contract/operations';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { outgrown } from '@shared/domain/usage-kept';
import { t } from '@shared/language/t';
import { askPools, poolsOf, readsOf } from './ask-pools';

interface Parts {
  readonly store: Store;
  readonly identity: Pick<IdentityPort, 'readUsage'>;
  readonly now: () => number;
}

/** Asks applications what they used, and keeps the answer as the day's. What cannot be read stays as it was, and is told. */
export async function readUsage(
  { store, identity, now }: Parts,
  ids?: readonly string[],
  signal?: AbortSignal,
): Promise<Result<OutputOf<'readUsage'>>> {
  const { readUsage: ask } = identity;
  if (ask === undefined)
    return failure(
      'invalid-input',
      t('Only the applications of a platform are asked what they used.'),
      t('Open the workspace of the platform.'),
    );
  let read = 0;
  const failed = await askPools(
    await poolsOf(store, ids),
    (application) => ask(application, now(), signal),
    async (answers) => {
      const readings = answers.flatMap(({ answer }) => (answer.ok ? [answer.value] : []));
      read += readings.length;
      const reads = readsOf(answers, 'application', now());
      await store.write(async () => {
        const { put } = await planned(store, readings, now());
        const before = Object.fromEntries(await readReads(store, usageReadsKey));
        return { put, meta: { [usageReadsKey]: { ...before, ...reads } } };
      });
    },
    signal,
  );
  if (signal?.aborted !== true) await thinOut(store, now());
  return success({ read, failed });
}

async function planned(store: Store, readings: readonly RemoteRecord<'usageReading'>[], requestedAt: number) {
  const local = await store.getMany(
    'usageReading',
    readings.map(({ id }) => id),
  );
  return planPage({
    entity: 'usageReading',
    records: readings.map(hashed),
    local,
    intents: [],
    sweep: 0,
    requestedAt,
    first: false,
  });
}

/** Of days long past the last reading of each period stays. */
async function thinOut(store: Store, now: number): Promise<void> {
  const { from, until } = outgrown.span(now);
  await store.write(async () => {
    const old = await store.list('usageReading', [
      { field: 'createdAt', op: 'gte', value: from },
      { field: 'createdAt', op: 'lt', value: until },
    ]);
    return { remove: outgrown.of(old).map((id) => ({ entity: 'usageReading' as const, id })) };
  });
}
