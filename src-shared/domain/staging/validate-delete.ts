import { t } from '../../language/t';
import { type EntityName, entityWords } from '../entity';
import type { RecordId } from '../ids';
import type { Intent } from '../intent';
import type { JsonObject } from '../json';
import { organizationOf } from '../organization-of';
import { lastKnownRow } from '../project';
import type { StoredRecord } from '../records/record-map';
import { rejectAbsent } from '../rules/absent';
import type { Batch } from '../rules/batch';
import { labelOf } from '../rules/label-of';
import { rulesOf } from '../rules/rules-of';
import { recordIn, recordKey } from '../rules/staging-world';
import { accept, inFlight, reject, skip, type Validation } from '../rules/validation';

/** Whether a record can be deleted (an invitation: revoked). What was staged for it, or inside it, falls with it. */
export function validateDelete(batch: Batch, entity: EntityName, recordId = '' as RecordId): Validation {
  const { world, named } = batch;
  const key = recordKey(entity, recordId);
  const record = world.records.get(key);
  if (record === undefined)
    return rejectAbsent(world, entity, recordId, {
      none: t('There is no {entity} {recordId}.', { entity, recordId }),
      next: t('Choose another record.'),
    });
  const { remove, guard } = rulesOf(entity);
  if (remove === undefined)
    return reject(
      'invalid-input',
      t('Tenantry cannot delete a {entity}.', { entity }),
      t('Delete it in the service’s dashboard.'),
    );
  if (record.state === 'gone')
    return reject(
      'not-found',
      t('The service no longer has this record.'),
      t('Withdraw what is staged for it.'),
    );
  const managed = guard?.(world, record) ?? null;
  if (managed !== null) return managed;
  if (named.has(key) || batch.edited.has(key))
    return reject(
      'invalid-input',
      t('This {one} is changed twice here.', { one: entityWords[entity].one }),
      t('Keep one change of it.'),
    );
  named.add(key);

  const own = world.intents.get(key) ?? [];
  const inside = world.dependents.get(recordId) ?? [];
  const fallen = [...own, ...inside];
  const busy = inFlight(fallen);
  if (busy !== null) return busy;
  const closed = (to: 'superseded' | 'withdrawn') => fallen.map((intent: Intent) => ({ intent, to }));
  const effect = remove.effect?.(world, record) ?? null;
  if (own.some(({ action }) => action.verb === 'create'))
    return accept([], closed('withdrawn'), effect && { ...effect, guarded: false });
  if (record.staged?.verb === 'delete') return skip;
  const refused = remove.refuse?.(record) ?? null;
  if (refused !== null) return refused;
  return accept(
    [
      {
        entity,
        recordId,
        label: labelOf(entity, record, organizationName(batch, record)),
        organizationId: organizationOf(entity, record),
        action: { verb: 'delete', base: { ...lastKnownRow(entity, record) } as JsonObject },
        ...('updatedAt' in record ? { seenUpdatedAt: record.updatedAt } : {}),
      },
    ],
    closed('superseded'),
    effect,
  );
}

function organizationName({ world }: Batch, record: StoredRecord): string {
  return recordIn(world, 'organization', organizationOf('invitation', record))?.name ?? '';
}
