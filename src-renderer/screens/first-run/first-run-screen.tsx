import { shell } from '@renderer/bridge/shell';
import { notifyFailure } from '@renderer/state/notify';
import { callDoctor } from '@renderer/state/use-overlays';
import { usePreferences } from '@renderer/state/use-preferences';
import { useSession } from '@renderer/state/use-session';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import type { ChosenBackup, WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { AnewKeyForm } from './anew-key-form';
import { BrokenList } from './broken-list';
import { ConnectForm } from './connect-form';
import classes from './first-run-screen.module.css';
import { OtherLanguage } from './other-language';
import { RestoreForm } from './restore-form';
import { ScenarioCards } from './scenario-cards';
import { UnlockForm } from './unlock-form';
import { UnlockLast } from './unlock-last';
import { WorkspaceList } from './workspace-list';

/** No workspace is open: open one, try a world of the sandbox, or connect an instance. */
export function FirstRunScreen() {
  const { workspaces, broken, info } = useSession();
  const lastId = usePreferences((preferences) => preferences.lastWorkspaceId);
  const last = workspaces.find(({ id }) => id === lastId);
  const [connecting, setConnecting] = useState(false);
  const [restoring, setRestoring] = useState<ChosenBackup | null>(null);
  const [moved, setMoved] = useState<{ workspace: WorkspaceInfo; failure: Failure } | null>(null);
  const [unlocking, setUnlocking] = useState<WorkspaceInfo | null>(null);
  if (moved) return <AnewKeyForm {...moved} onBack={() => setMoved(null)} />;
  if (unlocking)
    return (
      <UnlockForm
        workspace={unlocking}
        onMoved={(failure) => setMoved({ workspace: unlocking, failure })}
        onBack={() => setUnlocking(null)}
      />
    );
  if (restoring) return <RestoreForm backup={restoring} onBack={() => setRestoring(null)} />;
  if (connecting) return <ConnectForm onBack={() => setConnecting(false)} />;
  return (
    <main className={classes.screen}>
      <div className={classes.column}>
        <header>
          <h1 className={classes.title}>{'Tenantry'}</h1>
          <p className={classes.lead}>
            {t(
              'Administer tenants offline: search, audit and edit an encrypted copy, then reconcile with the service under your eyes.',
            )}
          </p>
        </header>
        {last?.protection === 'passphrase' && !last.elsewhere && (
          <UnlockLast workspace={last} onMoved={(failure) => setMoved({ workspace: last, failure })} />
        )}
        {workspaces.length > 0 && (
          <WorkspaceList
            workspaces={workspaces}
            onUnlock={setUnlocking}
            onMoved={(workspace, failure) => setMoved({ workspace, failure })}
          />
        )}
        {info?.recentUnread && <InlineFailure failure={info.recentUnread} />}
        {broken.length > 0 && <BrokenList broken={broken} />}
        <ScenarioCards />
        <section className={classes.connect} aria-label={t('Connect a real instance')}>
          <div>
            <h2 className={classes.heading}>{t('Connect a real instance')}</h2>
            <p className={classes.text}>
              {t(
                'Needs the secret key of a Clerk instance, or the session of a Better Auth admin. It is kept encrypted on this machine and never reaches this window again.',
              )}
            </p>
          </div>
          <button type="button" className={classes.button} onClick={() => setConnecting(true)}>
            {t('Connect a real instance')}
          </button>
        </section>
        <RestoreEntry onChosen={setRestoring} />
        <footer className={classes.footer}>
          {t('Something does not work?')} <LinkButton onClick={callDoctor}>{t('Ask the doctor')}</LinkButton>
          <br />
          <OtherLanguage />
          {info &&
            `Tenantry ${info.version} · Electron ${info.electron} · ${info.keyring ? t('keys in the system keyring') : t('no system keyring: a passphrase protects keys')}`}
        </footer>
      </div>
    </main>
  );
}

/** A quiet way in for the day when a workspace is gone; the shell asks for the file. */
function RestoreEntry({ onChosen }: { readonly onChosen: (backup: ChosenBackup) => void }) {
  const choose = async (): Promise<void> => {
    const result = await shell.call('chooseBackup', {});
    if (!result.ok) notifyFailure(result.error);
    else if (result.value.backup) onChosen(result.value.backup);
  };
  return (
    <p className={classes.text}>
      {t('Have a backup or a snapshot of a workspace?')}{' '}
      <LinkButton onClick={() => void choose()}>{t('Restore a backup…')}</LinkButton>
    </p>
  );
}
