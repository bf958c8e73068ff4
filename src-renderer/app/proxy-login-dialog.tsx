import { Button, Checkbox, TextInput } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import { networkActs, useKeptProxyAsked, useProxyAsked } from '@renderer/state/use-proxy-asked';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { Dialog } from '@renderer/ui/layout/dialog';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { ProxyAsked } from '@shared/contract/proxy-calls';
import { t } from '@shared/language/t';
import { type FormEvent, useState } from 'react';
import classes from './proxy-login-dialog.module.css';

/** Asks for name and password of a proxy on the way to the service. Closed, the line under the header still leads here. */
export function ProxyLoginDialog() {
  useKeptProxyAsked();
  const { asked, open } = useProxyAsked();
  const close = (): void => networkActs.showLogin(false);
  return (
    <Dialog opened={open && asked !== null} onClose={close} title={t('Sign in to the proxy')} size={440}>
      {asked && <LoginForm key={asked.proxy} asked={asked} onClose={close} />}
    </Dialog>
  );
}

function LoginForm({ asked, onClose }: { readonly asked: ProxyAsked; readonly onClose: () => void }) {
  const { proxy, realm, refused, mayKeep } = asked;
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState(false);
  const { busy, failure, send } = useSending();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const given = await send(() => shell.call('giveProxyLogin', { proxy, user, password, keep }));
    if (given.ok) networkActs.tryAgain();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <p className={classes.text}>
        {realm === ''
          ? t('{proxy} stands between this machine and the service, and asks who you are.', { proxy })
          : t('{proxy} (“{realm}”) stands between this machine and the service, and asks who you are.', {
              proxy,
              realm,
            })}{' '}
        {t('The login goes to it and to nobody else.')}
      </p>
      {refused && !failure && (
        <p className={classes.text} role="status">
          {t('It no longer takes the login that it was given.')}
        </p>
      )}
      <TextInput
        label={t('User name')}
        description={t('As your network wants it: often with its domain in front, as in CORP\\ada.')}
        autoComplete="off"
        data-autofocus
        required
        value={user}
        onChange={(event) => setUser(event.currentTarget.value)}
      />
      <SecretInput
        label={t('Password')}
        what={t('the password')}
        kind="off"
        required={false}
        value={password}
        onChange={setPassword}
      />
      <Checkbox
        label={t('Keep it with this workspace')}
        description={
          mayKeep
            ? t('Encrypted under the workspace’s own key. Otherwise it is forgotten when Tenantry quits.')
            : t('Only a workspace of a real instance can keep it. It is forgotten when Tenantry quits.')
        }
        disabled={!mayKeep}
        checked={keep}
        onChange={(event) => setKeep(event.currentTarget.checked)}
      />
      {failure && <InlineFailure failure={failure} />}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('Not now')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('Sign in')}
        </Button>
      </div>
    </form>
  );
}
