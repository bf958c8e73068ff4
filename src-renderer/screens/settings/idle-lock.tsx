import { shell } from '@renderer/bridge/shell';
import { notifyFailure } from '@renderer/state/notify';
import { useSetting } from '@renderer/state/use-setting';
import { Panel } from '@renderer/ui/layout/panel';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { IdleMinutes } from '@shared/contract/guard';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import classes from './appearance.module.css';
import { Choice } from './choice';

const choices = [
  { value: '0', label: t('Off') },
  { value: '5', label: t('5 min') },
  { value: '15', label: t('15 min') },
  { value: '60', label: t('60 min') },
] as const;

/** When a workspace under a passphrase closes by itself. */
export function IdleLock({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const { value: idle, tell } = useSetting(() => shell.call('idleLock', {}));
  const choose = async (value: string): Promise<void> => {
    const next = IdleMinutes.parse(Number(value));
    const kept = await shell.call('setIdleLock', { minutes: next });
    if (kept.ok) tell({ minutes: next, unread: null });
    else notifyFailure(kept.error);
  };
  return (
    <Panel title={t('Lock when idle')} note={t('on this machine')}>
      <Choice
        label={t('After')}
        data={choices}
        value={String(idle?.minutes ?? '')}
        onChange={(value) => void choose(value)}
      />
      {idle?.unread && <InlineFailure failure={idle.unread} />}
      <p className={classes.note}>
        {workspace.protection === 'passphrase'
          ? t(
              'This workspace then closes and asks for its passphrase; also when the screen locks or the machine sleeps. A run that sends changes ends first, and what you typed is kept.',
            )
          : t(
              'For workspaces with a passphrase. This one opens without one, so closing it would protect nothing: lock the screen of this machine.',
            )}
      </p>
    </Panel>
  );
}
