import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { RecordId } from '@shared/domain/ids';
import { type Intent, openStates } from '@shared/domain/intent';
import { serverRow } from '@shared/domain/project';
import { freesSlug, slugWanted } from '@shared/domain/rules/slug-moves';

/** Who has the slugs on the service that these intents ask for, as far as the copy knows. */
export async function readSlugOwners(
  store: Store,
  intents: readonly Intent[],
): Promise<ReadonlyMap<string, RecordId>> {
  const wanted = new Set(intents.map(slugWanted).filter((slug) => slug !== ''));
  if (wanted.size === 0) return new Map();
  const visible = await listIn(store, 'organization', { field: 'slug', values: wanted });
  // What is staged hides the service's slug of a row: those rows are looked at too.
  const edited = (await store.intents({ states: openStates }))
    .filter((intent) => intent.action.verb === 'update' && freesSlug(intent))
    .map(({ recordId }) => recordId);
  const hidden = await store.getMany('organization', [...new Set(edited)]);
  return new Map(
    [...visible, ...hidden.values()].flatMap((row) => {
      const server = serverRow('organization', row);
      return server !== null && wanted.has(server.slug) ? [[server.slug, server.id] as const] : [];
    }),
  );
}
