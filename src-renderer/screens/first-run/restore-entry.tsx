import { shell } from '@renderer/bridge/shell';
import { notifyFailure } from '@renderer/state/notify';
import { LinkButton } from '@renderer/ui/link-button';
import type { ChosenBackup } from '@shared/contract/shell';
import classes from './first-run-screen.module.css';

/** A quiet way in for the day when a workspace is gone; the shell asks for the file. */
export function RestoreEntry({ onChosen }: { readonly onChosen: (backup: ChosenBackup) => void }) {
  const choose = async (): Promise<void> => {
    const result = await shell.call('chooseBackup', {});
    if (!result.ok) notifyFailure(result.error);
    else if (result.value.backup) onChosen(result.value.backup);
  };
  return (
    <p className={classes.text}>
      Have a backup of a workspace? <LinkButton onClick={() => void choose()}>Restore a backup…</LinkButton>
    </p>
  );
}
