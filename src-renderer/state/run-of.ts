import type { Decision, Plan, PlanStep, Resolution } from '@shared/contract/plan';
import type { IntentId } from '@shared/domain/ids';
import { callCount } from '@shared/domain/reconcile/plan-time';

/** What pressing Apply would do, and what keeps it from being pressed. */
export interface Run {
  /** Intents that the run is about. */
  readonly intentIds: readonly IntentId[];
  readonly resolutions: Readonly<Record<string, Resolution>>;
  /** Calls that change something on the service; what goes together counts once. */
  readonly sends: number;
  /** Closed without a call: the service holds them already. */
  readonly alreadySo: number;
  /** Withdrawn, because the service's value was chosen. */
  readonly takesTheirs: number;
  /** Of the run's intents those that go, already so or not: what stays as the service has it goes nowhere. */
  readonly going: readonly IntentId[];
  readonly undecided: readonly PlanStep[];
  /** Steps left for another time, by the admin's choice. */
  readonly leftOut: readonly PlanStep[];
  /** Steps that reach the service. */
  readonly sent: readonly PlanStep[];
}

/** Pure. A step that stands on one that is left out is left out too; one that waits for conflicts goes where all of them are decided for mine. */
export function runOf(
  { steps }: Pick<Plan, 'steps'>,
  decisions: Readonly<Record<string, Decision>>,
  leftOut: ReadonlySet<string>,
): Run {
  const undecided: PlanStep[] = [];
  const held: PlanStep[] = [];
  const going: PlanStep[] = [];
  const sent: PlanStep[] = [];
  const resolutions: Record<string, Resolution> = {};
  const out = new Set(leftOut);
  /** Conflicts decided for mine, and what goes with them. */
  const opened = new Set<string>();
  const lets = new Set<string>();
  const isOpened = ({ dependsOn }: PlanStep): boolean =>
    dependsOn.some((id) => opened.has(id)) && dependsOn.every((id) => lets.has(id));
  for (const step of steps) {
    const decision = decisions[step.intentId];
    if (step.verdict === 'refused' || (step.verdict === 'blocked' && !isOpened(step))) continue;
    if (step.verdict === 'conflict') {
      if (decision === undefined) undecided.push(step);
      else if (decision.choose === 'later') held.push(step);
      else {
        resolutions[step.intentId] = decision;
        going.push(step);
        if (decision.choose !== 'theirs') sent.push(step);
        if (decision.choose === 'mine') {
          opened.add(step.intentId);
          lets.add(step.intentId);
        }
      }
    } else if (out.has(step.intentId) || step.dependsOn.some((id) => out.has(id))) {
      out.add(step.intentId);
      held.push(step);
    } else {
      going.push(step);
      if (step.verdict === 'blocked') opened.add(step.intentId);
      if (step.verdict !== 'no-op') {
        lets.add(step.intentId);
        sent.push(step);
      }
    }
  }
  const intentIds = going.map(({ intentId }) => intentId);
  const staying = intentIds.filter((id) => resolutions[id]?.choose !== 'theirs');
  const theirs = intentIds.length - staying.length;
  return {
    intentIds,
    going: staying,
    resolutions,
    sends: callCount(sent),
    alreadySo: going.length - sent.length - theirs,
    takesTheirs: theirs,
    undecided,
    leftOut: held,
    sent,
  };
}
