import { ActionIcon, Checkbox, Tooltip } from '@mantine/core';
import type { Change } from '@renderer/fields/change';
import { changeTitle, describeChange } from '@renderer/fields/describe-change';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { withdraw } from '@renderer/state/withdraw';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { PlanStep } from '@shared/contract/plan';
import type { Intent } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import { TriangleAlert, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { ChangeValue } from '../change-value';
import classes from './step-row.module.css';
import type { StepStatus } from './step-status';

interface StepRowProps {
  readonly step: PlanStep;
  /** From what to what; null where the choice below tells it. */
  readonly change: Change | null;
  readonly number: number;
  readonly intent: Intent | undefined;
  readonly status: StepStatus;
  readonly roleNames: ReadonlyMap<string, string>;
  /** Undefined: it is not for the admin to take it in or leave it out. */
  readonly taken: boolean | undefined;
  /** What is new about it since the last plan. */
  readonly difference: string | undefined;
  readonly editable: boolean;
  /** The focus is on it: its controls are in the order of Tab. */
  readonly active: boolean;
  readonly onTake: (taken: boolean) => void;
  /** The choice of a conflict. */
  readonly children?: ReactNode;
}

/** One step of the plan: its place, whom it changes, from what to what, by which call, and what the fresh read says. */
export function StepRow(props: StepRowProps) {
  const { step, change, number, intent, status, roleNames, taken, difference, editable, active } = props;
  const tab = active ? 0 : -1;
  const { what } = describeChange(step, roleNames);
  const title = changeTitle(step, roleNames);
  return (
    <div className={classes.row} data-mark={status.kind ?? undefined} data-out={taken === false || undefined}>
      <span>
        {taken !== undefined && editable ? (
          <Checkbox
            aria-label={t('Send {title}', { title })}
            tabIndex={tab}
            checked={taken}
            onChange={(event) => props.onTake(event.currentTarget.checked)}
          />
        ) : null}
      </span>
      <span className={classes.number}>{number > 0 && number}</span>
      <span className={classes.head}>
        <button type="button" tabIndex={tab} className={classes.label} onClick={() => goToRecord(step)}>
          {step.label}
        </button>
        <span className={classes.what} data-removal={step.verb === 'delete' || undefined}>
          {what}
        </span>
      </span>
      <span className={classes.change}>
        {change && <ChangeValue change={change} roleNames={roleNames} />}
      </span>
      <span className={classes.mark}>
        {status.kind ? (
          <StateMark kind={status.kind} word={status.word} />
        ) : (
          <span className={classes.plain}>{status.word}</span>
        )}
      </span>
      <span>
        {editable && intent && intent.state !== 'withdrawn' && (
          <Tooltip label={t('Withdraw (Delete)')}>
            <ActionIcon
              aria-label={t('Withdraw {what} of {label}', { what, label: step.label })}
              tabIndex={tab}
              onClick={() => void withdraw([intent], title)}
            >
              <Undo2 size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </span>
      <div className={classes.below}>
        <code className={classes.call}>{step.call}</code>
        {difference && <span className={classes.difference}>{difference}</span>}
        {step.irreversible && (
          <span className={classes.irreversible}>
            <TriangleAlert size={12} aria-hidden />
            {t('cannot be undone')}
          </span>
        )}
        {status.reason && <span>{status.reason}</span>}
      </div>
      {props.children && <div className={classes.choice}>{props.children}</div>}
    </div>
  );
}
