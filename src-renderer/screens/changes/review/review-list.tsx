import { useFeed } from '@renderer/bridge/use-feed';
import type { Change } from '@renderer/fields/change';
import { changeTitle } from '@renderer/fields/describe-change';
import { copyRuns } from '@renderer/screens/changes/copy-calls';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { answer, leaveOut } from '@renderer/state/review';
import { runOf } from '@renderer/state/run-of';
import { useReview } from '@renderer/state/use-review';
import { withdraw } from '@renderer/state/withdraw';
import { formatCount } from '@renderer/ui/format/format-count';
import { type ItemRuns, VirtualList } from '@renderer/ui/list/virtual-list/virtual-list';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Decision, Plan, PlanStep } from '@shared/contract/plan';
import { IntentId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import { useCallback, useMemo, useState } from 'react';
import { choiceAnswer } from './choice-answer';
import { ConflictChoice } from './conflict-choice';
import { decidedChange } from './decided-change';
import { type ReviewItem, reviewItems } from './review-items';
import classes from './review-list.module.css';
import { SectionHead, sectionTitles } from './section-head';
import { StepRow } from './step-row';
import { stepStatus } from './step-status';
import type { NextConflict } from './use-next-conflict';
import { voidAnswer } from './void-answer';

interface ReviewListProps {
  readonly plan: Plan;
  /** Open intents, among them those that take the place of a conflict. */
  readonly open: readonly Intent[];
  readonly differences: ReadonlyMap<string, string>;
  readonly next: NextConflict;
}

const list = {
  label: t('Steps of the plan'),
  idOf: ({ id }: ReviewItem): string => id,
  heightOf: (item: ReviewItem): number => {
    if (item.kind === 'section') return 38;
    return item.kind === 'step' && item.step.verdict === 'conflict' ? 128 : 50;
  },
} as const;

/** Every step of the plan with its call and its status; conflicts are decided here, by hand or by 1, 2, 3, 4. */
export function ReviewList({ plan, open, differences, next }: ReviewListProps) {
  const { phase, decisions, typed, leftOut } = useReview();
  const { names: roleNames } = useRoles();
  const items = useMemo(() => reviewItems(plan), [plan]);
  const going = useMemo(
    () => new Set<string>(runOf(plan, decisions, leftOut).going),
    [plan, decisions, leftOut],
  );
  const [shown, setShown] = useState<readonly string[]>([]);
  const live = useFeed(
    'intents',
    shown.length === 0 ? null : { ids: shown.map((id) => IntentId.parse(id)), limit: shown.length },
    { keep: true },
  ).value;
  const intents = useMemo(() => new Map((live ?? []).map((intent) => [intent.id as string, intent])), [live]);
  const editable = phase === 'review';
  const onShow = useCallback(
    (visible: readonly ReviewItem[]) =>
      setShown(visible.filter(({ kind }) => kind !== 'section').map(({ id }) => id)),
    [],
  );

  const nameOf = (item: ReviewItem): string => {
    if (item.kind === 'section')
      return `${sectionTitles[item.name]}: ${formatCount(item.steps.length + item.unread)}`;
    return item.kind === 'unread' ? item.failure.message : changeTitle(item.step, roleNames);
  };
  const runsOf = (item: ReviewItem): ItemRuns => {
    const own = { 'next-conflict': () => next.go(item.id) };
    if (item.kind !== 'step') return own;
    const { step, id } = item;
    const intent = intents.get(id);
    const answers = (choose: Decision['choose']): (() => void) | null | undefined => {
      if (!editable || step.verdict !== 'conflict') return undefined;
      const given = choiceAnswer(step, choose, typed[id]);
      return (
        given &&
        (() => {
          answer([id], given);
          if (choose !== 'other') next.go(id);
        })
      );
    };
    return {
      ...own,
      ...copyRuns([step.intentId]),
      'change-record': () => goToRecord(step),
      'choose-mine': answers('mine'),
      'choose-theirs': answers('theirs'),
      'choose-other': answers('other'),
      'choose-later': answers('later'),
      'change-toggle':
        editable && isOptional(item, going, leftOut) ? () => leaveOut([id], !leftOut.has(id)) : undefined,
      'change-withdraw': editable && intent ? () => void withdraw([intent], nameOf(item)) : undefined,
    };
  };

  return (
    <VirtualList
      {...list}
      items={items}
      nameOf={nameOf}
      place="changes"
      runsOf={runsOf}
      onShow={onShow}
      reveal={next.reveal}
      render={(item, active) => {
        if (item.kind === 'section')
          return <SectionHead section={item} decisions={decisions} editable={editable} active={active} />;
        if (item.kind === 'unread')
          return (
            <div className={classes.unread}>
              <InlineFailure failure={item.failure} />
            </div>
          );
        const { step, id } = item;
        const decision = decisions[id];
        const intent = intentInForce(step, intents.get(id), open);
        return (
          <StepRow
            step={step}
            change={changeShown(item.step, decision, editable)}
            number={item.number}
            intent={intent}
            status={stepStatus({
              ...{ step, phase, decision, intent },
              leftOut: leftOut.has(id),
              opened: going.has(id),
            })}
            roleNames={roleNames}
            taken={isOptional(item, going, leftOut) ? !leftOut.has(id) : undefined}
            difference={
              (decision === undefined && voidAnswer(step, plan.answers[id], roleNames)) || differences.get(id)
            }
            editable={editable}
            active={active}
            onTake={(taken) => leaveOut([id], !taken)}
          >
            {step.verdict === 'conflict' && editable && (
              <ConflictChoice
                step={step}
                decision={decision}
                typed={typed[id]}
                roleNames={roleNames}
                seenAt={intent?.theirs?.seenAt}
                active={active}
                onAnswer={(given) => answer([id], given)}
              />
            )}
          </StepRow>
        );
      }}
    />
  );
}

/** The choice of an undecided conflict tells its values itself. */
function changeShown(step: PlanStep, decision: Decision | undefined, editable: boolean): Change | null {
  if (step.verdict !== 'conflict') return step;
  return editable || decision === undefined ? null : decidedChange(step, decision);
}

/** A third value stands in an intent of its own, which takes the place of the one in conflict. */
function intentInForce(
  { recordId, field }: PlanStep,
  intent: Intent | undefined,
  open: readonly Intent[],
): Intent | undefined {
  if (intent?.state !== 'superseded') return intent;
  const next = open.find(
    ({ recordId: id, action }) => id === recordId && action.verb === 'update' && action.field === field,
  );
  return next ?? intent;
}

/** Whether a step can be left out: it goes by itself, or with a conflict that is decided. */
function isOptional(item: ReviewItem, going: ReadonlySet<string>, leftOut: ReadonlySet<string>): boolean {
  if (item.kind !== 'step') return false;
  return item.number > 0 || (item.step.verdict === 'blocked' && (going.has(item.id) || leftOut.has(item.id)));
}
