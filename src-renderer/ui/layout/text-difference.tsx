import { type TextRun, textDifference } from '@shared/domain/text/text-difference';
import { t } from '@shared/language/t';
import { useMemo, useState } from 'react';
import { LinkButton } from '../controls/link-button';
import classes from './text-difference.module.css';

interface TextDifferenceProps {
  readonly before: string;
  readonly after: string;
  /** What each side is called. */
  readonly titles: readonly [before: string, after: string];
}

/** Signs of what is the same that are left on either side of a change, while the rest is folded. */
const around = 80;

/** Two texts side by side: what only one of them has is marked, by line and colour; long parts that are the same are folded. */
export function TextDifference({ before, after, titles }: TextDifferenceProps) {
  const runs = useMemo(() => textDifference(before, after), [before, after]);
  const [whole, setWhole] = useState(false);
  const folds = runs.some(({ kind, text }) => kind === 'same' && text.length > 3 * around);
  const shown = whole ? runs : runs.map((run, at) => folded(run, at, runs.length));
  return (
    <>
      <div className={classes.sides}>
        <Side title={titles[0]} runs={shown} without="new" />
        <Side title={titles[1]} runs={shown} without="gone" />
      </div>
      {folds && (
        <LinkButton onClick={() => setWhole(!whole)}>
          {whole ? t('Show the differences only') : t('Show both as a whole')}
        </LinkButton>
      )}
    </>
  );
}

/** The part of what is the same that stands by a change: none before the first run, and none behind the last. */
function folded(run: TextRun, at: number, count: number): TextRun {
  const { kind, text } = run;
  if (kind !== 'same' || text.length <= 3 * around) return run;
  const start = at === 0 ? '' : text.slice(0, around);
  const end = at === count - 1 ? '' : text.slice(-around);
  return { kind, text: [start, '⋯', end].filter((part) => part !== '').join('\n') };
}

interface SideProps {
  readonly title: string;
  readonly runs: readonly TextRun[];
  readonly without: TextRun['kind'];
}

function Side({ title, runs, without }: SideProps) {
  const shown = runs.map((run, at) => ({ ...run, at })).filter(({ kind }) => kind !== without);
  return (
    <figure className={classes.side}>
      <figcaption className={classes.title}>{title}</figcaption>
      <pre className={classes.text}>
        {shown.length === 0 && <span className={classes.none}>{t('Empty')}</span>}
        {shown.map(({ kind, text, at }) =>
          kind === 'same' ? text : kind === 'gone' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>,
        )}
      </pre>
    </figure>
  );
}
