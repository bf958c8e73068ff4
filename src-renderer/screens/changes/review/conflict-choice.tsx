import { changeTitle } from '@renderer/fields/describe-change';
import type { Answer } from '@renderer/state/answers';
import { formatClock } from '@renderer/ui/format/format-time';
import { useNow } from '@renderer/ui/marks/use-now';
import type { Decision, PlanStep } from '@shared/contract/plan';
import { t } from '@shared/language/t';
import type { ReactNode } from 'react';
import { choiceAnswer, conflictKind, takesThird } from './choice-answer';
import classes from './conflict-choice.module.css';
import { conflictValues } from './conflict-values';
import { ThirdValue } from './third-value';

interface ConflictChoiceProps {
  readonly step: PlanStep;
  readonly decision: Decision | undefined;
  readonly roleNames: ReadonlyMap<string, string>;
  /** When the service's value was seen, ms; undefined while unknown. */
  readonly seenAt: number | undefined;
  readonly active: boolean;
  /** A third value as it stands in its field; undefined while none was begun. */
  readonly typed: string | undefined;
  readonly onAnswer: (answer: Answer) => void;
}

/** Base, mine and theirs side by side, and the choice between them; nothing is chosen beforehand. */
export function ConflictChoice(props: ConflictChoiceProps) {
  const { step, decision, typed, roleNames, seenAt, active, onAnswer } = props;
  const now = useNow(60_000);
  const { base, mine, theirs } = conflictValues(step, roleNames);
  const creates = step.verb === 'create';
  const seen =
    seenAt === undefined ? t('on the service now') : t('seen {seenAt}', { seenAt: formatClock(seenAt, now) });
  const kind = conflictKind(step);
  const choice = decision?.choose ?? (typed === undefined ? undefined : 'other');
  const option = (choose: Decision['choose'], key: number, name: string, value: ReactNode) => (
    <label className={classes.option} data-chosen={choice === choose || undefined}>
      <input
        type="radio"
        className={classes.radio}
        name={`decide-${step.intentId}`}
        checked={choice === choose}
        tabIndex={active ? 0 : -1}
        data-choose={choose}
        onChange={() => {
          const chosen = choiceAnswer(step, choose, typed);
          if (chosen) onAnswer(chosen);
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
  return (
    <fieldset className={classes.choice}>
      <legend className="visually-hidden">
        {t('Conflict: {change}', { change: changeTitle(step, roleNames) })}
      </legend>
      <div className={classes.base}>
        <span className={classes.name}>{t('Base')}</span>
        <span className={classes.value}>{base}</span>
        <span className={classes.note}>{t('when you edited it')}</span>
      </div>
      {option(
        'mine',
        1,
        t('Mine'),
        <>
          <span className={classes.value}>{mine}</span>
          <span className={classes.note}>{creates ? t('send it again') : t('send it over theirs')}</span>
        </>,
      )}
      {option(
        'theirs',
        2,
        t('Theirs'),
        <>
          <span className={classes.value}>{theirs}</span>
          <span className={classes.note}>
            {creates ? t('{seen}; give mine up, and what stands on it', { seen }) : seen}
          </span>
        </>,
      )}
      {kind === 'permissions' &&
        option(
          'other',
          3,
          t('Both'),
          <span className={classes.note}>{t('both sides’ additions and removals')}</span>,
        )}
      {kind !== undefined &&
        takesThird(kind) &&
        option(
          'other',
          3,
          t('Another value'),
          choice === 'other' && (
            <span className={classes.third}>
              <ThirdValue
                step={step}
                kind={kind}
                text={typed ?? ''}
                onText={(text, value) =>
                  onAnswer({
                    decision: value === undefined ? null : { choose: 'other', value },
                    typed: text,
                  })
                }
              />
            </span>
          ),
        )}
      {option('later', 4, t('Leave for now'), <span className={classes.note}>{t('stays staged')}</span>)}
    </fieldset>
  );
}
