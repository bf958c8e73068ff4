import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import { PassphraseField } from '@renderer/screens/shared/passphrase-field';
import { formatSize } from '@renderer/ui/format/format-size';
import { rich } from '@renderer/ui/text/rich';
import type { BackupReport } from '@shared/contract/maintenance';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { FileForm } from './file-form';
import classes from './maintenance.module.css';

interface BackUpProps {
  readonly workspace: WorkspaceInfo;
  readonly disabled: boolean;
}

/** One encrypted file of everything. A workspace without a passphrase lends its backup one: a keyring stays on its machine. */
export function BackUp({ workspace, disabled }: BackUpProps) {
  const [passphrase, setPassphrase] = useState('');
  const [asking, setAsking] = useState(false);
  const { busy, failure, send } = useSending();
  const [report, setReport] = useState<BackupReport | null>(null);
  const locked = workspace.protection === 'passphrase';

  const backUp = async (): Promise<void> => {
    setReport(null);
    const result = await send(() => shell.call('backUp', locked ? {} : { passphrase }));
    if (!result.ok) return;
    setReport(result.value.report);
    if (result.value.report === null) return;
    setPassphrase('');
    setAsking(false);
  };
  return (
    <FileForm
      begin={t('Back up…')}
      choose={t('Choose where to save…')}
      asking={asking}
      busy={busy}
      disabled={disabled}
      failure={failure}
      done={report && <Done report={report} />}
      onSubmit={() => {
        if (locked || asking) void backUp();
        else setAsking(true);
      }}
    >
      <PassphraseField
        label={t('Passphrase of the backup')}
        description={t(
          'Opens it on any machine, without this one’s key. At least 8 characters; it cannot be recovered.',
        )}
        autoFocus
        value={passphrase}
        onChange={setPassphrase}
      />
    </FileForm>
  );
}

function Done({ report: { path, bytes, pages, openIntents } }: { readonly report: BackupReport }) {
  return (
    <p className={classes.verdict}>
      <ShieldCheck size={13} aria-hidden />
      <span>
        {rich(
          'Backed up to <place>{path}</place>: {size}, {pages, plural, one {# page} other {# pages}} and {openIntents, plural, one {# staged change} other {# staged changes}}, read again after writing.',
          {
            path,
            size: formatSize(bytes),
            pages,
            openIntents,
            place: (words) => <span className={classes.path}>{words}</span>,
          },
        )}
      </span>
    </p>
  );
}
