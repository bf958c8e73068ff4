import { NativeSelect } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { useRecord } from '@renderer/bridge/use-record';
import { useSending } from '@renderer/bridge/use-sending';
import { PassphraseField } from '@renderer/screens/shared/passphrase-field';
import { useWorkspace } from '@renderer/state/use-session';
import { formatSize } from '@renderer/ui/format/format-size';
import { rich } from '@renderer/ui/text/rich';
import type { SnapshotReport } from '@shared/contract/snapshot';
import { dayMs } from '@shared/domain/utc-day';
import { t } from '@shared/language/t';
import { Camera } from 'lucide-react';
import { useState } from 'react';
import { RecordSelect } from '../shared/record-select';
import { FileForm } from './file-form';
import classes from './maintenance.module.css';

const lengths = [
  { value: '7', label: t('for 7 days') },
  { value: '30', label: t('for 30 days') },
  { value: '90', label: t('for 90 days') },
  { value: '0', label: t('without end') },
];

/** A read-only copy for somebody without connection and key: an auditor, a colleague on a train. */
export function MakeSnapshot({ disabled }: { readonly disabled: boolean }) {
  const [asking, setAsking] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [days, setDays] = useState('30');
  const [organizationId, setOrganizationId] = useState<string | null>(null);
  const [report, setReport] = useState<SnapshotReport | null>(null);
  const { busy, failure, send } = useSending();
  const { record } = useRecord('organization', organizationId);
  const withOrganizations = useWorkspace()?.scenario === 'b2b';

  const make = async (): Promise<void> => {
    setReport(null);
    const expiresAt = days === '0' ? 0 : Date.now() + Number(days) * dayMs;
    const organization =
      organizationId === null ? null : { id: organizationId, name: record?.name ?? organizationId };
    const made = await send(() => shell.call('makeSnapshot', { passphrase, expiresAt, organization }));
    if (!made.ok) return;
    setReport(made.value.report);
    if (made.value.report === null) return;
    setPassphrase('');
    setAsking(false);
  };
  return (
    <FileForm
      begin={t('Make a snapshot…')}
      choose={t('Choose where to save the snapshot…')}
      asking={asking}
      busy={busy}
      disabled={disabled}
      failure={failure}
      done={report && <Done report={report} />}
      onSubmit={() => {
        if (asking) void make();
        else setAsking(true);
      }}
    >
      <p className={classes.text}>
        {t(
          'A snapshot is a read-only copy as the service was seen: without your key, without what is staged. Restore a backup… on the first page opens it anywhere.',
        )}
      </p>
      {withOrganizations && (
        <RecordSelect
          entity="organization"
          label={t('Only one organization')}
          description={t('Its people, roles and history, and nobody else. Left empty, all of the workspace.')}
          known
          required={false}
          value={organizationId}
          onChange={setOrganizationId}
        />
      )}
      <NativeSelect
        label={t('It opens')}
        data={lengths}
        value={days}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
      <PassphraseField
        label={t('Passphrase of the snapshot')}
        description={t('Opens this copy and nothing else. At least 8 characters; it cannot be recovered.')}
        value={passphrase}
        onChange={setPassphrase}
      />
    </FileForm>
  );
}

function Done({ report: { path, bytes, records, history } }: { readonly report: SnapshotReport }) {
  return (
    <p className={classes.verdict}>
      <Camera size={13} aria-hidden />
      <span>
        {rich(
          'Saved as <place>{path}</place>: {size} with {records, plural, one {# record} other {# records}} and {history, plural, one {# change} other {# changes}} of their history.',
          {
            path,
            size: formatSize(bytes),
            records,
            history,
            place: (words) => <span className={classes.path}>{words}</span>,
          },
        )}
      </span>
    </p>
  );
}
