import { Button } from '@mantine/core';
import { notifyFailure } from '@renderer/state/notify';
import { openCount } from '@renderer/state/open-count';
import { useStatus } from '@renderer/state/status-context';
import { closeWorkspace, forgetWorkspace } from '@renderer/state/workspaces';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { Panel } from '@renderer/ui/layout/panel';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './leave-workspace.module.css';

/** Closing keeps everything; forgetting deletes the local copy, and says what is lost with it. */
export function LeaveWorkspace({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const intents = useStatus()?.intents;
  const [asking, setAsking] = useState(false);
  const staged = intents ? openCount(intents) : 0;
  const forget = async (): Promise<void> => {
    const result = await forgetWorkspace(workspace.id);
    if (!result.ok) notifyFailure(result.error);
  };
  return (
    <Panel title={t('Leave')}>
      <p className={classes.text}>
        {t(
          'Closing keeps the copy, its history and everything staged. Forgetting deletes all of it from this machine; the service is not touched.',
        )}
      </p>
      <div className={classes.actions}>
        <Button variant="default" onClick={() => void closeWorkspace()}>
          {t('Close workspace')}
        </Button>
        <Button variant="light" color="red" onClick={() => setAsking(true)}>
          {t('Forget workspace…')}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title={t('Forget {name}?', { name: workspace.name })}
        verb={t('Forget workspace')}
        destructive
        onClose={() => setAsking(false)}
        onConfirm={() => void forget()}
      >
        {staged > 0
          ? t(
              'The local copy and its history are deleted, and {staged, plural, one {# staged change} other {# staged changes}} with them, never sent. The service is not touched. This cannot be undone.',
              { staged },
            )
          : t(
              'The local copy and its history are deleted. The service is not touched. This cannot be undone.',
            )}
      </ConfirmDialog>
    </Panel>
  );
}
