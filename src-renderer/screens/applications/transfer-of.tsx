import { Button } from '@mantine/core';
import { useList } from '@renderer/bridge/use-list';
import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { go } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { FieldRow } from '@renderer/ui/layout/field-row';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { lasts } from '@shared/domain/rules/lasts';
import { t } from '@shared/language/t';
import { Truck } from 'lucide-react';
import { useState } from 'react';

/** The offer that stands: one whose time is over is worth nothing, whether a sync has said so or not. */
const usePending = (applicationId: string) =>
  useList('applicationTransfer', {
    where: [
      { field: 'applicationId', op: 'eq', value: applicationId },
      { field: 'status', op: 'eq', value: 'pending' },
    ],
  }).rows?.find((row) => lasts(row, Date.now()));

/** Offers the application to another account; nothing where it is offered already. */
export function TransferButton({ record }: { readonly record: StoredRecord<'application'> }) {
  const [opened, setOpened] = useState(false);
  if (usePending(record.id) !== undefined) return null;
  return (
    <>
      <Button variant="default" leftSection={<Truck size={13} aria-hidden />} onClick={() => setOpened(true)}>
        {t('Transfer…')}
      </Button>
      <CreateDialog
        entity="applicationTransfer"
        title={t('Transfer {name}', { name: record.name })}
        verb={t('Stage the offer')}
        given={{ applicationId: record.id }}
        preview={() => <p>{offerSays}</p>}
        opened={opened}
        onClose={() => setOpened(false)}
      />
    </>
  );
}

const offerSays = t(
  'Reconciled, it gives a code. Whoever opens it in the dashboard within 24 hours takes the application over, with its people and keys.',
);

/** The offer that stands, with its code. */
export function PendingTransfer({ applicationId }: { readonly applicationId: string }) {
  const pending = usePending(applicationId);
  if (pending === undefined) return null;
  return (
    <FieldRow label={t('Transfer')}>
      <LinkButton onClick={() => go('applications', { id: pending.id, params: { tab: 'transfers' } })}>
        {pending.code === '' ? t('Staged') : t('Pending, code {code}', { code: pending.code })}
      </LinkButton>
    </FieldRow>
  );
}
