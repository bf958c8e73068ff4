import type { PartialRecord } from '@main/identity/identity-port';
import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { readField, writeField } from '@shared/domain/field-path';
import type { RecordId } from '@shared/domain/ids';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { type PageProof, proofAsMeta, rowsDigest } from './page-proof';
import { type HashedRecord, hashed, type PagePlan, planPage } from './plan-page';
import type { SeenIds } from './seen-ids';
import type { WalkContext } from './walk-context';
import { asMeta, metaKeys, mostNamed, type WalkState } from './walk-state';
import type { WalkedPage } from './walked-page';

/** Pages without a change may pass before the cursor is written all the same. */
const quietPages = 8;

export interface PageToWrite<E extends EntityName> {
  /** As it stands before the page. */
  readonly walk: WalkState;
  readonly page: WalkedPage<E>;
  /** Those to compare with their rows (`recordsToPlan`). */
  readonly records: readonly RemoteRecord<E>[];
  readonly seen: SeenIds;
  /** Unchanged pages since the last write. */
  readonly quiet: number;
}

/**
 * Plans and writes one page, with the cursor behind it in the same transaction: a kill at any moment leaves a cursor that
 * tells the truth. Returns the walk as it stands then.
 */
export async function writePage<E extends EntityName>(
  context: WalkContext<E>,
  { walk, page, records, seen, quiet }: PageToWrite<E>,
): Promise<{ readonly walk: WalkState; readonly quiet: number }> {
  const { entity, store } = context;
  const { ids, cursor, total, unread, partial } = page;
  // Pages overlap: what was counted before is not counted again.
  const odd = [...unread, ...partial].filter(({ id, why }) => why !== '' && !seen.has(id));
  seen.add(ids);
  const moved = walk.moved || page.moved || (page.last && seen.size !== total);
  let next: WalkState = {
    ...walk,
    ...{ cursor, total, moved, failure: null },
    least: Math.min(walk.least ?? total, total),
    unread: [...walk.unread, ...odd.map(({ id, path, why }) => ({ id, path, why }))].slice(0, mostNamed),
    unreadCount: walk.unreadCount + odd.length,
  };
  let left = quiet + 1;
  await store.write(async () => {
    const listed = [...records, ...(await completePartial(store, entity, partial))].map(hashed);
    const stored = listed.length === 0 ? new Map<RecordId, string>() : await store.hashes(entity, ids);
    const unlike = listed.filter(({ record, hash }) => stored.get(record.id) !== hash);
    const plan = await planRecords(context, unlike, page.requestedAt);
    const proven = listed.length === 0 && unread.length === 0;
    if (proven && !page.last && left < quietPages) return {};
    left = 0;
    const chunk = seen.takeChunk();
    const chunks = next.chunks + (chunk.length > 0 ? 1 : 0);
    next = { ...next, changed: next.changed + plan.changed, chunks };
    return {
      put: plan.put,
      history: plan.history,
      meta: {
        ...(!proven && {
          [metaKeys.page(entity, page.place)]: proofAsMeta(prove(page, listed, unlike, plan)),
        }),
        ...(chunk.length > 0 && { [metaKeys.seen(entity, chunks - 1)]: chunk }),
        [metaKeys.walk(entity)]: asMeta(next),
      },
    };
  });
  return { walk: next, quiet: left };
}

/**
 * The proof of a page whose every record is stored as it came: null when one was left out as older than its row, or when
 * the records are of a later answer than the digest.
 */
function prove<E extends EntityName>(
  { at, digest, total, ids, records, unread, partial }: WalkedPage<E>,
  listed: readonly HashedRecord<E>[],
  unlike: readonly HashedRecord<E>[],
  plan: PagePlan,
): PageProof | null {
  if (plan.put.length < unlike.length || digest === '' || records === null) return null;
  if (unread.length > 0 || partial.length > 0) return null;
  const rows = rowsDigest(ids, new Map(listed.map(({ record, hash }) => [record.id, hash])));
  return { at, digest, total, ids, rows };
}

/** Reads what decides over records that are not as stored, and plans them; unchanged ones never get here. */
async function planRecords<E extends EntityName>(
  { entity, store, sweep, first }: WalkContext<E>,
  records: readonly HashedRecord<E>[],
  requestedAt: number,
): Promise<PagePlan> {
  if (records.length === 0) return { put: [], history: [], changed: 0 };
  const ids = records.map(({ record }) => record.id);
  const local = await store.getMany(entity, ids);
  const intents = await store.intents({ recordIds: ids });
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
