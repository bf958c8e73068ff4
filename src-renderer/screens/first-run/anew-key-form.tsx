import { Button, PasswordInput } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { openWorkspace } from '@renderer/state/workspaces';
import { InlineFailure } from '@renderer/ui/inline-failure';
import type { Failure } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/shell';
import { type FormEvent, useState } from 'react';
import classes from './connect-form.module.css';
import { FormPage } from './form-page';

interface AnewKeyFormProps {
  readonly workspace: WorkspaceInfo;
  /** Why the workspace was not opened. */
  readonly failure: Failure;
  readonly onBack: () => void;
}

/** The address of a workspace was changed outside the app: its key goes there only if it is given anew. */
export function AnewKeyForm({ workspace, failure, onBack }: AnewKeyFormProps) {
  const [apiKey, setApiKey] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(failure);
  const locked = workspace.protection === 'passphrase';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const given = locked ? { passphrase } : {};
    const replaced = await shell.call('replaceApiKey', { id: workspace.id, apiKey, ...given });
    const result = replaced.ok
      ? await openWorkspace(workspace.id, locked ? passphrase : undefined)
      : replaced;
    setBusy(false);
    if (!result.ok) setShown(result.error);
  };
  return (
    <FormPage
      title={`${workspace.name} was not opened`}
      lead={
        <>
          It says now that its service is at <strong>{workspace.url}</strong>. The key kept for it was not
          sent there.
        </>
      }
      onBack={onBack}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <InlineFailure failure={shown} />
        <PasswordInput
          label="API key for this address"
          required
          autoFocus
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the API key' }}
          value={apiKey}
          onChange={(event) => setApiKey(event.currentTarget.value)}
        />
        {locked && (
          <PasswordInput
            label="Passphrase"
            required
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the passphrase' }}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        )}
        <Button type="submit" loading={busy}>
          Use this key there
        </Button>
      </form>
    </FormPage>
  );
}
