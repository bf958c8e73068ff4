import { changeTitle } from '@renderer/fields/describe-change';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { formatClock } from '@renderer/ui/format/format-time';
import { useNow } from '@renderer/ui/marks/use-now';
import type { Plan } from '@shared/contract/plan';
import { t } from '@shared/language/t';
import { RefreshCw } from 'lucide-react';
import { Strip } from '../strip';
import classes from './difference-strip.module.css';
import type { PlanDifference } from './plan-difference';

interface DifferenceStripProps {
  readonly plan: Plan;
  readonly differences: readonly PlanDifference[];
}

const listed = 4;

/** The plan was made again: what it says otherwise than the last one. */
export function DifferenceStrip({ plan, differences }: DifferenceStripProps) {
  const { names } = useRoles();
  const now = useNow(60_000);
  const rest = differences.length - listed;
  return (
    <Strip icon={<RefreshCw size={14} aria-hidden />}>
      {t('The plan was made again at {time}; nothing was sent.', { time: formatClock(plan.madeAt, now) })}{' '}
      {differences.length === 0
        ? t('It says the same as before.')
        : t('{count, plural, one {# step differs} other {# steps differ}} from the last one:', {
            count: differences.length,
          })}
      {differences.length > 0 && (
        <ul className={classes.list}>
          {differences.slice(0, listed).map(({ step, text }) => (
            <li key={step.intentId}>
              {changeTitle(step, names)} <span className={classes.text}>– {text}</span>
            </li>
          ))}
          {rest > 0 && <li>{t('and {rest, number} more, marked below', { rest })}</li>}
        </ul>
      )}
    </Strip>
  );
}
