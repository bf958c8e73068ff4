import type { Store } from '@main/store/store';
import { isProvisional } from '@shared/domain/ids';

/** Key under which the service's own id of a record is kept, once its provisional id has been replaced. */
export function aliasKey(provisional: string): string {
  return `alias/${provisional}`;
}

/** The service's own ids of provisional ids, as far as they are known by now. */
export async function readAliases(store: Store, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const aliases = new Map<string, string>();
  for (const id of new Set(ids)) {
    if (!isProvisional(id)) continue;
    const real = await store.meta(aliasKey(id));
    if (typeof real === 'string') aliases.set(id, real);
  }
  return aliases;
}
