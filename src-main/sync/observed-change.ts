import type { HistoryDraft } from '@main/store/store';
import { fieldChanges, isDerivedField } from '@shared/domain/changed-fields';
import type { EntityName } from '@shared/domain/entity';
import { organizationOf } from '@shared/domain/organization-of';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';

/** Two states of one record on the service, null where it was not there. Never both null. */
export interface Observation<E extends EntityName> {
  readonly entity: E;
  readonly before: RemoteRecord<E> | null;
  readonly after: RemoteRecord<E> | null;
  /** When it was observed, ms. */
  readonly at: number;
}

/** The history entry of a change seen on the service; null when nothing worth telling changed. Pure. */
export function observedChange<E extends EntityName>(observation: Observation<E>): HistoryDraft | null {
  const { entity, before, after, at } = observation;
  const record = after ?? before;
  if (record === null) return null;
  const fields = fieldChanges(before, after);
  // What follows from other records, or from time, is told by those.
  if (fields.every(({ field }) => isDerivedField(entity, field))) return null;
  return {
    at,
    entity,
    recordId: record.id,
    organizationId: organizationOf(entity, record),
    label: labelOf(entity, record, ''),
    source: 'remote',
    change: before === null ? 'created' : after === null ? 'deleted' : 'updated',
    fields,
    intentId: '',
    requestId: '',
  };
}
