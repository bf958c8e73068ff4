import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { environmentWords } from '@renderer/state/environment-words';
import { notifyFailure } from '@renderer/state/notify';
import { forgetWorkspace, isShownElsewhere, openBeside, openWorkspace } from '@renderer/state/workspaces';
import { formatDay } from '@renderer/ui/format/format-time';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { Avatar } from '@renderer/ui/marks/avatar';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { rich } from '@renderer/ui/text/rich';
import type { Failure } from '@shared/contract/failure';
import type { OpenedInfo, WorkspaceInfo } from '@shared/contract/workspace-info';
import { scenarioWords } from '@shared/domain/scenario';
import { t } from '@shared/language/t';
import { AppWindow, KeyRound, Trash2 } from 'lucide-react';
import { useState } from 'react';
import classes from './workspace-list.module.css';

interface WorkspaceListProps {
  readonly workspaces: readonly OpenedInfo[];
  readonly onUnlock: (workspace: WorkspaceInfo) => void;
  /** Its address was changed outside the app. */
  readonly onMoved: (workspace: WorkspaceInfo, failure: Failure) => void;
}

export function WorkspaceList({ workspaces, onUnlock, onMoved }: WorkspaceListProps) {
  const [forgetting, setForgetting] = useState<WorkspaceInfo | null>(null);
  const [opening, setOpening] = useState<string | null>(null);
  const open = async (workspace: OpenedInfo): Promise<void> => {
    if (workspace.elsewhere && (await isShownElsewhere(workspace.id))) return;
    if (workspace.protection === 'passphrase') {
      // At once: what is typed next is typed there. Other windows that have it open come forward over it.
      onUnlock(workspace);
      return void (await isShownElsewhere(workspace.id));
    }
    setOpening(workspace.id);
    const result = await openWorkspace(workspace.id);
    setOpening(null);
    if (result.ok) return;
    if (result.error.code === 'address-changed') onMoved(workspace, result.error);
    else notifyFailure(result.error);
  };
  const forget = async ({ id }: WorkspaceInfo): Promise<void> => {
    const result = await forgetWorkspace(id);
    if (!result.ok) notifyFailure(result.error);
  };
  return (
    <section aria-label={t('Your workspaces')}>
      <h2 className={classes.heading}>{t('Your workspaces')}</h2>
      <ul className={classes.list}>
        {workspaces.map((workspace) => (
          <li key={workspace.id} className={classes.item} data-environment={workspace.environment}>
            <Avatar name={workspace.name} shape="square" size={28} />
            <div className={classes.text}>
              <span className={classes.name}>{workspace.name}</span>
              <span className={classes.note}>
                {scenarioWords[workspace.scenario]} · {environmentWords[workspace.environment]} ·{' '}
                {placeOf(workspace)} ·{' '}
                {rich('made {ago}', { ago: <RelativeTime at={workspace.createdAt} ago /> })}
                {workspace.elsewhere && <> · {t('open in another window')}</>}
              </span>
            </div>
            <ActionIcon
              aria-label={t('Forget {name}', { name: workspace.name })}
              onClick={() => setForgetting(workspace)}
            >
              <Trash2 size={14} aria-hidden />
            </ActionIcon>
            <Tooltip label={t('Open in a new window')}>
              <ActionIcon
                aria-label={t('{name} in a new window', { name: workspace.name })}
                onClick={() => void openBeside({ workspaceId: workspace.id })}
              >
                <AppWindow size={14} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Button
              variant="default"
              loading={opening === workspace.id}
              leftSection={
                workspace.protection === 'passphrase' &&
                !workspace.elsewhere && <KeyRound size={13} aria-hidden />
              }
              onClick={() => void open(workspace)}
              aria-label={
                workspace.elsewhere
                  ? t('Show {name}', { name: workspace.name })
                  : t('Open {name}', { name: workspace.name })
              }
            >
              {workspace.elsewhere ? t('Show') : t('Open')}
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={forgetting !== null}
        title={t('Forget {name}?', { name: forgetting?.name ?? '' })}
        verb={t('Forget workspace')}
        destructive
        onClose={() => setForgetting(null)}
        onConfirm={() => {
          if (forgetting) void forget(forgetting);
          setForgetting(null);
        }}
      >
        {t(
          'The local copy, its history and everything staged in it are deleted from this machine. The service is not touched. This cannot be undone.',
        )}
      </ConfirmDialog>
    </section>
  );
}

function placeOf({ kind, url, snapshot }: WorkspaceInfo): string {
  if (kind === 'sandbox') return t('on this machine');
  if (snapshot === undefined) return url;
  return snapshot.expiresAt === 0
    ? t('read-only snapshot')
    : t('read-only snapshot until {day}', { day: formatDay(snapshot.expiresAt) });
}
