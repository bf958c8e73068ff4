import type { Sync } from '@main/sync/create-sync';
import { failure, type Result } from '@shared/contract/failure';
import { t } from '@shared/language/t';

/** Why nobody is asked anything: the admin works offline on purpose. Null where they do not. */
export function leftAlone(sync: Pick<Sync, 'status'>): Result<never> | null {
  const { freshness } = sync.status();
  return freshness.kind === 'offline' && freshness.by === 'choice'
    ? failure('offline', t('You work offline: nobody was asked.'), t('Go online, and try again.'))
    : null;
}

/** Does what asks others, and does not where nobody is to be asked. */
export const unlessLeftAlone = async <T>(
  sync: Pick<Sync, 'status'>,
  ask: () => Promise<Result<T>>,
): Promise<Result<T>> => leftAlone(sync) ?? ask();
