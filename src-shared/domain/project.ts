import { shownBy } from './acts';
import { blankRecord } from './blank-record';
import { withoutSecret } from './config-field';
import { EntityName, modelOf } from './entity';
import { around, readField, writeField } from './field-path';
import { isProvisional } from './ids';
import type { Intent } from './intent';
import { isObject, type JsonObject, type JsonValue } from './json';
import { metadataField, writeHeld } from './metadata-field';
import { computedFields, withoutComputed } from './records/computed';
import { heldField } from './records/fields-of';
import type { RemoteRecord, StoredRecord } from './records/record-map';

type Envelope = Pick<StoredRecord, 'state' | 'staged' | 'server' | 'sync'>;

/** What the store knows of a record beside its values. */
export type LastSeen<E extends EntityName = EntityName> = Envelope['sync'] & {
  /** The last server row known (`lastKnownRow`): shown, as `gone`, when the service lost a record that intents name. */
  readonly lastKnown?: RemoteRecord<E> | null;
};

/**
 * Law 1: the visible row is the server row with the values of the open intents laid over it, in the order of staging.
 *
 * `remote` is the record as the service holds it, null when the service does not know it; `openIntents` are the open
 * intents of this record. Null means that there is no row to show: the service has none, and nothing staged creates one
 * or still names one that was known. A staged deletion keeps its row, marked.
 */
export function project<E extends EntityName>(
  entity: E,
  remote: RemoteRecord<E> | null,
  openIntents: readonly Intent[],
  { lastKnown, hash, sweep, fetchedAt }: LastSeen<E>,
): StoredRecord<E> | null {
  const intents = [...openIntents].sort((a, b) => a.seq - b.seq);
  const gone = remote === null && intents.some(({ action }) => action.verb !== 'create');
  const server = remote ?? created(entity, intents) ?? (gone ? (lastKnown ?? null) : null);
  if (server === null) return null;
  const provisional = isProvisional(server.id);

  let row: RemoteRecord<E> = server;
  const touched: Record<string, JsonValue> = {};
  const fields = new Set<string>();
  const lay = (path: string, value: JsonValue): boolean => {
    const before = heldField(entity, server, path);
    if (before === undefined) return false;
    if (!provisional) {
      // What it stands in may come with it: that goes with it again.
      const whole = around(path).find(
        (each) => metadataField(entity, each) && !isObject(readField(server, each)),
      );
      if (whole !== undefined) touched[whole] = readField(server, whole) ?? null;
      touched[path] = before;
    }
    row = writeHeld(entity, row, path, value);
    return true;
  };
  for (const { action, shows } of intents) {
    if (action.verb === 'perform')
      for (const [path, value] of Object.entries(shownBy(entity, row, action)))
        if (lay(path, value)) fields.add(path);
    if (action.verb !== 'update') continue;
    if (lay(action.field, withoutSecret(action.field, action.value))) fields.add(action.field);
    for (const [path, value] of Object.entries(shows ?? {})) lay(path, value);
  }
  for (const { name, of, by } of followers.get(entity) ?? [])
    if (provisional || of.some((path) => fields.has(path))) lay(name, by(row as unknown as JsonObject));

  const envelope: Envelope = {
    state: gone && !provisional ? 'gone' : worstState(intents),
    staged: mark(intents, [...fields].sort(), provisional),
    server: touched,
    sync: { hash, sweep, fetchedAt },
  };
  return { ...row, ...computedFields(entity, row, envelope.staged), ...envelope } as StoredRecord<E>;
}

/** The record as the service holds it, rebuilt from a stored row; null when the service does not know the record. */
export function serverRow<E extends EntityName>(entity: E, record: StoredRecord<E>): RemoteRecord<E> | null {
  return isProvisional(record.id) || record.state === 'gone' ? null : lastKnownRow(entity, record);
}

/** As `serverRow`, but for a record that the service has lost, its last values. Null for a provisional record only. */
export function lastKnownRow<E extends EntityName>(
  entity: E,
  record: StoredRecord<E>,
): RemoteRecord<E> | null {
  if (isProvisional(record.id)) return null;
  const { state: _state, staged: _staged, server, sync: _sync, ...visible } = record;
  let row = withoutComputed(entity, visible) as unknown as RemoteRecord<E>;
  // The other way round: what was laid last lies on top.
  for (const [path, value] of Object.entries(server).reverse()) row = writeHeld(entity, row, path, value);
  return row;
}

/** Fields that follow from others of the same record, by entity: looked up once, as every record of a sweep passes here. */
const followers = new Map(
  EntityName.options.map((entity) => [
    entity,
    Object.entries(modelOf(entity).fields).flatMap(([name, { follows }]) =>
      follows === undefined ? [] : [{ name, ...follows }],
    ),
  ]),
);

function created<E extends EntityName>(entity: E, intents: readonly Intent[]): RemoteRecord<E> | null {
  const creation = intents.find(({ action }) => action.verb === 'create');
  if (creation?.action.verb !== 'create') return null;
  let row = blankRecord(entity, creation.recordId, creation.stagedAt);
  for (const [path, value] of Object.entries({ ...creation.action.values, ...creation.shows })) {
    const blank = readField(row, path);
    if (path === 'id' || blank === undefined) continue;
    row = writeField(row, path, isObject(blank) && isObject(value) ? { ...blank, ...value } : value);
  }
  return row;
}

function worstState(intents: readonly Intent[]): StoredRecord['state'] {
  if (intents.some(({ state }) => state === 'refused')) return 'refused';
  if (intents.some(({ state }) => state === 'conflict')) return 'conflict';
  return intents.length > 0 ? 'pending' : 'synced';
}

function mark(intents: readonly Intent[], fields: string[], provisional: boolean): StoredRecord['staged'] {
  if (intents.length === 0) return null;
  const deleted = intents.some(({ action }) => action.verb === 'delete');
  return { verb: deleted ? 'delete' : provisional ? 'create' : 'update', fields };
}
