import { t } from '../../language/t';
import { actOf } from '../acts';
import { type EntityName, modelOf } from '../entity';
import type { RecordId } from '../ids';
import { organizationOf } from '../organization-of';
import type { StoredRecord } from '../records/record-map';
import { rejectAbsent } from '../rules/absent';
import { type Batch, organizationFor } from '../rules/batch';
import { recordKey } from '../rules/staging-world';
import { reject, type Validation } from '../rules/validation';

/** Why nothing can be staged for a record, or null: unknown, lost by the service, or about to be deleted. */
function unusableRecord(batch: Batch, entity: EntityName, record: StoredRecord): Validation | null {
  if (record.state === 'gone')
    return reject(
      'not-found',
      t('The service no longer has this record.'),
      t('Withdraw what is staged for it.'),
    );
  if (record.staged?.verb === 'delete')
    return reject('invalid-input', t('This record is staged for deletion.'), t('Undo the deletion first.'));
  const organizationId = organizationOf(entity, record);
  if (modelOf(entity).scope || !batch.world.records.has(recordKey('organization', organizationId)))
    return null;
  const organization = organizationFor(batch, organizationId);
  if (!('unusable' in organization)) return null;
  return reject('invalid-input', organization.unusable, t('Choose something in another organization.'));
}

/** The record that a draft is of, or why nothing can be staged for it. */
export function usableRecord(
  batch: Batch,
  entity: EntityName,
  recordId: RecordId,
): { readonly record: StoredRecord } | { readonly refused: Validation } {
  const record = batch.world.records.get(recordKey(entity, recordId));
  if (record === undefined)
    return {
      refused: rejectAbsent(batch.world, entity, recordId, {
        none: t('There is no {entity} {recordId}.', { entity, recordId }),
        next: t('Choose another record.'),
      }),
    };
  const refused = unusableRecord(batch, entity, record);
  return refused === null ? { record } : { refused };
}

/** Why nothing more can be done to a record that something staged, or asked for before in this set, ends; null where nothing does. */
export function endingFault(
  { world, acted }: Batch,
  entity: EntityName,
  recordId: RecordId,
): Validation | null {
  const key = recordKey(entity, recordId);
  const open = world.intents.get(key) ?? [];
  const acts = [...open.map(({ action }) => action), ...(acted.get(key)?.actions ?? [])];
  for (const action of acts) {
    const act = action.verb === 'perform' ? actOf(entity, action.operation) : undefined;
    if (act?.ends)
      return reject(
        'invalid-input',
        t('{label} is staged for it, and it is gone then.', { label: act.label }),
        t('Undo that first.'),
      );
  }
  return null;
}
