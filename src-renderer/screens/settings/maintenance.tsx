import { useFeed } from '@renderer/bridge/use-feed';
import { Panel } from '@renderer/ui/layout/panel';
import { ProgressBar } from '@renderer/ui/marks/progress-bar';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { BackUp } from './back-up';
import { ChangePassphrase } from './change-passphrase';
import { IntegrityCheck } from './integrity-check';
import classes from './maintenance.module.css';
import { MakeSnapshot } from './make-snapshot';
import { ServiceCheck } from './service-check';

const works = { check: t('Checking'), backup: t('Backing up') } as const;

/** The file of the workspace: whether it is whole, and a copy for the day when it is not. */
export function Maintenance({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const running = useFeed('maintenance', {}).value ?? null;
  const locked = workspace.protection === 'passphrase';
  return (
    <Panel title={t('Care of this workspace')}>
      <p className={classes.text}>
        {locked
          ? t(
              'A check reads every page of the database and the journal of staged changes. A backup is one encrypted file with both; the passphrase of this workspace opens it again, here or on another machine.',
            )
          : t(
              'A check reads every page of the database and the journal of staged changes. A backup is one encrypted file with both; a passphrase that you choose opens it again, here or on another machine.',
            )}{' '}
        {workspace.kind === 'sandbox' && t('The sandbox’s own service is not part of it.')}
      </p>
      {running && (
        <div className={classes.progress}>
          <ProgressBar label={works[running.work]} fraction={running.fraction} />
          <span>
            {works[running.work]}: {Math.round(running.fraction * 100)} %
          </span>
        </div>
      )}
      <div className={classes.parts}>
        <IntegrityCheck disabled={running !== null} />
        {workspace.kind !== 'snapshot' && <ServiceCheck />}
        <BackUp workspace={workspace} disabled={running !== null} />
        {workspace.kind !== 'snapshot' && <MakeSnapshot disabled={running !== null} />}
        {locked && <ChangePassphrase workspace={workspace} />}
      </div>
    </Panel>
  );
}
