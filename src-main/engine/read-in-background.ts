import { readReads } from '@main/fleet/templates/template-reads';
import type { Sync } from '@main/sync/create-sync';
import { nextToRead } from '@shared/domain/templates/template-reads';
import { afterSweeps } from './after-sweeps';
import { type ReadParts, readTemplates } from './read-templates';

/** Applications that are read behind each sweep: some sixty calls. */
const inBackground = 20;

export interface BackgroundReads {
  /** Ends watching and waits for the reads under way. */
  stop(): Promise<void>;
}

/** Behind each complete sweep reads the templates of some applications, those never read first, so that all come in by and by. */
export function readInBackground(
  parts: ReadParts & { readonly sync: Pick<Sync, 'status' | 'subscribe'> },
): BackgroundReads {
  const { store, sync, identity, now } = parts;
  if (identity.readTemplates === undefined) return { stop: async () => undefined };
  const ending = new AbortController();
  const run = async (): Promise<void> => {
    if (ending.signal.aborted) return;
    const ids = nextToRead(await store.ids('application'), await readReads(store), {
      now: now(),
      most: inBackground,
    });
    if (ids.length > 0) await readTemplates(parts, ids, ending.signal);
  };
  const stop = afterSweeps(sync, run);
  return {
    stop: () => {
      ending.abort();
      return stop();
    },
  };
}
