import { Button, Select } from '@mantine/core';
import { leaveReview, reviewAgain, setOnRefusal } from '@renderer/state/review';
import type { Run } from '@renderer/state/run-of';
import { useReview } from '@renderer/state/use-review';
import { useCommandTarget } from '@renderer/ui/controls/command-target';
import { Kbd } from '@renderer/ui/controls/kbd';
import { formatClock } from '@renderer/ui/format/format-time';
import { useNow } from '@renderer/ui/marks/use-now';
import type { Plan } from '@shared/contract/plan';
import { planTime, timeText } from '@shared/domain/reconcile/plan-time';
import { t } from '@shared/language/t';
import { ArrowLeft } from 'lucide-react';
import { useMemo } from 'react';
import classes from './run-bar.module.css';

interface RunBarProps {
  readonly plan: Plan;
  readonly run: Run;
  /** What is wrong with the waves that were chosen; '' for nothing. */
  readonly fault: string;
  readonly planning: boolean;
  /** Changes were staged or withdrawn since the plan was made. */
  readonly outdated: boolean;
  readonly onNextConflict: () => void;
  readonly onApply: () => void;
}

/** What would be sent, the button that sends it, and why it cannot be pressed yet. */
export function RunBar({ plan, run, fault, planning, outdated, onNextConflict, onApply }: RunBarProps) {
  const onRefusal = useReview((review) => review.onRefusal);
  const now = useNow(30_000);
  const count = run.intentIds.length;
  const blocked =
    whyNot(run, outdated) ?? (fault === '' ? null : t('The waves cannot be as they are typed.'));
  const undecided = run.undecided.length;
  const canApply = blocked === null && !planning;
  useCommandTarget('review', undecided > 0 ? onNextConflict : canApply ? onApply : null);
  const takes = useMemo(() => timeText(planTime(run.sent, plan.requestsPer10s)), [run, plan]);
  return (
    <section className={classes.bar} aria-label={t('Review')}>
      <Button variant="default" leftSection={<ArrowLeft size={13} aria-hidden />} onClick={leaveReview}>
        {t('Back to staged')}
      </Button>
      <p className={classes.summary} role="status">
        {blocked ?? summaryOf(run)}
        {takes !== '' && ` ${t('It takes {takes}.', { takes })}`}
        <span className={classes.made}>
          {' '}
          {t('Read anew at {time}.', { time: formatClock(plan.madeAt, now) })}
        </span>
      </p>
      <Button variant="default" loading={planning} onClick={() => void reviewAgain()}>
        {t('Review again')}
      </Button>
      <Select
        aria-label={t('When the service refuses a change')}
        w={172}
        allowDeselect={false}
        data={[
          { value: 'continue', label: t('Carry on at a refusal') },
          { value: 'stop', label: t('Stop at a refusal') },
        ]}
        value={onRefusal}
        onChange={(value) => setOnRefusal(value === 'stop' ? 'stop' : 'continue')}
      />
      {undecided > 0 && (
        <Button variant="light" rightSection={<Kbd keys="N" />} onClick={onNextConflict}>
          {t('Next conflict')}
        </Button>
      )}
      <Button
        disabled={!canApply}
        rightSection={blocked === null && <Kbd keys="Ctrl Enter" />}
        onClick={onApply}
      >
        {count === plan.steps.length
          ? t('Apply {count, plural, one {# change} other {# changes}}', { count })
          : t('Apply {count, number} of {total, number}', { count, total: plan.steps.length })}
      </Button>
    </section>
  );
}

function whyNot({ undecided, intentIds }: Run, outdated: boolean): string | null {
  if (outdated) return t('Changes were staged or withdrawn since: review again before you apply.');
  if (undecided.length > 0)
    return t('{count, plural, one {# conflict} other {# conflicts}} left to decide before you can apply.', {
      count: undecided.length,
    });
  return intentIds.length === 0 ? t('Nothing here can be applied.') : null;
}

function summaryOf({ sends, alreadySo, takesTheirs, leftOut }: Run): string {
  const parts = [t('{sends, plural, one {# call} other {# calls}}', { sends })];
  if (takesTheirs > 0) parts.push(t('{takesTheirs, number} taken from the service', { takesTheirs }));
  if (alreadySo > 0) parts.push(t('{alreadySo, number} already so', { alreadySo }));
  if (leftOut.length > 0) parts.push(t('{count, number} left out', { count: leftOut.length }));
  return `${parts.join(', ')}.`;
}
