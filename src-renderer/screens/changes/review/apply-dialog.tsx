import { applyReviewed } from '@renderer/state/review';
import type { Run } from '@renderer/state/run-of';
import { formatCount } from '@renderer/ui/format/format-count';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { PlanStep } from '@shared/contract/plan';
import { customerWords } from '@shared/domain/customer-of';
import type { Wave } from '@shared/domain/plan/waves';
import { t } from '@shared/language/t';
import classes from './apply-dialog.module.css';
import { lastingLine, type Risk } from './risks';

interface ApplyDialogProps {
  readonly run: Run;
  /** None: all at once. */
  readonly waves: readonly Wave[];
  readonly sent: readonly PlanStep[];
  readonly risks: readonly Risk[];
  /** Name of the production workspace; undefined for others. */
  readonly production: string | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** One deliberate act before what somebody may regret: the gravest first, every step and everybody counted. */
export function ApplyDialog({ run, waves, sent, risks, production, opened, onClose }: ApplyDialogProps) {
  const count = run.intentIds.length;
  return (
    <ConfirmDialog
      opened={opened}
      title={
        production === undefined
          ? t('Apply {count, plural, one {# change} other {# changes}}?', { count })
          : t('Apply {count, plural, one {# change} other {# changes}} to {production}?', {
              count,
              production,
            })
      }
      verb={t('Apply {count, plural, one {# change} other {# changes}}', { count })}
      destructive={risks.some(({ grave }) => grave)}
      onClose={onClose}
      onConfirm={() => {
        onClose();
        void applyReviewed();
      }}
    >
      {production !== undefined && (
        <p>{t('This is a production instance: people feel these changes at once.')}</p>
      )}
      {waves.length > 0 && (
        <p>
          {t('In {waves, plural, one {# wave} other {# waves}}, of {sizes} {many}.', {
            waves: waves.length,
            sizes: waves.map(({ customers }) => formatCount(customers.length)).join(', '),
            many: customerWords.many,
          })}
        </p>
      )}
      {sent.length > 0 && <p>{lastingLine(sent)}</p>}
      <ul className={classes.risks} aria-label={t('What to look at before')}>
        {risks.map(({ id, head, affected, grave }) => (
          <li key={id}>
            <details className={classes.risk} data-grave={grave || undefined} open={risks.length === 1}>
              <summary>{head}</summary>
              <ul className={classes.affected}>
                {affected.map((each, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name; the list never moves
                  <li key={place}>{each}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
