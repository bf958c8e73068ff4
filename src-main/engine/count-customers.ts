import { countedKey, readCounted } from '@main/books/read-customers';
import type { IdentityPort } from '@main/identity/identity-port';
import type { Store } from '@main/store/store';
import { failureOf } from '@main/sync/failure-of';
import { type Failure, failure, type Result, success } from '@shared/contract/failure';
import type { OutputOf } from '@shared/contract/operations';
import { RecordId } from '@shared/domain/ids';
import type { CountedUsage } from '@shared/domain/limits/usage';
import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';

interface Parts {
  readonly store: Store;
  readonly identity: Pick<IdentityPort, 'countPool'>;
  readonly now: () => number;
}

/** Pools that are asked at once. */
const width = 4;

/** Counts what is used in the customers' pools. What cannot be counted keeps the figures that it had, and is told. */
export async function countCustomers(
  { store, identity, now }: Parts,
  ids?: readonly string[],
): Promise<Result<OutputOf<'countCustomers'>>> {
  const count = identity.countPool;
  if (count === undefined)
    return failure(
      'invalid-input',
      'Only a platform has customers whose pools can be counted.',
      'Open the workspace of the platform.',
    );
  const rows = ids
    ? [
        ...(
          await store.getMany(
            'application',
            ids.map((id) => RecordId.parse(id)),
          )
        ).values(),
      ]
    : await store.list('application', []);
  const asked = rows.filter(({ state, staged }) => state !== 'gone' && staged?.verb !== 'create');
  const failed = new Map<string, { failure: Failure; names: string[] }>();
  let counted = 0;
  for (let start = 0; start < asked.length; start += width) {
    const some = asked.slice(start, start + width);
    const answers = await Promise.all(some.map((application) => count(application)));
    const found: Record<string, CountedUsage> = {};
    for (const [index, answer] of answers.entries()) {
      const { id = '', name = '' } = some[index] ?? {};
      if (answer.ok) found[id] = { at: now(), ...answer.value };
      else note(failed, name, answer.failure);
    }
    counted += Object.keys(found).length;
    await store.write(async () => {
      const before = await readCounted(store);
      for (const [id, usage] of Object.entries(found))
        found[id] = { ...usage, templates: usage.templates ?? before.get(id)?.templates ?? null };
      return { meta: { [countedKey]: { ...Object.fromEntries(before), ...found } } };
    });
    if (isVain(answers)) break;
  }
  return success({ counted, failed: [...failed.values()] });
}

/** Whether the rest would be answered no better: no network, no more calls, or a key that opened nothing. One pool's own key is its own. */
function isVain(answers: readonly RemoteResult<unknown>[]): boolean {
  const kinds = answers.map((answer) => (answer.ok ? '' : answer.failure.kind));
  return (
    kinds.includes('offline') ||
    kinds.includes('rate-limited') ||
    kinds.every((kind) => kind === 'unauthorized')
  );
}

function note(
  failed: Map<string, { failure: Failure; names: string[] }>,
  name: string,
  remote: RemoteFailure,
): void {
  const told = failureOf(remote, 'application');
  const known = failed.get(told.message);
  if (known === undefined) failed.set(told.message, { failure: told, names: [name] });
  else known.names.push(name);
}
