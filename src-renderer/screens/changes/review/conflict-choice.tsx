import type { Decision } from '@renderer/state/use-review';
import { formatClock } from '@renderer/ui/format-time';
import { useNow } from '@renderer/ui/use-now';
import type { PlanStep } from '@shared/contract/plan';
import { editableField } from '@shared/domain/editable-fields';
import { type ReactNode, useState } from 'react';
import { changeTitle } from '../describe-change';
import classes from './conflict-choice.module.css';
import { conflictValues } from './conflict-values';
import { mergeLists } from './merge-lists';
import { ThirdValue } from './third-value';

interface ConflictChoiceProps {
  readonly step: PlanStep;
  readonly decision: Decision | undefined;
  readonly roleNames: ReadonlyMap<string, string>;
  /** When the service's value was seen, ms; undefined while unknown. */
  readonly seenAt: number | undefined;
  readonly active: boolean;
  readonly onDecide: (decision: Decision | null) => void;
}

/** Base, mine and theirs side by side, and the choice between them; nothing is chosen beforehand. */
export function ConflictChoice(props: ConflictChoiceProps) {
  const { step, decision, roleNames, seenAt, active, onDecide } = props;
  const now = useNow(60_000);
  const [editing, setEditing] = useState(decision?.choose === 'other');
  const { base, mine, theirs } = conflictValues(step, roleNames);
  const kind = step.verb === 'update' ? editableField(step.entity, step.field)?.kind : undefined;
  const choice = editing && decision === undefined ? 'other' : decision?.choose;
  const option = (
    choose: Decision['choose'],
    key: number,
    name: string,
    value: ReactNode,
    act: () => void,
  ) => (
    <label className={classes.option} data-chosen={choice === choose || undefined}>
      <input
        type="radio"
        className={classes.radio}
        name={`decide-${step.intentId}`}
        checked={choice === choose}
        tabIndex={active ? 0 : -1}
        data-choose={choose}
        onChange={() => {
          setEditing(choose === 'other');
          act();
        }}
      />
      <span className={classes.name}>
        {name}
        <kbd className={classes.key} aria-hidden>
          {key}
        </kbd>
      </span>
      {value}
    </label>
  );
  const other = (value: Parameters<typeof mergeLists>[0]) => onDecide({ choose: 'other', value });
  return (
    <fieldset className={classes.choice}>
      <legend className="visually-hidden">Conflict: {changeTitle(step, roleNames)}</legend>
      <div className={classes.base}>
        <span className={classes.name}>Base</span>
        <span className={classes.value}>{base}</span>
        <span className={classes.note}>when you edited it</span>
      </div>
      {option(
        'mine',
        1,
        'Mine',
        <>
          <span className={classes.value}>{mine}</span>
          <span className={classes.note}>send it over theirs</span>
        </>,
        () => onDecide({ choose: 'mine' }),
      )}
      {option(
        'theirs',
        2,
        'Theirs',
        <>
          <span className={classes.value}>{theirs}</span>
          <span className={classes.note}>
            {seenAt === undefined ? 'on the service now' : `seen ${formatClock(seenAt, now)}`}
          </span>
        </>,
        () => onDecide({ choose: 'theirs' }),
      )}
      {kind === 'permissions' &&
        option(
          'other',
          3,
          'Both',
          <span className={classes.note}>both sides’ additions and removals</span>,
          () => other([...mergeLists(step.base, step.mine, step.theirs)]),
        )}
      {kind !== undefined &&
        kind !== 'permissions' &&
        kind !== 'image' &&
        kind !== 'flag' &&
        option(
          'other',
          3,
          'Another value',
          editing && (
            <span className={classes.third}>
              <ThirdValue
                step={step}
                kind={kind}
                value={decision?.choose === 'other' ? decision.value : undefined}
                onValue={(value) => (value === undefined ? onDecide(null) : other(value))}
              />
            </span>
          ),
          () => onDecide(null),
        )}
      {option('later', 4, 'Leave for now', <span className={classes.note}>stays staged</span>, () =>
        onDecide({ choose: 'later' }),
      )}
    </fieldset>
  );
}
