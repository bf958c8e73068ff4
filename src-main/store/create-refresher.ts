import { setTimeout as pause } from 'node:timers/promises';
import type { EntityName } from '@shared/domain/entity';
import { JsonObject, jsonEqual } from '@shared/domain/json';
import { z } from 'zod';
import { changedOf, commonOf, type Keeper, keepers, keptRows } from './keep-beside';
import { leftUndone } from './left-undone';
import type { StoreReads } from './read-store';
import type { WritePlan } from './store';

/** How far an entity's rows are in step: by which values, and the id of the last one written; null once all are. */
const InStep = z.object({ of: JsonObject, after: z.string().nullable() });
type InStep = z.infer<typeof InStep>;

const keptKey = (entity: EntityName): string => `kept.${entity}`;

/** Rows written anew in one transaction. */
const slice = 500;
/** Slices that whoever wrote waits for; what is left goes on behind them. */
const waitedFor = 4;

export interface Refresher {
  /** Brings rows that are not in step into it: resolves once they are, of very many once the first are. */
  refresh(): Promise<void>;
  /** Resolves once nothing goes on any more. */
  ended(): Promise<void>;
}

/** Writes rows anew whose kept values follow from a record that changed; cut off, the next opening goes on with it. */
export function createRefresher(
  reads: StoreReads,
  write: (plan: WritePlan) => Promise<void>,
  goesOn: () => boolean,
): Refresher {
  let behind: Promise<void> = Promise.resolve();

  /** What all rows follow from now, and behind which of them to go on; null once all are written by that. */
  async function nextAfter(keeper: Keeper): Promise<InStep> {
    const of = await commonOf(reads, keeper);
    const known = InStep.nullable().parse(await reads.meta(keptKey(keeper.entity)));
    if (known !== null && jsonEqual(known.of, of)) return known;
    // Said of no rows either, where something else was said before: that may come back once there are some.
    const isNew = known === null && (await reads.list(keeper.entity, [], 1)).length === 0;
    return { of, after: isNew ? null : '' };
  }

  /** One slice; false where nothing is left, and where it failed. Whoever wrote has written: what is left goes on with a later write. */
  const step = (keeper: Keeper): Promise<boolean> =>
    writeSlice(keeper).catch((error: unknown) => {
      leftUndone(`Keeping what rows of ${keeper.entity} repeat of others`)(error);
      return false;
    });

  async function writeSlice(keeper: Keeper): Promise<boolean> {
    if ((await nextAfter(keeper)).after === null) return false;
    let more = false;
    await write(async () => {
      const { of, after } = await nextAfter(keeper);
      if (after === null) return {};
      const rows = await reads.list(keeper.entity, [{ field: 'id', op: 'gt', value: after }], slice);
      const kept = await keptRows(reads, keeper, rows);
      more = rows.length === slice;
      return {
        put: changedOf(rows, kept).map((record) => ({ entity: keeper.entity, record })),
        meta: { [keptKey(keeper.entity)]: { of, after: more ? (rows.at(-1)?.id ?? null) : null } },
      };
    });
    return more;
  }

  const rest = async (keeper: Keeper): Promise<void> => {
    for (let more = true; more && goesOn(); ) {
      const begun = performance.now();
      more = await step(keeper);
      await pause(performance.now() - begun);
    }
  };

  return {
    refresh: async () => {
      for (const keeper of keepers) {
        let left = waitedFor;
        while (left > 0 && (await step(keeper))) left -= 1;
        if (left === 0) behind = behind.then(() => rest(keeper));
      }
    },
    ended: () => behind,
  };
}
