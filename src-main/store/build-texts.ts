import { setTimeout as pause } from 'node:timers/promises';
import { type CollectionName, searchedText } from './collections';
import { tableOf } from './sqlite-storage/collection-source';
import type { StoreDatabase } from './store-database';

/** Rows whose text is indexed in one go: an edit that comes meanwhile waits for some three milliseconds. */
const slice = 250;

/** Rest after a slice, times what it took: while nobody writes, and while somebody does, who is seldom to wait for one. */
const rest = { quiet: 1, busy: 10 } as const;

/** So long after a write there may be another. */
const busyMs = 1_000;

/** So long what was written is being shown. */
const shownMs = 60;

interface Building {
  readonly goesOn: () => boolean;
  /** Milliseconds since the last write. */
  readonly sinceWrite: () => number;
}

/**
 * Makes loaded collections searchable slice by slice, resting as long as it works, and longer while somebody writes; ends
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
      await pause((performance.now() - begun) * (sinceWrite() < busyMs ? rest.busy : rest.quiet));
      const early = shownMs - sinceWrite();
      if (early > 0) await pause(early);
    }
  }
}
