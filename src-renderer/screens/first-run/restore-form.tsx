import { Button, PasswordInput } from '@mantine/core';
import { restoreBackup } from '@renderer/state/workspaces';
import { formatExact } from '@renderer/ui/format-time';
import { InlineFailure } from '@renderer/ui/inline-failure';
import type { Failure } from '@shared/contract/failure';
import type { ChosenBackup } from '@shared/contract/shell';
import { type FormEvent, useState } from 'react';
import classes from './connect-form.module.css';
import { FormPage } from './form-page';
import { RestoreProgress } from './restore-progress';

interface RestoreFormProps {
  readonly backup: ChosenBackup;
  readonly onBack: () => void;
}

/** Asks for the passphrase of a backup, reads all of it, and opens the workspace that comes out. */
export function RestoreForm({ backup, onBack }: RestoreFormProps) {
  const { name, url, fileName, madeAt } = backup;
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    const result = await restoreBackup(passphrase);
    setBusy(false);
    if (!result.ok) setFailure(result.error);
  };
  return (
    <FormPage
      title={`Restore ${name}`}
      lead={`${fileName}, made on ${formatExact(madeAt)} from ${url}. What was staged then is staged again.`}
      onBack={onBack}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <PasswordInput
          label="Passphrase of the backup"
          description="The one the workspace had that day, or the one chosen for the backup."
          required
          autoFocus
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the passphrase' }}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {busy && <RestoreProgress />}
        {failure && <InlineFailure failure={failure} />}
        <Button type="submit" loading={busy}>
          Restore and open
        </Button>
      </form>
    </FormPage>
  );
}
