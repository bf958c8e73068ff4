import type { HistoryRange } from '@shared/contract/history';
import type { Overview } from '@shared/contract/overview';
import type { CollectionProgress, Freshness } from '@shared/contract/status';
import type { EntityName } from '@shared/domain/entity';
import type { z } from 'zod';
import { comeBy, countDay, readDays } from './kept-days';
import { readChanged } from './read-changed';
import { readEnds } from './read-ends';
import { readMade } from './read-made';
import { type NeedParts, readNeeds } from './read-needs';

/** What an overview shows; the figures of its trends are kept, one entry a day. */
export interface OverviewEngine {
  /** `scope`: id of an organization, '' for all. */
  read(scope: string): Promise<Overview>;
  /** Keeps how many there are of what; to be called behind each complete sweep. */
  countDay(): Promise<void>;
  /** From then on nothing is counted. */
  stop(): Promise<void>;
}

interface Parts extends NeedParts {
  readonly sync: {
    status(): { readonly freshness: Freshness; readonly collections: readonly CollectionProgress[] };
  };
  readonly audit: { range(): Promise<z.infer<typeof HistoryRange>> };
  /** What a sweep copies. */
  readonly entities: readonly EntityName[];
  /** What is copied when somebody asks. */
  readonly asked: readonly EntityName[];
}

export function createOverview(parts: Parts): OverviewEngine {
  const { store, rows, now, sync, audit, entities, asked } = parts;
  let closing = false;
  return {
    read: async (scope) => {
      const known = sync.status().freshness.asOf > 0;
      const ends = known ? await readEnds({ store, rows, now }, [...entities, ...asked], scope) : [];
      return {
        needs: [...(await readNeeds(parts, ends, scope))],
        ends: [...ends],
        ...(await readChanged(store, scope, now())),
        days: comeBy(await readDays(store), now()),
        made: known ? await readMade(rows, entities, scope, now()) : [],
      };
    },
    countDay: async () => {
      if (closing) return;
      const { collections } = sync.status();
      const { from } = await audit.range();
      await countDay({ store, entities, collections, since: from, now: now() });
    },
    stop: async () => {
      closing = true;
    },
  };
}
