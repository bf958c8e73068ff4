import { Button } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import { useBegun } from '@renderer/state/begun';
import { restoreBackup } from '@renderer/state/workspaces';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { formatDay, formatExact } from '@renderer/ui/format/format-time';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { ProgressBar } from '@renderer/ui/marks/progress-bar';
import type { ChosenBackup } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { type FormEvent, useEffect, useState } from 'react';
import classes from './connect-form.module.css';
import { FormPage } from './form-page';

interface RestoreFormProps {
  readonly backup: ChosenBackup;
  readonly onBack: () => void;
}

/** Asks for the passphrase of a backup, reads all of it, and opens the workspace that comes out. */
export function RestoreForm({ backup, onBack }: RestoreFormProps) {
  useBegun(true, null);
  const { name, url, fileName, madeAt, snapshot } = backup;
  const [passphrase, setPassphrase] = useState('');
  const { busy, failure, send } = useSending();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await send(() => restoreBackup(passphrase));
  };
  return (
    <FormPage
      title={snapshot === null ? t('Restore {name}', { name }) : t('Open the snapshot of {name}', { name })}
      lead={t('{fileName}, made on {madeAt} from {url}. {next}', {
        fileName,
        madeAt: formatExact(madeAt),
        url,
        next: leads(snapshot),
      })}
      onBack={onBack}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <SecretInput
          label={snapshot === null ? t('Passphrase of the backup') : t('Passphrase of the snapshot')}
          what={t('the passphrase')}
          description={
            snapshot === null
              ? t('The one the workspace had that day, or the one chosen for the backup.')
              : t('The one that was chosen for it; whoever gave you the file knows it.')
          }
          autoFocus
          value={passphrase}
          onChange={setPassphrase}
        />
        {busy && <RestoreProgress />}
        {failure && <InlineFailure failure={failure} />}
        <Button type="submit" loading={busy}>
          {snapshot === null ? t('Restore and open') : t('Open')}
        </Button>
      </form>
    </FormPage>
  );
}

function leads(snapshot: ChosenBackup['snapshot']): string {
  if (snapshot === null) return t('What was staged then is staged again.');
  const first = t('It is read only, and asks no service.');
  return snapshot.expiresAt === 0
    ? first
    : `${first} ${t('It opens until {day}.', { day: formatDay(snapshot.expiresAt) })}`;
}

/** How much of the backup was read. */
function RestoreProgress() {
  const [fraction, setFraction] = useState(0);
  useEffect(() => shell.on('restoring', (restoring) => setFraction(restoring.fraction)), []);
  return (
    <div>
      <ProgressBar label={t('Reading the backup')} fraction={fraction} />
      {t('Reading every page and record of the backup: {percent, number} %', {
        percent: Math.round(fraction * 100),
      })}
    </div>
  );
}
