import type { EditableField } from '../editable-fields';
import type { EntityName } from '../entity';
import { meets, overlap } from '../field-path';
import { heldSetting, sameSetting } from '../fleet/same-setting';
import { isProvisional } from '../ids';
import type { Intent } from '../intent';
import { type JsonValue, jsonEqual } from '../json';
import { organizationOf } from '../organization-of';
import { lastKnownRow, project, serverRow } from '../project';
import { heldField } from '../records/fields-of';
import type { StoredRecord } from '../records/record-map';
import { labelOf } from '../rules/label-of';
import { roleEffect } from '../rules/role-effect';
import { recordKey, type StagingWorld } from '../rules/staging-world';
import type { IntentSeed, SeatEffect } from '../rules/validation';

/** A field edit that has passed its checks. */
export interface FieldEdit {
  readonly field: EditableField;
  readonly value: JsonValue;
  /** The value on screen now. */
  readonly visible: JsonValue;
  /** The service's value at hand. */
  readonly server: JsonValue;
  /** The value that the admin saw, if the screen said so. */
  readonly seen: JsonValue | undefined;
  readonly seed: Omit<IntentSeed, 'action'>;
  readonly effect: SeatEffect | null;
}

interface Target {
  readonly entity: EntityName;
  readonly record: StoredRecord;
  readonly field: EditableField;
  readonly value: JsonValue;
  readonly seen: JsonValue | undefined;
}

/** What the service holds of a field, null for nothing: never what is staged in its place, for a part of it, or for a whole that it is of. */
export function heldByService(entity: EntityName, record: StoredRecord, path: string): JsonValue {
  if (Object.hasOwn(record.server, path)) return record.server[path] ?? null;
  const isStaged = Object.keys(record.server).some((other) => overlap(path, other));
  return heldField(entity, (isStaged && lastKnownRow(entity, record)) || record, path) ?? null;
}

/** What is staged of a record. */
const stagedOf = ({ intents }: StagingWorld, entity: EntityName, { id }: StoredRecord): readonly Intent[] =>
  intents.get(recordKey(entity, id)) ?? [];

/** The same; of a record that is still to be made, what it is made with: not what is staged behind that. */
function heldBefore(world: StagingWorld, entity: EntityName, record: StoredRecord, path: string): JsonValue {
  if (!isProvisional(record.id)) return heldByService(entity, record, path);
  const others = stagedOf(world, entity, record).filter(
    ({ action }) => action.verb !== 'update' || !meets(action.field, path),
  );
  const made = project(entity, null, others, record.sync);
  return heldField(entity, made ?? record, path) ?? null;
}

/** Gathers what the edit of a field needs to become an intent. */
export function fieldEdit(world: StagingWorld, { entity, record, field, value, seen }: Target): FieldEdit {
  const organizationId = organizationOf(entity, record);
  const visible = heldField(entity, record, field.path) ?? null;
  const server = heldBefore(world, entity, record, field.path);
  const roleName = field.path === 'role' ? world.roles.get(String(value))?.name : undefined;
  return {
    field,
    value,
    visible,
    seen:
      showsHeld(world, record, field.path, seen) ||
      showsStaged(world, { entity, record, field, value, seen }, visible)
        ? server
        : seen,
    server,
    seed: {
      entity,
      recordId: record.id,
      label: labelOf(entity, record, ''),
      organizationId,
      ...(roleName === undefined ? {} : { shows: { roleName } }),
      ...(isProvisional(record.id) || !('updatedAt' in record) ? {} : { seenUpdatedAt: record.updatedAt }),
    },
    effect: effectOf(world, organizationId, field, visible, value),
  };
}

/** Whether what was seen of a setting is what the service holds, spelt otherwise, in another order or left out as its default: nobody changed that since. */
function showsHeld(
  { settings }: StagingWorld,
  record: StoredRecord,
  path: string,
  seen: JsonValue | undefined,
): boolean {
  const setting = settings.get(path);
  if (setting === undefined || seen === undefined) return false;
  const config = serverRow('application', record as StoredRecord<'application'>)?.config;
  const held = config && heldSetting(config, path, setting);
  return held !== undefined && sameSetting(setting, held, seen);
}

/** Whether what was seen is what the record shows with what is staged for parts of the field, or for a whole that it is of: no news from the service. */
function showsStaged(
  world: StagingWorld,
  { entity, record, field: { path }, seen }: Target,
  visible: JsonValue,
): boolean {
  if (seen === undefined || !jsonEqual(seen, visible)) return false;
  return stagedOf(world, entity, record).some(
    ({ action }) => action.verb === 'update' && overlap(action.field, path),
  );
}

function effectOf(
  world: StagingWorld,
  organizationId: string,
  field: EditableField,
  visible: JsonValue,
  value: JsonValue,
): SeatEffect | null {
  if (field.path === 'role') return roleEffect(world, organizationId, String(visible), String(value));
  if (field.kind !== 'seats') return null;
  return { organizationId, members: 0, pending: 0, admins: 0, limit: Number(value), guarded: true };
}
