import { Button, Select } from '@mantine/core';
import { leaveReview, reviewAgain, setOnRefusal } from '@renderer/state/review';
import type { Run } from '@renderer/state/run-of';
import { useReview } from '@renderer/state/use-review';
import { useCommandTarget } from '@renderer/ui/controls/command-target';
import { Kbd } from '@renderer/ui/controls/kbd';
import { formatCount } from '@renderer/ui/format/format-count';
import { formatClock } from '@renderer/ui/format/format-time';
import { plural } from '@renderer/ui/format/plural';
import { useNow } from '@renderer/ui/marks/use-now';
import type { Plan } from '@shared/contract/plan';
import { planTime, timeText } from '@shared/domain/reconcile/plan-time';
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
  const blocked = whyNot(run, outdated) ?? (fault === '' ? null : 'The waves cannot be as they are typed.');
  const undecided = run.undecided.length;
  const canApply = blocked === null && !planning;
  useCommandTarget('review', undecided > 0 ? onNextConflict : canApply ? onApply : null);
  const takes = useMemo(() => timeText(planTime(run.sent, plan.requestsPer10s)), [run, plan]);
  return (
    <section className={classes.bar} aria-label="Review">
      <Button variant="default" leftSection={<ArrowLeft size={13} aria-hidden />} onClick={leaveReview}>
        Back to staged
      </Button>
      <p className={classes.summary} role="status">
        {blocked ?? summaryOf(run)}
        {takes !== '' && ` It takes ${takes}.`}
        <span className={classes.made}> Read anew at {formatClock(plan.madeAt, now)}.</span>
      </p>
      <Button variant="default" loading={planning} onClick={() => void reviewAgain()}>
        Review again
      </Button>
      <Select
        aria-label="When the service refuses a change"
        w={164}
        allowDeselect={false}
        data={[
          { value: 'continue', label: 'Carry on at a refusal' },
          { value: 'stop', label: 'Stop at a refusal' },
        ]}
        value={onRefusal}
        onChange={(value) => setOnRefusal(value === 'stop' ? 'stop' : 'continue')}
      />
      {undecided > 0 && (
        <Button variant="light" rightSection={<Kbd keys="N" />} onClick={onNextConflict}>
          Next conflict
        </Button>
      )}
      <Button
        disabled={!canApply}
        rightSection={blocked === null && <Kbd keys="Ctrl Enter" />}
        onClick={onApply}
      >
        {count === plan.steps.length
          ? `Apply ${plural(count, 'change')}`
          : `Apply ${formatCount(count)} of ${formatCount(plan.steps.length)}`}
      </Button>
    </section>
  );
}

function whyNot({ undecided, intentIds }: Run, outdated: boolean): string | null {
  if (outdated) return 'Changes were staged or withdrawn since: review again before you apply.';
  if (undecided.length > 0)
    return `${plural(undecided.length, 'conflict')} left to decide before you can apply.`;
  return intentIds.length === 0 ? 'Nothing here can be applied.' : null;
}

function summaryOf({ sends, alreadySo, takesTheirs, leftOut }: Run): string {
  const parts = [plural(sends, 'call')];
  if (takesTheirs > 0) parts.push(`${formatCount(takesTheirs)} taken from the service`);
  if (alreadySo > 0) parts.push(`${formatCount(alreadySo)} already so`);
  if (leftOut.length > 0) parts.push(`${formatCount(leftOut.length)} left out`);
  return `${parts.join(', ')}.`;
}
