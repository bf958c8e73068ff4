import { Button } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import { PassphraseField } from '@renderer/screens/shared/passphrase-field';
import { notifyDone } from '@renderer/state/notify';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { type FormEvent, useState } from 'react';
import classes from './maintenance.module.css';

/** Another passphrase for a workspace that has one. The database stays as it is, and so do backups made before. */
export function ChangePassphrase({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const [asking, setAsking] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [next, setNext] = useState('');
  const { busy, failure, send } = useSending();

  const change = async (): Promise<void> => {
    const result = await send(() => shell.call('changePassphrase', { id: workspace.id, passphrase, next }));
    if (!result.ok) return;
    setAsking(false);
    setPassphrase('');
    setNext('');
    notifyDone(t('The passphrase is changed. The next opening asks for the new one.'));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (asking) void change();
    else setAsking(true);
  };

  return (
    <form className={classes.part} onSubmit={submit}>
      {asking && (
        <>
          <SecretInput
            label={t('Present passphrase')}
            what={t('the present passphrase')}
            autoFocus
            value={passphrase}
            onChange={setPassphrase}
          />
          <PassphraseField
            label={t('New passphrase')}
            description={t(
              'At least 8 characters; it cannot be recovered. Backups made before still open with the present one.',
            )}
            value={next}
            onChange={setNext}
          />
        </>
      )}
      {failure && <InlineFailure failure={failure} />}
      <Button type="submit" variant="default" className={classes.button} loading={busy}>
        {asking ? t('Change passphrase') : t('Change passphrase…')}
      </Button>
    </form>
  );
}
