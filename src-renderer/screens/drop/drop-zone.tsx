import { notifyNote } from '@renderer/state/notify';
import { useReadOnly } from '@renderer/state/read-only';
import { useSession, useWorkspace } from '@renderer/state/use-session';
import { isDialogOpen } from '@renderer/ui/layout/dialog-open';
import { t } from '@shared/language/t';
import { FileDown } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import classes from './drop-zone.module.css';
import { droppable } from './lead-drop';
import { type DroppedFile, takeDrop } from './take-drop';

const DropDialog = lazy(async () => ({ default: (await import('./drop-dialog')).DropDialog }));

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** The whole window takes files: a mark while one is held over it, and then what the file leads to. The page never follows it. */
export function DropZone() {
  const workspace = useWorkspace();
  const readOnly = useReadOnly();
  const ready = useSession(({ engine }) => engine.kind === 'ready');
  const [over, setOver] = useState(false);
  const [dropped, setDropped] = useState<DroppedFile | null>(null);
  const scenario = workspace?.scenario;
  useEffect(() => {
    const hold = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(scenario !== undefined && ready && !isDialogOpen());
    };
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      // A field that it fell on has it already.
      if (event.defaultPrevented || !carriesFiles(event)) return;
      event.preventDefault();
      const [file, second] = [...(event.dataTransfer?.files ?? [])];
      if (file === undefined) return;
      if (scenario === undefined || !ready) notifyNote(t('Open a workspace first, then drop the file.'));
      else if (isDialogOpen())
        notifyNote(t('A dialog is open: drop the file on its field, or close the dialog first.'));
      else if (second !== undefined) notifyNote(t('Drop one file at a time.'));
      else void takeDrop(file, { scenario, readOnly }).then(setDropped);
    };
    window.addEventListener('dragenter', hold);
    window.addEventListener('dragover', hold);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', hold);
      window.removeEventListener('dragover', hold);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [scenario, readOnly, ready]);
  return (
    <>
      {over && (
        <div className={classes.over} role="status">
          <span className={classes.mark}>
            <FileDown size={18} aria-hidden />
            {t('Drop {droppable}', { droppable })}
          </span>
        </div>
      )}
      {dropped && (
        <Suspense>
          <DropDialog dropped={dropped} onClose={() => setDropped(null)} />
        </Suspense>
      )}
    </>
  );
}
