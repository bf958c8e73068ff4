import { Button, PasswordInput } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { notifyDone } from '@renderer/state/notify';
import { useStatus } from '@renderer/state/status-context';
import { InlineFailure } from '@renderer/ui/inline-failure';
import { Panel } from '@renderer/ui/panel';
import type { Failure } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/shell';
import { type FormEvent, useState } from 'react';
import classes from './key-settings.module.css';

/** Another API key for the same instance; the old one is never shown, the new one never written down here. */
export function KeySettings({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const refused = useStatus()?.freshness.kind === 'key-refused';
  const [apiKey, setApiKey] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const locked = workspace.protection === 'passphrase';

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    const result = await shell.call('replaceApiKey', {
      id: workspace.id,
      apiKey,
      ...(locked ? { passphrase } : {}),
    });
    setBusy(false);
    if (!result.ok) return setFailure(result.error);
    setApiKey('');
    setPassphrase('');
    notifyDone('The API key is replaced. Sync tries it now.');
  };

  if (workspace.kind === 'sandbox') {
    return (
      <Panel title="API key">
        <p className={classes.text}>The sandbox on this machine makes and keeps its own key.</p>
      </Panel>
    );
  }
  return (
    <Panel title="API key" note={refused ? 'the service refuses the present one' : 'in use'}>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <PasswordInput
          label="New secret key"
          description="Of the same instance. It stays with Tenantry’s engine and is never shown again."
          required
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the secret key' }}
          value={apiKey}
          onChange={(event) => setApiKey(event.currentTarget.value)}
        />
        {locked && (
          <PasswordInput
            label="Passphrase"
            description="Of this workspace: the new key is locked under it."
            required
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the passphrase' }}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        )}
        {failure && <InlineFailure failure={failure} />}
        <Button
          type="submit"
          variant={refused ? 'filled' : 'default'}
          loading={busy}
          className={classes.submit}
        >
          Replace API key
        </Button>
      </form>
    </Panel>
  );
}
