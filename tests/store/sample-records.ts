import type { HistoryDraft } from '@main/store/store';
import { blankRecord } from '@shared/domain/blank-record';
import type { EntityName } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import { project } from '@shared/domain/project';
import { keptOf } from '@shared/domain/records/computed';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { intentOf } from '../domain/intent-of';

/** A synced record with the given values, as a store keeps it that has nothing else. */
export function sampleRecord<E extends EntityName>(
  entity: E,
  id: string,
  values: Partial<RemoteRecord<E>> = {},
): StoredRecord<E> {
  const remote = { ...blankRecord(entity, RecordId.parse(id), 1_000), ...values };
  const row = project(entity, remote, [], { hash: 'h', sweep: 1, fetchedAt: 1_000 });
  if (row === null) throw new Error('a server row always shows');
  return { ...row, ...keptOf(entity)?.of({ ...row }, {}) };
}

/** A staged role edit of a membership, changed where asked. */
export function sampleIntent(seq: number, values: Partial<Intent> = {}): Intent {
  return intentOf(
    { verb: 'update', field: 'role', base: 'org:member', value: 'org:admin' },
    { seq, stagedAt: 2_000, gesture: `g${seq}`, ...values },
  );
}

export function sampleHistory(recordId: string, values: Partial<HistoryDraft> = {}): HistoryDraft {
  return {
    at: 3_000,
    entity: 'organization',
    recordId: RecordId.parse(recordId),
    organizationId: recordId,
    label: 'Acme',
    source: 'remote',
    change: 'updated',
    fields: [{ field: 'name', before: 'Acme', after: 'Acme Ltd' }],
    intentId: '',
    requestId: '',
    ...values,
  };
}
