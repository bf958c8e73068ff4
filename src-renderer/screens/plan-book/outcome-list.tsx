import { NamedFigures } from '@renderer/ui/list/named-figures';
import type { LimitOutcome } from '@shared/domain/limits/simulate';
import { limitWords } from '@shared/domain/limits/usage';
import { t } from '@shared/language/t';
import { valueText } from './limit-text';
import classes from './outcome-list.module.css';

/** Customers named at most; the rest are counted. */
const named = 50;

/** What a change would come to: a sentence for each limit, who is over by how much, and who was not counted, apart. */
export function OutcomeList({ outcomes }: { readonly outcomes: readonly LimitOutcome[] }) {
  if (outcomes.length === 0)
    return <p className={classes.quiet}>{t('No limit of anybody becomes another one.')}</p>;
  return (
    <div className={classes.outcomes} role="status" aria-label={t('What it comes to')}>
      {outcomes.map(({ limit, at, sentence, over, unknown }) => (
        <section key={`${limit} ${at}`} aria-label={limitWords[limit].label}>
          <p className={classes.sentence}>{sentence}.</p>
          <NamedFigures
            rows={over.slice(0, named).map(({ id, name, used, to, beyond }) => ({
              id,
              name,
              figures: t('{used, number} of {to}, {beyond, number} too many', {
                used: used ?? 0,
                to: valueText(to),
                beyond: beyond ?? 0,
              }),
            }))}
          />
          {over.length > named && (
            <p className={classes.quiet}>
              {t('and {count, plural, one {# customer} other {# customers}} more', {
                count: over.length - named,
              })}
            </p>
          )}
          {unknown.length > 0 && (
            <p className={classes.quiet}>{notCounted(unknown.map(({ name }) => name))}</p>
          )}
        </section>
      ))}
    </div>
  );
}

function notCounted(all: readonly string[]): string {
  const names = all.slice(0, 8).join(', ');
  return all.length > 8
    ? t('Not counted: {names} and {count, number} more', { names, count: all.length - 8 })
    : t('Not counted: {names}', { names });
}
