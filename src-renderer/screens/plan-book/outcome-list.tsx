import { formatCount } from '@renderer/ui/format/format-count';
import { plural } from '@renderer/ui/format/plural';
import { NamedFigures } from '@renderer/ui/list/named-figures';
import type { LimitOutcome } from '@shared/domain/limits/simulate';
import { limitWords } from '@shared/domain/limits/usage';
import classes from './outcome-list.module.css';

/** Customers named at most; the rest are counted. */
const named = 50;

/** What a change would come to: a sentence for each limit, who is over by how much, and who was not counted, apart. */
export function OutcomeList({ outcomes }: { readonly outcomes: readonly LimitOutcome[] }) {
  if (outcomes.length === 0) return <p className={classes.quiet}>No limit of anybody becomes another one.</p>;
  return (
    <div className={classes.outcomes} role="status" aria-label="What it comes to">
      {outcomes.map(({ limit, sentence, over, unknown }) => (
        <section key={limit} aria-label={limitWords[limit].label}>
          <p className={classes.sentence}>{sentence}.</p>
          <NamedFigures
            rows={over.slice(0, named).map(({ id, name, used, to, beyond }) => ({
              id,
              name,
              figures: `${formatCount(used ?? 0)} of ${to}, ${formatCount(beyond ?? 0)} too many`,
            }))}
          />
          {over.length > named && (
            <p className={classes.quiet}>and {plural(over.length - named, 'customer')} more</p>
          )}
          {unknown.length > 0 && (
            <p className={classes.quiet}>
              Not counted:{' '}
              {unknown
                .slice(0, 8)
                .map(({ name }) => name)
                .join(', ')}
              {unknown.length > 8 && ` and ${formatCount(unknown.length - 8)} more`}
            </p>
          )}
        </section>
      ))}
    </div>
  );
}
