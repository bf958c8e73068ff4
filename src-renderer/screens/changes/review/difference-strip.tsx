import { changeTitle } from '@renderer/fields/describe-change';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { formatClock } from '@renderer/ui/format/format-time';
import { plural } from '@renderer/ui/format/plural';
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
      The plan was made again at {formatClock(plan.madeAt, now)}; nothing was sent.{' '}
      {differences.length === 0
        ? t('It says the same as before.')
        : `${plural(differences.length, 'step')} differ${differences.length === 1 ? 's' : ''} from the last one:`}
      {differences.length > 0 && (
        <ul className={classes.list}>
          {differences.slice(0, listed).map(({ step, text }) => (
            <li key={step.intentId}>
              {changeTitle(step, names)} <span className={classes.text}>– {text}</span>
            </li>
          ))}
          {rest > 0 && <li>and {plural(rest, 'more', 'more')}, marked below</li>}
        </ul>
      )}
    </Strip>
  );
}
