import { Button } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import { useBegun } from '@renderer/state/begun';
import { openWorkspace } from '@renderer/state/workspaces';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { rich } from '@renderer/ui/text/rich';
import type { Failure } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
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
  useBegun(true, workspace.id);
  const [apiKey, setApiKey] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const sending = useSending(failure);
  const locked = workspace.protection === 'passphrase';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const given: { passphrase?: string } = locked ? { passphrase } : {};
    await sending.send(async () => {
      const replaced = await shell.call('replaceApiKey', { id: workspace.id, apiKey, ...given });
      return replaced.ok ? await openWorkspace(workspace.id, given.passphrase) : replaced;
    });
  };
  return (
    <FormPage
      title={t('{name} was not opened', { name: workspace.name })}
      lead={rich('It says now that its service is at <b>{url}</b>. The key kept for it was not sent there.', {
        url: workspace.url,
        b: (words) => <strong>{words}</strong>,
      })}
      onBack={onBack}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        {sending.failure && <InlineFailure failure={sending.failure} />}
        <SecretInput
          label={t('API key for this address')}
          what={t('the API key')}
          kind="off"
          autoFocus
          value={apiKey}
          onChange={setApiKey}
        />
        {locked && (
          <SecretInput
            label={t('Passphrase')}
            what={t('the passphrase')}
            value={passphrase}
            onChange={setPassphrase}
          />
        )}
        <Button type="submit" loading={sending.busy}>
          {t('Use this key there')}
        </Button>
      </form>
    </FormPage>
  );
}
