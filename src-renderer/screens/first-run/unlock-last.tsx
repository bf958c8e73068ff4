import { useSession } from '@renderer/state/use-session';
import type { Failure } from '@shared/contract/failure';
import type { Locked } from '@shared/contract/guard';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { UnlockFields } from './unlock-form';
import classes from './unlock-last.module.css';

interface UnlockLastProps {
  readonly workspace: WorkspaceInfo;
  readonly onMoved: (failure: Failure) => void;
}

function whyLocked({ reason, minutes }: Locked): string {
  if (reason === 'ended')
    return t('This snapshot has ended, and was closed. Ask who made it for a new one, and forget this one.');
  return reason === 'idle'
    ? t('Locked after {minutes, number} minutes without input. What you typed is kept.', { minutes })
    : t('Locked, as this machine was left. What you typed is kept.');
}

/** The workspace open last, waiting for its passphrase: one field away. */
export function UnlockLast({ workspace, onMoved }: UnlockLastProps) {
  const locked = useSession((session) => session.locked);
  return (
    <section className={classes.last} aria-label={t('Unlock {name}', { name: workspace.name })}>
      <h2 className={classes.title}>{t('Go on with {name}', { name: workspace.name })}</h2>
      {locked?.workspaceId === workspace.id && (
        <p className={classes.note} role="status">
          {whyLocked(locked)}
        </p>
      )}
      <UnlockFields workspace={workspace} onMoved={onMoved} />
    </section>
  );
}
