import type { PartialRecord } from '@main/identity/identity-port';
import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { readField, writeField } from '@shared/domain/field-path';
import type { RecordId } from '@shared/domain/ids';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { type PageProof, proofAsMeta, rowsDigest } from './page-proof';
import { type HashedRecord, hashed, type PagePlan, planPage } from './plan-page';
import type { SeenIds } from './seen-ids';
import type { WalkContext } from './walk-context';
import { asMeta, metaKeys, mostNamed, type WalkState } from './walk-state';
import type { WalkedPage } from './walked-page';

/** Pages without a change may pass before the cursor is written all the same. */
const quietPages = 8;

export interface PageToPlan<E extends EntityName> {
  readonly page: WalkedPage<E>;
  /** Those to compare with their rows (`recordsToPlan`). */
  readonly records: readonly RemoteRecord<E>[];
}

export interface PagesToWrite<E extends EntityName> {
  /** As it stands before the pages. */
  readonly walk: WalkState;
  /** In the order of the walk, one at least. */
  readonly pages: readonly PageToPlan<E>[];
  readonly seen: SeenIds;
  /** Unchanged pages since the last write. */
  readonly quiet: number;
}

/**
 * Plans and writes pages, with the cursor behind them in the same transaction: a kill at any moment leaves a cursor that
 * tells the truth. Returns the walk as it stands then.
 */
export async function writePages<E extends EntityName>(
  context: WalkContext<E>,
  { walk, pages, seen, quiet }: PagesToWrite<E>,
): Promise<{ readonly walk: WalkState; readonly quiet: number }> {
  const { entity, store } = context;
  let next = pages.reduce((state, { page }) => walkBehind(state, page, seen), walk);
  let left = quiet + pages.length;
  await store.write(async () => {
    const listed = await Promise.all(
      pages.map(async ({ page, records }) => ({
        page,
        records: [...records, ...(await completePartial(store, entity, page.partial))].map(hashed),
      })),
    );
    // Pages overlap: of a record that stands in two of them the later one counts.
    const found = new Map(listed.flatMap(({ records }) => records.map((each) => [each.record.id, each])));
    const stored =
      found.size === 0 ? new Map<RecordId, string>() : await store.hashes(entity, [...found.keys()]);
    const unlike = [...found.values()].filter(({ record, hash }) => stored.get(record.id) !== hash);
    const plan = await planRecords(context, { unlike, stored, pages });
    const unproven = listed.filter(({ page, records }) => records.length > 0 || page.unread.length > 0);
    if (unproven.length === 0 && !pages.some(({ page }) => page.last) && left < quietPages) return {};
    left = 0;
    const chunk = seen.takeChunk();
    const chunks = next.chunks + (chunk.length > 0 ? 1 : 0);
    next = { ...next, changed: next.changed + plan.changed, chunks };
    const adopted = plan.put.length === unlike.length;
    return {
      put: plan.put,
      history: plan.history,
      meta: {
        ...Object.fromEntries(
          unproven.map(({ page, records }) => [
            metaKeys.page(entity, page.place),
            proofAsMeta(adopted ? prove(page, records) : null),
          ]),
        ),
        ...(chunk.length > 0 && { [metaKeys.seen(entity, chunks - 1)]: chunk }),
        [metaKeys.walk(entity)]: asMeta(next),
      },
    };
  });
  return { walk: next, quiet: left };
}

/** The walk behind a page, whose ids count as seen from now on. */
function walkBehind<E extends EntityName>(
  walk: WalkState,
  { ids, cursor, total, unread, partial, moved, last }: WalkedPage<E>,
  seen: SeenIds,
): WalkState {
  // Pages overlap: what was counted before is not counted again.
  const odd = [...unread, ...partial].filter(({ id, why }) => why !== '' && !seen.has(id));
  seen.add(ids);
  return {
    ...walk,
    cursor,
    // It may count fewer than it shows.
    total: last ? Math.max(total, seen.size) : total,
    ...(last ? endedWith(walk, { seen: seen.size, total, moved }) : { moved: walk.moved || moved }),
    least: Math.min(walk.least ?? total, total),
    unread: [...walk.unread, ...odd.map(({ id, path, why }) => ({ id, path, why }))].slice(0, mostNamed),
    unreadCount: walk.unreadCount + odd.length,
  };
}

/**
 * What the last page tells of the whole list: it moved where more or fewer were seen than are counted, unless the pass before ended with
 * the very same, or the walk before it: then the service counts fewer than it shows.
 */
function endedWith(
  walk: WalkState,
  { seen, total, moved }: { readonly seen: number; readonly total: number; readonly moved: boolean },
): Pick<WalkState, 'moved' | 'uncounted' | 'ending'> {
  const more = Math.max(0, seen - total);
  const again = walk.ending?.seen === seen && walk.ending.total === total;
  const steady = seen >= total && (more === walk.uncounted || again);
  return {
    moved: walk.moved || moved || !steady,
    uncounted: steady ? more : walk.uncounted,
    ending: { seen, total },
  };
}

/**
 * The proof of a page whose every record is stored as it came: null when the records are of a later answer than the digest,
 * or some could not be read.
 */
function prove<E extends EntityName>(
  { at, digest, total, ids, records, unread, partial }: WalkedPage<E>,
  listed: readonly HashedRecord<E>[],
): PageProof | null {
  if (digest === '' || records === null || unread.length > 0 || partial.length > 0) return null;
  const rows = rowsDigest(ids, new Map(listed.map(({ record, hash }) => [record.id, hash])));
  return { at, digest, total, ids, rows };
}

/** Reads what decides over records that are not as stored, and plans them; unchanged ones never get here. */
async function planRecords<E extends EntityName>(
  { entity, store, sweep, first }: WalkContext<E>,
  {
    unlike: records,
    stored,
    pages,
  }: {
    readonly unlike: readonly HashedRecord<E>[];
    readonly stored: ReadonlyMap<RecordId, string>;
    readonly pages: readonly PageToPlan<E>[];
  },
): Promise<PagePlan> {
  if (records.length === 0) return { put: [], history: [], changed: 0 };
  const ids = records.map(({ record }) => record.id);
  const known = ids.filter((id) => stored.has(id));
  const local =
    known.length === 0 ? new Map<RecordId, StoredRecord<E>>() : await store.getMany(entity, known);
  const intents = await store.intents({ recordIds: ids });
  // Of several pages the first was asked for the longest ago: nothing counts as read later than it was.
  const requestedAt = Math.min(...pages.map(({ page }) => page.requestedAt));
  return planPage({ entity, records, local, intents, sweep, requestedAt, first });
}

/** Records with what is stored of them in place of what could not be read; as they came where nothing is stored. */
async function completePartial<E extends EntityName>(
  store: Store,
  entity: E,
  partial: readonly PartialRecord<E>[],
): Promise<readonly RemoteRecord<E>[]> {
  if (partial.length === 0) return [];
  const ids = partial.map(({ id }) => id);
  const rows = await store.getMany(entity, ids);
  return partial.map(({ id, record, missing }) => {
    const row = rows.get(id);
    const known = row === undefined ? null : serverRow(entity, row);
    if (known === null) return record;
    return missing.reduce((whole, field) => {
      const held = readField(known, field);
      return held === undefined ? whole : writeField(whole, field, held);
    }, record);
  });
}
