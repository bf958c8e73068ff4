import { actsOf, isDone } from '@shared/domain/acts';
import { editableFields } from '@shared/domain/editable-fields';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { provisionalId, type RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import { type JsonObject, jsonEqual } from '@shared/domain/json';
import { fieldAt } from '@shared/domain/records/fields-of';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { rulesOf } from '@shared/domain/rules/rules-of';
import { fitting as actedOn, acting, subjects, valuesOf } from '../../reconcile/act-values';
import { creations, editable, otherOf, subjectOf } from '../../reconcile/verb-values';
import type { ChaosRig } from '../chaos/open-rig';

/** One change that somebody can ask for. */
export interface Change {
  readonly title: string;
  readonly draft: IntentDraft;
  /** Nothing at the service tells whether it was done: after a lost answer it may be sent once more. */
  readonly untold: boolean;
  /** Whether the service holds it now, and holds it once; reads its answers by `rig`'s client. */
  readonly holds: (rig: ChaosRig) => Promise<boolean>;
}

type NextChange = (rig: ChaosRig) => Promise<Change | null>;

/** Changes that belong together: each is made up when its turn comes, since it stands on what those before it left. */
export interface ChangeGroup {
  readonly title: string;
  readonly changes: readonly NextChange[];
}

/** Every field, creation, deletion and act of every entity of an instance. */
export function everyChange(): readonly ChangeGroup[] {
  return [
    ...editable.map(fieldsOf),
    ...(Object.keys(creations) as EntityName[]).map(lifeOf),
    ...acting.map((entity) => ({
      title: `acts on ${entity}`,
      changes: Object.keys(actsOf(entity)).map(
        (operation) => (rig: ChaosRig) => actChange(rig, entity, operation),
      ),
    })),
  ];
}

/** The fields of one record. */
function fieldsOf(entity: EntityName): ChangeGroup {
  let id: RecordId | undefined;
  const changeOf =
    (field: (typeof editableFields)[EntityName][number]): NextChange =>
    async ({ store, port: identity }) => {
      const known = id && ((await store.get(entity, id)) as StoredRecord | null);
      const first = known ?? (await subjectOf({ store, identity }, entity));
      id = first.id;
      // A certificate is of SAML only, and not every world has a connection of each kind.
      const all: readonly StoredRecord[] = [first, ...(await store.list(entity, []))];
      const row = all.find((each) => fieldAt(entity, field.path)?.fits?.({ ...each }) ?? true);
      if (row === undefined) return null;
      const value = otherOf(entity, field)?.(readField(row, field.path) ?? null, 0);
      if (value === undefined) return null;
      return {
        title: `${entity}.${field.path}`,
        draft: { entity, recordId: row.id, action: { verb: 'update', field: field.path, value } },
        untold: false,
        holds: async ({ port }) => {
          const { value: held } = { value: null, ...(await port.fetchOne(entity, row)) };
          return held !== null && jsonEqual(readField(held, field.path) ?? null, value);
        },
      };
    };
  // A switch that is turned off may take the meaning of other fields with it.
  const last = (kind: string): number => (kind === 'flag' ? 1 : 0);
  const fields = [...editableFields[entity]].sort((one, other) => last(one.kind) - last(other.kind));
  return { title: `fields of ${entity}`, changes: fields.map(changeOf) };
}

/** A record that is made, and deleted where that can be done. */
function lifeOf(entity: EntityName): ChangeGroup {
  let values: JsonObject = {};
  /** The rows that show what the creation said. */
  const made = async ({ store }: ChaosRig): Promise<readonly StoredRecord[]> => {
    const rows: readonly StoredRecord[] = await store.list(entity, []);
    const shown = Object.entries(values).filter(([field]) => !modelOf(entity).said?.[field]);
    return rows.filter((row) =>
      shown.every(([field, value]) => jsonEqual(readField(row, field) ?? null, value)),
    );
  };
  const creation: NextChange = async (rig) => {
    values = await valuesFor(rig, entity);
    return {
      title: `a new ${entity}`,
      draft: { entity, recordId: provisionalId(entity), action: { verb: 'create', values } },
      untold: false,
      holds: async (now) => (await made(now)).length === 1,
    };
  };
  const deletion: NextChange = async (rig) => {
    const [row] = await made(rig);
    return row === undefined
      ? null
      : {
          title: `a deleted ${entity}`,
          draft: { entity, recordId: row.id, action: { verb: 'delete' } },
          untold: false,
          // What was revoked stays listed, as that.
          holds: async (now) => (await made(now)).every((left) => readField(left, 'status') === 'revoked'),
        };
  };
  const { remove } = rulesOf(entity);
  return { title: `life of ${entity}`, changes: remove === undefined ? [creation] : [creation, deletion] };
}

async function valuesFor({ store }: ChaosRig, entity: EntityName): Promise<JsonObject> {
  const [home] = await store.list('organization', [], 1);
  const served = new Set((await store.list('directory', [])).map((row) => row.enterpriseConnectionId));
  const connection = (await store.list('enterpriseConnection', [])).find(({ id }) => !served.has(id));
  return creations[entity]?.('one', home?.id ?? '', connection?.id ?? '') ?? {};
}

async function actChange(rig: ChaosRig, entity: EntityName, operation: string): Promise<Change | null> {
  const all = await subjects(rig, entity);
  const act = actsOf(entity)[operation];
  if (act === undefined) throw new Error(`no ${entity} to ${operation}`);
  const one = actedOn(act, all);
  if (one === null) return null;
  const values = valuesOf(act, all);
  return {
    title: `${operation} on ${entity}`,
    draft: { entity, recordId: one.id, action: { verb: 'perform', operation, values } },
    untold: !act.ends && isDone(entity, one, { operation, values }) === null,
    holds: async ({ port }) => {
      const read = await port.fetchOne(entity, one);
      if (act.ends) return read.ok && read.value === null;
      return read.ok && read.value !== null && isDone(entity, read.value, { operation, values }) !== false;
    },
  };
}
