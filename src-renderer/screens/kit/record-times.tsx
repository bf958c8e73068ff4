import { ServiceTime } from '@renderer/screens/shared/service-time';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { readField } from '@shared/domain/field-path';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';

interface RecordTimesProps {
  readonly record: StoredRecord;
  readonly created?: { readonly label: string; readonly staged?: string };
}

/** When a record was made, changed and copied; only what the service tells of it. */
export function RecordTimes({ record, created = { label: t('Created') } }: RecordTimesProps) {
  const createdAt = readField(record, 'createdAt');
  const updatedAt = readField(record, 'updatedAt');
  return (
    <>
      {typeof createdAt === 'number' && (
        <FieldRow label={created.label}>
          <ServiceTime record={record} at={createdAt} staged={created.staged} />
        </FieldRow>
      )}
      {typeof updatedAt === 'number' && (
        <FieldRow label={t('Changed')}>
          <ServiceTime record={record} at={updatedAt} />
        </FieldRow>
      )}
      <FieldRow label={t('Copied')}>
        <RelativeTime at={record.sync.fetchedAt} never={t('not on the service yet')} />
      </FieldRow>
    </>
  );
}
