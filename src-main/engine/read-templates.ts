import { readReads, readsKey } from '@main/fleet/templates/template-reads';
import type { IdentityPort } from '@main/identity/identity-port';
import type { Store, WriteBatch } from '@main/store/store';
import { hashed, planPage } from '@main/sync/plan-page';
import { failure, type Result, success } from '@shared/contract/failure';
import type { OutputOf } from '@shared/contract/operations';
import type { RecordId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { askPools, poolsOf, readsOf } from './ask-pools';

export interface ReadParts {
  readonly store: Store;
  readonly identity: Pick<IdentityPort, 'readTemplates'>;
  readonly now: () => number;
}

/** Reads the templates of applications into the workspace. What cannot be read stays as it was, and is told. */
export async function readTemplates(
  { store, identity, now }: ReadParts,
  ids?: readonly string[],
  signal?: AbortSignal,
): Promise<Result<OutputOf<'readTemplates'>>> {
  const { readTemplates: ask } = identity;
  if (ask === undefined)
    return failure(
      'invalid-input',
      t('Only a platform has customers whose templates are read.'),
      t('Open the workspace of the platform.'),
    );
  let read = 0;
  const asked = async (application: Parameters<typeof ask>[0]) => {
    const requestedAt = now();
    const answer = await ask(application, signal);
    return answer.ok ? { ...answer, value: { ...answer.value, requestedAt } } : answer;
  };
  const failed = await askPools(
    await poolsOf(store, ids),
    asked,
    async (answers) => {
      read += answers.filter(({ answer }) => answer.ok).length;
      const reads = readsOf(answers, 'template', now());
      await store.write(async () => {
        const put: WriteBatch[] = [];
        for (const { answer } of answers)
          if (answer.ok) put.push(await planned(store, answer.value.records, answer.value.requestedAt));
        return {
          put: put.flatMap((batch) => batch.put ?? []),
          history: put.flatMap((batch) => batch.history ?? []),
          meta: { [readsKey]: { ...Object.fromEntries(await readReads(store)), ...reads } },
        };
      });
    },
    signal,
  );
  if (signal?.aborted !== true) await dropClosed(store);
  return success({ read, failed });
}

/** What was read laid over what is stored, open intents on top. */
async function planned(
  store: Store,
  remote: readonly RemoteRecord<'template'>[],
  requestedAt: number,
): Promise<WriteBatch> {
  const recordIds = remote.map(({ id }) => id);
  return planPage({
    entity: 'template',
    records: remote.map(hashed),
    local: await store.getMany('template', recordIds),
    intents: await store.intents({ recordIds }),
    sweep: 0,
    requestedAt,
    first: false,
  });
}

/** Templates of applications that are no more go, unless something of them is open. */
async function dropClosed(store: Store): Promise<void> {
  await store.write(async () => {
    const there = new Set<string>(await store.ids('application'));
    const closed = (await store.ids('template')).filter((id) => !there.has(id.split('/')[0] ?? ''));
    if (closed.length === 0) return {};
    const open = await store.intents({ states: openStates, recordIds: closed });
    const held = new Set<RecordId>(open.map(({ recordId }) => recordId));
    return {
      remove: closed.filter((id) => !held.has(id)).map((id) => ({ entity: 'template' as const, id })),
    };
  });
}
