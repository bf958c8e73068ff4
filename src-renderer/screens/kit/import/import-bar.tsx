import { Button } from '@mantine/core';
import { useFeed } from '@renderer/bridge/use-feed';
import { formatCount } from '@renderer/ui/format/format-count';
import { ProgressBar } from '@renderer/ui/marks/progress-bar';
import type { ImportProgress } from '@shared/contract/import';
import classes from './import-dialog.module.css';

/** How far the file is, and the way to end it: nothing is staged by that. */
export function ImportBar({ onStop }: { readonly onStop: () => void }) {
  const { value: progress = null } = useFeed('importProgress', {});
  const fraction =
    progress === null || progress.phase !== 'judging' || progress.lines === 0
      ? null
      : progress.done / progress.lines;
  return (
    <div className={classes.progress}>
      <span role="status" className={classes.phase}>
        {progress === null ? 'Reading the file…' : textOf(progress)}
      </span>
      <ProgressBar label="File read" fraction={fraction} />
      <Button variant="default" size="compact-sm" onClick={onStop}>
        Stop
      </Button>
    </div>
  );
}

function textOf({ phase, done, lines }: NonNullable<ImportProgress>): string {
  if (phase === 'reading') return 'Taking the file apart…';
  if (phase === 'trying') return `Trying out all ${formatCount(lines)} lines together…`;
  return `Looking at line ${formatCount(done)} of ${formatCount(lines)}`;
}
