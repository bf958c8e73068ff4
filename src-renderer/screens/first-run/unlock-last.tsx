import type { Failure } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/shell';
import { UnlockFields } from './unlock-form';
import classes from './unlock-last.module.css';

interface UnlockLastProps {
  readonly workspace: WorkspaceInfo;
  readonly onMoved: (failure: Failure) => void;
}

/** The workspace open last, waiting for its passphrase: one field away. */
export function UnlockLast({ workspace, onMoved }: UnlockLastProps) {
  return (
    <section className={classes.last} aria-label={`Unlock ${workspace.name}`}>
      <h2 className={classes.title}>Go on with {workspace.name}</h2>
      <UnlockFields workspace={workspace} onMoved={onMoved} />
    </section>
  );
}
