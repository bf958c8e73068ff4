import { readReads, usageReadsKey } from '@main/fleet/templates/template-reads';
import type { Sync } from '@main/sync/create-sync';
import { nextToRead } from '@shared/domain/templates/template-reads';
import { dayMs, dayOf } from '@shared/domain/utc-day';
import { afterSweeps } from './after-sweeps';
import { leftAlone } from './left-alone';
import { type ReadParts, readTemplates } from './read-templates';
import { readUsage } from './read-usage';

/** Applications that are read behind each sweep: some eighty calls. */
const inBackground = 20;
/** Nobody is asked for templates again before so long, ms. */
const freshMs = 60 * 60_000;

export interface BackgroundReads {
  /** Ends watching and waits for the reads under way. */
  stop(): Promise<void>;
}

/**
 * Behind each complete sweep reads the templates of some applications, those never read first, so that all come in by and by; and what they
 * used, of which there is one reading a day (UTC): whoever has that is not asked again.
 */
export function readInBackground(
  parts: ReadParts & Parameters<typeof readUsage>[0] & { readonly sync: Pick<Sync, 'status' | 'subscribe'> },
): BackgroundReads {
  const { store, sync, identity, now } = parts;
  if (identity.readTemplates === undefined) return { stop: async () => undefined };
  const ending = new AbortController();
  const run = async (): Promise<void> => {
    if (ending.signal.aborted) return;
    const leaving = new AbortController();
    const unwatch = sync.subscribe(() => {
      if (leftAlone(sync) !== null) leaving.abort();
    });
    await readSome(AbortSignal.any([ending.signal, leaving.signal])).finally(unwatch);
  };
  const readSome = async (signal: AbortSignal): Promise<void> => {
    const all = await store.ids('application');
    const asked = { now: now(), most: inBackground };
    const ids = nextToRead(all, await readReads(store), { ...asked, before: asked.now - freshMs });
    if (ids.length > 0) await readTemplates(parts, ids, signal);
    const unread = nextToRead(all, await readReads(store, usageReadsKey), {
      ...{ now: now(), most: inBackground },
      before: dayOf(now()) * dayMs - 1,
    });
    if (unread.length > 0 && !signal.aborted) await readUsage(parts, unread, signal);
  };
  const stop = afterSweeps(sync, run);
  return {
    stop: () => {
      ending.abort();
      return stop();
    },
  };
}
