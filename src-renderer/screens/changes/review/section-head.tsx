import { Button } from '@mantine/core';
import { answer } from '@renderer/state/review';
import { formatCount } from '@renderer/ui/format/format-count';
import type { Decision, PlanStep } from '@shared/contract/plan';
import { t } from '@shared/language/t';
import type { ReviewItem, SectionName } from './review-items';
import classes from './section-head.module.css';

interface SectionHeadProps {
  readonly section: Extract<ReviewItem, { kind: 'section' }>;
  readonly decisions: Readonly<Record<string, Decision>>;
  readonly editable: boolean;
  readonly active: boolean;
}

/** What a part of the plan is called. */
export const sectionTitles: Readonly<Record<SectionName, string>> = {
  decide: t('You decide'),
  waits: t('Waits for what you decide'),
  held: t('Cannot be sent'),
  send: t('Sent in this order'),
  already: t('Already so on the service'),
};

const notes: Readonly<Record<SectionName, string>> = {
  decide: t('changed here and on the service'),
  waits: t('goes with what is decided for mine'),
  held: t('kept, with the reason'),
  send: t('the service still holds what you saw'),
  already: t('closed without a call'),
};

/** The heading of a part of the plan; over the conflicts it decides all that are left at once. */
export function SectionHead({ section, decisions, editable, active }: SectionHeadProps) {
  const { name, steps, unread } = section;
  const left = name === 'decide' ? steps.filter(({ intentId }) => decisions[intentId] === undefined) : [];
  return (
    <div className={classes.head}>
      <h2 className={classes.title}>
        {name === 'decide' && !editable ? t('Decided by you') : sectionTitles[name]}
      </h2>
      {name !== 'decide' && <span className={classes.count}>{formatCount(steps.length + unread)}</span>}
      <span className={classes.note}>
        {name === 'decide' && editable
          ? left.length === 0
            ? t('all decided')
            : t('{count, number} of {total, number} left', { count: left.length, total: steps.length })
          : editable && notes[name]}
      </span>
      {name === 'decide' && editable && <BulkChoice steps={steps} left={left} tab={active ? 0 : -1} />}
    </div>
  );
}

interface BulkChoiceProps {
  readonly steps: readonly PlanStep[];
  readonly left: readonly PlanStep[];
  readonly tab: 0 | -1;
}

function BulkChoice({ steps, left, tab }: BulkChoiceProps) {
  const ids = left.map(({ intentId }) => intentId);
  const button = (name: string, targets: readonly string[], decision: Decision | null) => (
    <Button
      variant="default"
      size="compact-xs"
      tabIndex={tab}
      onClick={() => answer(targets, decision === null ? { decision, typed: null } : { decision })}
    >
      {name}
    </Button>
  );
  return (
    <span className={classes.bulk}>
      {left.length > 1 &&
        button(t('Mine for all {count, number}', { count: left.length }), ids, { choose: 'mine' })}
      {left.length > 1 &&
        button(t('Theirs for all {count, number}', { count: left.length }), ids, { choose: 'theirs' })}
      {left.length < steps.length &&
        button(
          t('Clear choices'),
          steps.map(({ intentId }) => intentId),
          null,
        )}
    </span>
  );
}
