import type { MarkKind } from '@renderer/ui/marks/mark-kind';
import { StateMark } from '@renderer/ui/marks/state-mark';
import { t } from '@shared/language/t';
import classes from './help-dialog.module.css';

const meanings: Readonly<Record<MarkKind, string>> = {
  staged: t('You asked for it. It is kept on this machine and not sent yet.'),
  conflict: t('The service holds another value than the one you saw. You decide in the review.'),
  refused: t('The service said no; its reason stands beside it.'),
  unknown: t('It was sent and no answer came. It is looked up before anything is sent again.'),
  unverified: t('Written or removed, and not seen on the service since.'),
  applied: t('The service has it, as it answered.'),
};

/** What the marks mean, in the order in which a change meets them. */
export function HelpMarks() {
  return (
    <section aria-label={t('What the marks mean')} className={classes.marks}>
      <h3 className={classes.heading}>{t('What the marks mean')}</h3>
      <p className={classes.way}>
        {t(
          'A change is staged, then reviewed against what the service says now, then applied. Until then it can be taken back, and nothing you typed is lost.',
        )}
      </p>
      <dl className={classes.meanings}>
        {(Object.keys(meanings) as MarkKind[]).map((kind) => (
          <div key={kind} className={classes.item}>
            <dt>
              <StateMark kind={kind} />
            </dt>
            <dd>{meanings[kind]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
