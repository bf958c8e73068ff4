import { recordHash } from '@main/store/record-hash';
import type { Failure } from '@shared/contract/failure';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { isProvisional, RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import { askSteadily } from '@shared/domain/retry-policy';
import { roleGiven } from '@shared/domain/rules/asks';
import type { ValueOwner } from '@shared/domain/rules/plan-facts';
import { recordKey } from '@shared/domain/rules/staging-world';
import { standsOn } from '@shared/domain/stands-on';
import { inParallel } from '@shared/in-parallel';
import { type Observation, projectRows } from '../rows/project-rows';
import { freshRead } from '../service/fresh-read';
import { newerOf } from '../service/newer-of';
import type { ReconcileContext } from '../service/reconcile-context';
import { remoteAsFailure } from '../service/remote-as-failure';
import type { SharingContext } from '../service/shared-walks';
import { endsAll } from '../service/step-end';
import { readValueOwners } from './read-value-owners';

const pageSize = 500;
/** Up to so many targets are read one by one in any case. */
const fewTargets = 200;

interface Listed<E extends EntityName> {
  readonly found: readonly RemoteRecord<E>[];
  /** Targets that no page held: to be read one by one. */
  readonly missing: readonly StoredRecord<E>[];
}

/**
 * Reads many targets through the pages of their collection, where that takes fewer requests than reading each. The service
 * allows 100 or 1,000 requests per 10 s, so that 10,000 targets cost minutes one by one and 20 pages when listed. What moves
 * between pages, or fails, ends in `missing`.
 */
async function listTargets<E extends EntityName>(
  context: SharingContext,
  entity: E,
  targets: readonly StoredRecord<E>[],
): Promise<Listed<E>> {
  const { store, port, walks } = context;
  // The list is walked for them in any case.
  if (targets.length > 0 && walks.of(entity, 'one') !== null) return { found: [], missing: targets };
  const pages = Math.ceil((await store.count(entity)) / pageSize);
  if (targets.length <= fewTargets || targets.length <= pages) return { found: [], missing: targets };
  const wanted = new Map<string, StoredRecord<E>>(targets.map((row) => [row.id, row]));
  const found: RemoteRecord<E>[] = [];
  for (let offset = 0; wanted.size > 0; offset += pageSize) {
    const page = await askSteadily(
      'read',
      () => port.fetchPage(entity, { offset, limit: pageSize }),
      context,
    );
    if (!page.ok || page.value.records.length === 0) break;
    for (const record of page.value.records) if (wanted.delete(record.id)) found.push(record);
    // A list that comes whole, whatever is asked for, would come for ever.
    if (offset + pageSize >= page.value.total) break;
  }
  return { found, missing: [...wanted.values()] };
}

/** Reads at once; the client's own gate keeps to the service's limits. */
export const width = 8;
const chunk = 500;

/** A target that the service has no more, as it was known. */
export interface Gone {
  readonly entity: EntityName;
  readonly row: StoredRecord;
}

export interface Refreshed {
  /** Targets that could not be read, by `recordKey`. */
  readonly unread: ReadonlyMap<string, Failure>;
  readonly gone: readonly Gone[];
  /** Set when nothing can be read at all: offline, or the key is refused. */
  readonly stop: RemoteFailure | null;
}

/**
 * Reads every record that the intents touch anew, once each, and takes what is found into rows and history: the targets of
 * edits and deletions, the organizations in which something is added or removed, the roles that are given, what creations stand on, and who has a value that a step takes. When a collection's pages are fewer
 * than its targets, it is listed instead (`listTargets`).
 */
export async function refreshTargets(
  context: SharingContext,
  intents: readonly Intent[],
): Promise<Refreshed> {
  const unread = new Map<string, Failure>();
  const gone: Gone[] = [];
  let stop: RemoteFailure | null = null;
  const owners = [...(await readValueOwners(context.store, intents)).values()];
  for (const [entity, ids] of targetsOf(intents, await rolesNamed(context, intents), owners)) {
    const rows = await context.store.getMany(entity, [...ids]);
    const known = [...rows.values()].filter(({ id, state }) => state === 'gone' || !isProvisional(id));
    const listed = await listTargets(context, entity, known);
    const seen: Observation[] = listed.found.map((remote) => {
      const row = rows.get(remote.id);
      return { entity, id: remote.id, remote: row ? newerOf(entity, remote, row, context.now()) : remote };
    });
    await inParallel(listed.missing, width, async (row) => {
      if (stop !== null) return;
      const read = await freshRead(context, entity, row);
      if (read.ok) seen.push({ entity, id: row.id, remote: read.value });
      else if (endsAll(read.failure)) stop = read.failure;
      else unread.set(recordKey(entity, row.id), remoteAsFailure(read.failure));
    });
    await takeIn(context, rows, seen);
    gone.push(...goneOf(rows, seen).map((row) => ({ entity, row })));
  }
  return { unread, gone, stop };
}

/** Rows that were not found, and those that were gone already and could not be read. */
function goneOf(
  rows: ReadonlyMap<RecordId, StoredRecord>,
  seen: readonly Observation[],
): readonly StoredRecord[] {
  const found = new Map(seen.map(({ id, remote }) => [id, remote !== null]));
  return [...rows.values()].filter(({ id, state }) => !(found.get(id) ?? state !== 'gone'));
}

/** Roles that the intents give to somebody: one may be deleted meanwhile. */
async function rolesNamed(
  { store }: ReconcileContext,
  intents: readonly Intent[],
): Promise<readonly RecordId[]> {
  const keys = new Set(intents.map(roleGiven).filter((key) => key !== undefined));
  if (keys.size === 0) return [];
  return (await store.list('role', [])).filter(({ key }) => keys.has(key)).map(({ id }) => id);
}

function targetsOf(
  intents: readonly Intent[],
  roles: readonly RecordId[],
  owners: readonly ValueOwner[],
): ReadonlyMap<EntityName, ReadonlySet<RecordId>> {
  const targets = new Map<EntityName, Set<RecordId>>();
  const add = (entity: EntityName, id: string): void => {
    if (id === '' || isProvisional(id)) return;
    targets.set(entity, (targets.get(entity) ?? new Set()).add(RecordId.parse(id)));
  };
  for (const id of roles) add('role', id);
  for (const { entity, id } of owners) add(entity, id);
  for (const intent of intents) {
    const { entity, recordId, organizationId, action } = intent;
    add(entity, recordId);
    for (const named of standsOn(intent)) add(named.entity, named.id);
    if (action.verb !== 'update' && !modelOf(entity).scope) add('organization', organizationId);
  }
  return targets;
}

/** Takes records in that were found on the way to something else. */
export async function takeInFound<E extends EntityName>(
  context: ReconcileContext,
  entity: E,
  found: readonly RemoteRecord<E>[],
): Promise<void> {
  const rows = await context.store.getMany(
    entity,
    found.map(({ id }) => id),
  );
  await takeIn(
    context,
    rows,
    found.map((remote) => ({ entity, id: remote.id, remote })),
  );
}

/** Only what differs from the stored server row is written. */
async function takeIn(
  { store, now }: ReconcileContext,
  rows: ReadonlyMap<RecordId, StoredRecord>,
  seen: readonly Observation[],
): Promise<void> {
  const news = seen.filter(({ id, remote }) => isNews(rows.get(id), remote));
  for (let at = 0; at < news.length; at += chunk) {
    const observations = news.slice(at, at + chunk);
    await store.write(() => projectRows(store, [], { observations, at: now() }));
  }
}

function isNews(row: StoredRecord | undefined, remote: RemoteRecord | null): boolean {
  if (remote === null) return row !== undefined && row.state !== 'gone';
  return row === undefined || row.state === 'gone' || row.sync.hash !== recordHash(remote);
}
