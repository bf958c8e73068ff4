import { useWorkspace } from '@renderer/state/use-session';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { services } from '@shared/domain/services';
import { t } from '@shared/language/t';
import { About } from './about';
import { Appearance } from './appearance';
import { IdleLock } from './idle-lock';
import { KeySettings } from './key-settings';
import { LeaveWorkspace } from './leave-workspace';
import { Maintenance } from './maintenance';
import { ProxyLogins } from './proxy-logins';
import { Reconciling } from './reconciling';
import classes from './settings-screen.module.css';
import { TokenSettings } from './token-settings';
import { Updates } from './updates';
import { WorkspaceFacts } from './workspace-facts';
import { You } from './you';

/** The open workspace, its key, the look of the window, and what runs here. */
export function SettingsScreen() {
  const workspace = useWorkspace();
  const snapshot = workspace?.kind === 'snapshot';
  return (
    <ScrollBody label={t('Settings')}>
      <div className={classes.room}>
        <div className={classes.columns}>
          <div className={classes.workspace}>
            <div className={classes.column}>
              {workspace && <WorkspaceFacts workspace={workspace} />}
              {workspace && !snapshot && <KeySettings key={workspace.id} workspace={workspace} />}
              {workspace &&
                !snapshot &&
                services[workspace.service ?? 'clerk'].hasPlatform &&
                workspace.scenario !== 'platforms' && (
                  <TokenSettings key={`token ${workspace.id}`} workspace={workspace} />
                )}
              {workspace?.kind === 'remote' && <ProxyLogins key={`proxies ${workspace.id}`} />}
            </div>
            <div className={classes.column}>
              {!snapshot && <Reconciling />}
              {workspace && <Maintenance key={`maintenance ${workspace.id}`} workspace={workspace} />}
              {workspace && <LeaveWorkspace workspace={workspace} />}
            </div>
          </div>
          <div className={classes.column}>
            <You />
            {workspace && <IdleLock workspace={workspace} />}
            <Appearance />
            <Updates />
            <About />
          </div>
        </div>
      </div>
    </ScrollBody>
  );
}
