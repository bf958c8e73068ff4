import { Button } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import { keyWords } from '@renderer/screens/shared/key-words';
import { notifyDone } from '@renderer/state/notify';
import { useStatus } from '@renderer/state/status-context';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { Panel } from '@renderer/ui/layout/panel';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { type FormEvent, useState } from 'react';
import classes from './key-settings.module.css';

/** Another API key for the same instance; the old one is never shown, the new one never written down here. */
export function KeySettings({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const refused = useStatus()?.freshness.kind === 'key-refused';
  const [apiKey, setApiKey] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const { busy, failure, send } = useSending();
  const words = keyWords(workspace.service ?? 'clerk', workspace.scenario);
  const locked = workspace.protection === 'passphrase';

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const given = { id: workspace.id, apiKey, ...(locked ? { passphrase } : {}) };
    const result = await send(() => shell.call('replaceApiKey', given));
    if (!result.ok) return;
    setApiKey('');
    setPassphrase('');
    notifyDone(t('The API key is replaced. Sync tries it now.'));
  };

  if (workspace.kind === 'sandbox') {
    return (
      <Panel title={t('API key')}>
        <p className={classes.text}>{t('The sandbox on this machine makes and keeps its own key.')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('API key')} note={refused ? t('the service refuses the present one') : t('in use')}>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <SecretInput
          label={words.next}
          what={words.what}
          description={t('Of the same instance. It stays with Tenantry’s engine and is never shown again.')}
          kind="off"
          value={apiKey}
          onChange={setApiKey}
        />
        {locked && (
          <SecretInput
            label={t('Passphrase')}
            what={t('the passphrase')}
            description={t('Of this workspace: the new key is locked under it.')}
            value={passphrase}
            onChange={setPassphrase}
          />
        )}
        {failure && <InlineFailure failure={failure} />}
        <Button
          type="submit"
          variant={refused ? 'filled' : 'default'}
          loading={busy}
          className={classes.submit}
        >
          {t('Replace API key')}
        </Button>
      </form>
    </Panel>
  );
}
