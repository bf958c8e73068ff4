import { Button } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import { useCapability } from '@renderer/state/capabilities';
import { notifyDone } from '@renderer/state/notify';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { Panel } from '@renderer/ui/layout/panel';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { type FormEvent, useState } from 'react';
import classes from './key-settings.module.css';

/** A Platform token beside the key: added, replaced, removed; never shown, and nowhere written down here. */
export function TokenSettings({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const capability = useCapability('platform');
  const [token, setToken] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const { busy, failure, send } = useSending();
  const locked = workspace.protection === 'passphrase';
  const sandbox = workspace.kind === 'sandbox';
  const added = capability.state !== 'off';

  const keep = async (next: string | null): Promise<void> => {
    const given = { id: workspace.id, token: next, ...(locked && { passphrase }) };
    const result = await send(() => shell.call('setPlatformToken', given));
    if (!result.ok) return;
    setToken('');
    setPassphrase('');
    notifyDone(
      next === null
        ? t('The Platform token is removed. What was copied by it stays, as it was.')
        : t('The Platform token is kept. Sync brings policies and branding now.'),
    );
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void keep(sandbox ? 'of the sandbox' : token);
  };

  return (
    <Panel
      title={t('Platform token')}
      note={
        added
          ? capability.state === 'available'
            ? t('in use')
            : t('does not open the application')
          : t('none')
      }
    >
      <p className={classes.text}>
        {t(
          'Opens policies, connections and branding of this instance’s application. Without it everything else works as before.',
        )}
        {!added || capability.state === 'available' ? '' : ` ${capability.reason}`}
      </p>
      <form className={classes.form} onSubmit={submit}>
        {!sandbox && (
          <SecretInput
            label={added ? t('New Platform token') : t('Platform token')}
            what={t('the Platform token')}
            description={t(
              'Of the account that the application belongs to. It stays with Tenantry’s engine and is never shown again.',
            )}
            kind="off"
            value={token}
            onChange={setToken}
          />
        )}
        {locked && (
          <SecretInput
            label={t('Passphrase')}
            what={t('the passphrase')}
            description={t('Of this workspace: the token is locked under it.')}
            value={passphrase}
            onChange={setPassphrase}
          />
        )}
        {failure && <InlineFailure failure={failure} />}
        <div className={classes.buttons}>
          {(!sandbox || !added) && (
            <Button type="submit" variant="default" loading={busy}>
              {sandbox
                ? t('Add the sandbox’s token')
                : added
                  ? t('Replace Platform token')
                  : t('Add Platform token')}
            </Button>
          )}
          {added && (
            <Button variant="default" loading={busy} onClick={() => void keep(null)}>
              {t('Remove Platform token')}
            </Button>
          )}
        </div>
      </form>
    </Panel>
  );
}
