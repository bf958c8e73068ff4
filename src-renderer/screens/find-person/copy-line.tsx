import { LinkButton } from '@renderer/ui/controls/link-button';
import { formatSize } from '@renderer/ui/format/format-size';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { rich } from '@renderer/ui/text/rich';
import { copiedAt } from '@shared/contract/pool-copies';
import { t } from '@shared/language/t';
import classes from './copies-view.module.css';
import type { CopyLine as Line } from './copy-lines';

interface CopyLineProps {
  readonly line: Line;
  /** Null while pools are being copied. */
  readonly onCopy: (() => void) | null;
}

/** One copied pool: when it was complete, how large it is, and where the last run left it. */
export function CopyLine({ line: { name, copy, entry }, onCopy }: CopyLineProps) {
  const going = entry?.state === 'copying';
  const failure = entry?.failure ?? copy?.failure;
  return (
    <li className={classes.line}>
      <span className={classes.name}>{name}</span>
      <span className={classes.when}>
        {going
          ? t('Copying: {calls, number} calls, {bytes}', {
              calls: entry.calls,
              bytes: formatSize(entry.bytes),
            })
          : copy && !copiedAt(copy).ok
            ? t('Not readable')
            : copy === undefined || copy.asOf === 0
              ? t('Never complete')
              : rich('Copied {when}', { when: <RelativeTime at={copy.asOf} ago /> })}
        {entry?.state === 'begun' && `, ${t('cut off: goes on the next time')}`}
      </span>
      <span className={classes.figure}>{copy && copy.failure === null && formatSize(copy.bytes)}</span>
      <span className={classes.act}>
        {onCopy && (
          <LinkButton onClick={onCopy}>{copy && copy.asOf > 0 ? t('Copy anew') : t('Copy')}</LinkButton>
        )}
      </span>
      {failure && (
        <div className={classes.failure}>
          <InlineFailure failure={failure} />
        </div>
      )}
    </li>
  );
}
