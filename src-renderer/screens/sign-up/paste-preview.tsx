import { t } from '@shared/language/t';
import type { PastedLine } from './read-paste';
import classes from './sign-up.module.css';

const counted: Readonly<Record<PastedLine['outcome'], (count: number) => string>> = {
  new: (count) => t('{count, number} new', { count }),
  there: (count) => t('{count, number} already there', { count }),
  twice: (count) => t('{count, number} pasted twice', { count }),
  odd: (count) => t('{count, number} not usable', { count }),
};

/** As many lines as a dialog can hold; those that need a look come first. */
const most = 200;

interface PastePreviewProps {
  readonly lines: readonly PastedLine[];
  /** What else is to be said of a new line, by its value. */
  readonly notes?: ReadonlyMap<string, string> | undefined;
}

/** What becomes of each pasted line, and how many of each kind there are. */
export function PastePreview({ lines, notes }: PastePreviewProps) {
  if (lines.length === 0) return null;
  const counts = Object.entries(counted).flatMap(([outcome, say]) => {
    const count = lines.filter((line) => line.outcome === outcome).length;
    return count === 0 ? [] : [say(count)];
  });
  const order = Object.keys(counted).reverse();
  const shown = [...lines].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome)).slice(0, most);
  return (
    <>
      <p role="status" className={classes.summary}>
        {counts.join(' · ')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it */}
      <ul className={classes.lines} aria-label={t('What becomes of each line')} tabIndex={0}>
        {shown.map(({ value, outcome, why }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a value may be pasted twice
          <li key={`${value}/${place}`} data-outcome={outcome}>
            <span className={classes.value}>{value}</span>
            <span className={classes.outcome}>
              {why}
              {outcome === 'new' && notes?.has(value) && `: ${notes.get(value)}`}
            </span>
          </li>
        ))}
      </ul>
      {lines.length > most && (
        <p className={classes.more}>
          {t('and {count, number} more, not shown here', { count: lines.length - most })}
        </p>
      )}
    </>
  );
}
