import { plural } from '@renderer/ui/format/plural';
import { NamedFigures } from '@renderer/ui/list/named-figures';
import type { LimitOutcome } from '@shared/domain/limits/simulate';
import { limitWords } from '@shared/domain/limits/usage';
import { t } from '@shared/language/t';
import classes from './outcome-list.module.css';

/** Customers named at most; the rest are counted. */
const named = 50;

/** What a change would come to: a sentence for each limit, who is over by how much, and who was not counted, apart. */
export function OutcomeList({ outcomes }: { readonly outcomes: readonly LimitOutcome[] }) {
  if (outcomes.length === 0)
    return <p className={classes.quiet}>{t('No limit of anybody becomes another one.')}</p>;
  return (
    <div className={classes.outcomes} role="status" aria-label={t('What it comes to')}>
      {outcomes.map(({ limit, sentence, over, unknown }) => (
        <section key={limit} aria-label={limitWords[limit].label}>
          <p className={classes.sentence}>{sentence}.</p>
          <NamedFigures
            rows={over.slice(0, named).map(({ id, name, used, to, beyond }) => ({
              id,
              name,
              figures: t('{used, number} of {to}, {beyond, number} too many', {
                used: used ?? 0,
                to: String(to),
                beyond: beyond ?? 0,
              }),
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
              {unknown.length > 8 && t(' and {count, number} more', { count: unknown.length - 8 })}
            </p>
          )}
        </section>
      ))}
    </div>
  );
}
