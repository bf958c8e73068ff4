import { setTimeout as pause } from 'node:timers/promises';
import { type CollectionName, searchedText } from './collections';
import { tableOf } from './sqlite-storage/collection-source';
import type { StoreDatabase } from './store-database';

/** Rows whose text is indexed in one go: some ten milliseconds. */
const slice = 1_000;

/**
 * Makes loaded collections searchable slice by slice, resting as long as it works; ends early once `goesOn` says no. A search that
 * comes before its end builds the rest at once. A collection that is still loading is left for the next time.
 */
export async function buildTexts(database: StoreDatabase, goesOn: () => boolean): Promise<void> {
  for (const name of Object.keys(searchedText) as CollectionName[]) {
    const table = tableOf(database[name]);
    for (let more = table.indexed; more; ) {
      if (!goesOn()) return;
      const begun = performance.now();
      more = table.buildText(slice);
      await pause(performance.now() - begun);
    }
  }
}
