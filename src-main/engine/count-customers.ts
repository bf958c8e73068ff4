import { countedKey, readCounted } from '@main/books/read-customers';
import type { IdentityPort } from '@main/identity/identity-port';
import type { Store } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { OutputOf } from '@shared/contract/operations';
import type { CountedUsage } from '@shared/domain/limits/usage';
import { t } from '@shared/language/t';
import { askPools, poolsOf } from './ask-pools';

interface Parts {
  readonly store: Store;
  readonly identity: Pick<IdentityPort, 'countPool'>;
  readonly now: () => number;
}

/** Counts what is used in the customers' pools. What cannot be counted keeps the figures that it had, and is told. */
export async function countCustomers(
  { store, identity, now }: Parts,
  ids?: readonly string[],
): Promise<Result<OutputOf<'countCustomers'>>> {
  const count = identity.countPool;
  if (count === undefined)
    return failure(
      'invalid-input',
      t('Only a platform has customers whose pools can be counted.'),
      t('Open the workspace of the platform.'),
    );
  let counted = 0;
  const failed = await askPools(await poolsOf(store, ids), count, async (answers) => {
    const found: Record<string, CountedUsage> = {};
    for (const { application, answer } of answers)
      if (answer.ok) found[application.id] = { at: now(), ...answer.value };
    counted += Object.keys(found).length;
    await store.write(async () => {
      const before = await readCounted(store);
      for (const [id, usage] of Object.entries(found))
        found[id] = { ...usage, templates: usage.templates ?? before.get(id)?.templates ?? null };
      return { meta: { [countedKey]: { ...Object.fromEntries(before), ...found } } };
    });
  });
  return success({ counted, failed });
}
