import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { type Intent, openStates } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import { serverRow } from '@shared/domain/project';
import { fieldAt } from '@shared/domain/records/fields-of';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import type { ValueOwner } from '@shared/domain/rules/plan-facts';
import { isFew, lookedUp, valuesAt, valuesTaken } from '@shared/domain/rules/single-values';

/**
 * Who has the values on the service that these intents take and one record alone may have, by `takenKey`: as far as the copy knows,
 * and it can be found (`lookedUp`). An address that nobody proved to hold is nobody's.
 */
export async function readValueOwners(
  store: Store,
  intents: readonly Intent[],
): Promise<ReadonlyMap<string, ValueOwner>> {
  const wanted = new Map<EntityName, Map<string, Set<string>>>();
  const keys = new Set<string>();
  for (const { entity, field, value, key } of intents.flatMap(valuesTaken)) {
    if (!lookedUp(entity, field)) continue;
    const fields = wanted.get(entity) ?? new Map<string, Set<string>>();
    keys.add(key);
    const spellings = (fields.get(field) ?? new Set()).add(value).add(value.toLowerCase());
    wanted.set(entity, fields.set(field, spellings));
  }
  const owners = new Map<string, ValueOwner>();
  if (wanted.size === 0) return owners;
  const open = await store.intents({ states: openStates });
  for (const [entity, fields] of wanted)
    for (const [field, values] of fields) {
      const rows: readonly StoredRecord[] = isFew(entity)
        ? await store.list(entity, [])
        : await listIn(store, entity, { field, values });
      // What is staged hides the service's value of a row: those rows are looked at too.
      const hiding = open.filter((intent) => intent.entity === entity && mayHide(intent, field));
      const hidden = await store.getMany(entity, [...new Set(hiding.map(({ recordId }) => recordId))]);
      const among = fieldAt(entity, field)?.among;
      for (const row of [...rows, ...hidden.values()]) {
        const server = serverRow(entity, row);
        if (server === null) continue;
        const possible = among?.of(server as unknown as JsonObject);
        for (const { key, value } of valuesAt(entity, field, readField(server, field)))
          if (keys.has(key) && (possible?.includes(value) ?? true))
            owners.set(key, { entity, id: server.id, label: labelOf(entity, server, '') });
      }
    }
  return owners;
}

const mayHide = ({ action }: Intent, field: string): boolean =>
  action.verb === 'perform' || (action.verb === 'update' && action.field === field);
