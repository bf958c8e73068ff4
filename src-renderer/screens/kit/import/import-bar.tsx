import { Button } from '@mantine/core';
import { useFeed } from '@renderer/bridge/use-feed';
import { ProgressBar } from '@renderer/ui/marks/progress-bar';
import type { ImportProgress } from '@shared/contract/import';
import { t } from '@shared/language/t';
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
        {progress === null ? t('Reading the file…') : textOf(progress)}
      </span>
      <ProgressBar label={t('File read')} fraction={fraction} />
      <Button variant="default" size="compact-sm" onClick={onStop}>
        {t('Stop')}
      </Button>
    </div>
  );
}

function textOf({ phase, done, lines }: NonNullable<ImportProgress>): string {
  if (phase === 'reading') return t('Taking the file apart…');
  if (phase === 'trying') return t('Trying out all {lines, number} lines together…', { lines });
  return t('Looking at line {done, number} of {lines, number}', { done, lines });
}
