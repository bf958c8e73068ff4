import { setTimeout as pause } from 'node:timers/promises';
import { type CollectionName, searchedText } from './collections';
import { tableOf } from './sqlite-storage/collection-source';
import type { StoreDatabase } from './store-database';

/** Rows whose text is indexed in one go: an edit that comes meanwhile waits for some three milliseconds. */
const slice = 250;

/** So long after a write there may be another, which is to wait for nothing. */
const quietMs = 1_000;

interface Building {
  readonly goesOn: () => boolean;
  /** Milliseconds since the last write. */
  readonly sinceWrite: () => number;
}

/**
 * Makes loaded collections searchable slice by slice, resting as long as it works, and a second while somebody writes; ends
 * early once `goesOn` says no. A search that comes before its end builds the rest at once. A collection that is still loading is
 * left for the next time.
 */
export async function buildTexts(database: StoreDatabase, { goesOn, sinceWrite }: Building): Promise<void> {
  for (const name of Object.keys(searchedText) as CollectionName[]) {
    const table = tableOf(database[name]);
    for (let more = table.indexed; more; ) {
      if (!goesOn()) return;
      const begun = performance.now();
      more = table.buildText(slice);
      await pause(Math.max(performance.now() - begun, quietMs - sinceWrite()));
    }
  }
}
