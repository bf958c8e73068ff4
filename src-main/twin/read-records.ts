import type { ClosedStore } from '@main/store/maintenance/closed-store';
import { configGroups, configSchemaId } from '@shared/domain/config-settings';
import { type EntityName, modelOf } from '@shared/domain/entity';
import type { PseudonymHash } from '@shared/domain/export/pseudonym';
import { pseudonymised, type Told } from '@shared/domain/export/pseudonymise';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { AnyField, Fields } from '@shared/domain/kinds/field';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord } from '@shared/domain/records/record-map';

/** Records of a copy as the service was seen to hold them, their ids and values replaced where that is asked for. */
export type Records = <E extends EntityName>(entity: E) => Iterable<RemoteRecord<E>>;

/** Reads them from a store that nobody has open. `hash`: null leaves them as they are. */
export function recordsOf(store: ClosedStore, hash: PseudonymHash | null): Records {
  const config = hash === null ? {} : configFields(store);
  return function* read<E extends EntityName>(entity: E): Generator<RemoteRecord<E>> {
    for (const row of store.records(entity)) {
      const record = serverRow(entity, row);
      if (record !== null) yield hash === null ? record : replacedRecord(entity, record, { hash, config });
    }
  };
}

interface Replacing {
  readonly hash: PseudonymHash;
  /** The settings that the schema of the configs describes, by path. */
  readonly config: Told['known'];
}

/** A record with whatever the kinds of its fields say replaced: its id, and parts of groups each by its own kind. */
function replacedRecord<E extends EntityName>(
  entity: E,
  record: RemoteRecord<E>,
  { hash, config }: Replacing,
): RemoteRecord<E> {
  const { fields, standing } = modelOf(entity);
  const values = (all: Fields, held: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries<AnyField>(all).map(([name, field]): [string, JsonValue] => {
        const value = held[name] ?? null;
        if (field.kind === 'group') return [name, values(field.parts, (value ?? {}) as JsonObject)];
        const known = field.kind === 'config' ? config : field.known;
        const told: Told = { kind: field.kind, plain: field.plain, byId: field.byId, known };
        return [name, pseudonymised(told, value, hash) ?? null];
      }),
    );
  const held = record as unknown as JsonObject;
  // What comes with every instance goes by a name of the service: `organization_settings`.
  const id =
    standing === true && !/^[a-z]+_\w*\d/.test(record.id)
      ? record.id
      : pseudonymised({ kind: 'ref' }, record.id, hash);
  return { ...values(fields, held), id } as unknown as RemoteRecord<E>;
}

/** Settings of a config by path, as their schema describes them: what is chosen from words stays. */
function configFields(store: ClosedStore): NonNullable<Told['known']> {
  for (const row of store.records('settings')) {
    if (row.id !== configSchemaId) continue;
    const settings = configGroups(row.values).flatMap((group) => group.settings);
    return Object.fromEntries(
      settings.map(({ path, kind, options }) => [
        path.replace(/^config\./, ''),
        { kind, ...(options.length > 0 && { plain: true as const }) },
      ]),
    );
  }
  return {};
}
