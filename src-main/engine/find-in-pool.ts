import { type Failure, failure, type Result, success } from '@shared/contract/failure';
import type { PoolHits } from '@shared/contract/pool-hits';
import { t } from '@shared/language/t';
import type { Engine } from './engine';
import { peopleNotCopied } from './people-not-copied';

/** Hits that are listed of each pool. */
const listed = 50;

/**
 * Looks for a person by any name, address, number or username, in the one copy that this engine has open. Where its people were not all copied, or not
 * lately, whoever is found is of an earlier copy (`asOf` 0), and nobody is said not to be there (`lacking`).
 */
export async function findInPool(engine: Pick<Engine, 'call'>, text: string): Promise<Result<PoolHits>> {
  if (text.trim() === '') return nothingToFind();
  const status = await engine.call('status', {});
  if (!status.ok) return status;
  const page = await engine.call('page', { entity: 'user', text, limit: listed });
  if (!page.ok) return page;
  const { rows, extras, total } = page.value;
  const { asOf } = status.value.freshness;
  const lacking = asOf === 0 ? neverComplete : peopleNotCopied(status.value);
  const hits = rows.map((row) => ({
    userId: row.id ?? '',
    name: row.name ?? '',
    email: row.email ?? '',
    organizations: extras[String(row.id)]?.organizations ?? null,
    lastSignInAt: row.lastSignInAt ?? 0,
  }));
  return success({ asOf: lacking === null ? asOf : 0, hits, total, lacking });
}

const neverComplete: Failure = {
  code: 'incomplete',
  message: t('This copy was never complete: whether they are in this pool is not known.'),
  next: t('Copy the pool again: it goes on where it stopped.'),
};

export function nothingToFind(): Result<never> {
  return failure(
    'invalid-input',
    t('There is nothing to look for.'),
    t('Give a name, an address, a number or a username.'),
  );
}
