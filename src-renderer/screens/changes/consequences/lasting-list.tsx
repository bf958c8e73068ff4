import type { PlanStep } from '@shared/contract/plan';
import { gathered } from '@shared/gather';
import { t } from '@shared/language/t';
import classes from './access-list.module.css';

/** What cannot be taken back: one sentence for each kind of step, and the steps under it. */
export function LastingList({ steps }: { readonly steps: readonly PlanStep[] }) {
  const kinds = gathered(steps, ({ lasting }) => lasting);
  return (
    <ul className={classes.list}>
      {[...kinds].map(([sentence, of]) => (
        <li key={sentence}>
          {of.length === 1 ? (
            <p>
              <span className={classes.place}>{of[0]?.label}</span>: {sentence}
            </p>
          ) : (
            <details>
              <summary className={classes.summary}>
                <span>
                  {t('{count, plural, one {# step} other {# steps}}', { count: of.length })}: {sentence}
                </span>
              </summary>
              <ul className={classes.places}>
                {of.map(({ intentId, label }) => (
                  <li key={intentId}>{label}</li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
