import { engine } from '@renderer/bridge/engine';
import type { Plan } from '@shared/contract/plan';
import type { IntentId } from '@shared/domain/ids';
import { type Answer, type Answers, keptAnswers, withAnswer } from './answers';
import { hideDone, notifyFailure } from './notify';
import { runOf } from './run-of';
import { noReview, useReview, type WaveChoice } from './use-review';
import { useSession } from './use-session';
import { wavesOfRun } from './waves-of-run';

const set = useReview.setState;
const get = useReview.getState;

function openWorkspaceId(): string {
  const { engine: state } = useSession.getState();
  return state.kind === 'none' ? '' : state.workspaceId;
}

/** Forgets a review that belongs to another workspace than the open one. */
export function tidyReview(): void {
  const workspaceId = openWorkspaceId();
  if (get().workspaceId !== workspaceId) set({ ...noReview, workspaceId });
}

/** Re-reads what the open intents touch (or only these, refused ones included) and makes the plan to review. */
export async function startReview(scope: readonly IntentId[] | null = null): Promise<void> {
  const { workspaceId, decisions, typed, onRefusal, waves } = get();
  // What was staged is in the plan, and its toast would lie over that and the report.
  hideDone();
  const now = openWorkspaceId();
  const known = workspaceId === now ? { decisions, typed, waves } : {};
  set({ ...noReview, ...known, workspaceId: now, onRefusal, scope });
  await reviewAgain();
}

/** Makes the plan again; answers that still fit their conflict come with it, and what differs can be shown. */
export async function reviewAgain(): Promise<void> {
  const { workspaceId, plan: before, scope, leftOut, decisions, typed } = get();
  set({ phase: 'planning', failure: null, report: null });
  const result = await engine.call('plan', scope === null ? {} : { intentIds: [...scope] });
  if (get().workspaceId !== workspaceId || get().phase !== 'planning') return;
  if (!result.ok) {
    set({ phase: before === null ? 'staged' : 'review', failure: result.error });
    return;
  }
  const plan = result.value;
  const ids = new Set<string>(plan.steps.map(({ intentId }) => intentId));
  const kept = keptAnswers(plan);
  const news = Object.keys({ ...kept.decisions, ...kept.typed });
  set({
    phase: 'review',
    plan,
    previous: before,
    ...kept,
    restored: news.filter((id) => decisions[id] === undefined && typed[id] === undefined).length,
    leftOut: new Set([...leftOut].filter((id) => ids.has(id))),
  });
}

/** Answers conflicts, and has the answers kept. */
export function answer(intentIds: readonly string[], given: Answer): void {
  const { plan } = get();
  if (plan === null) return;
  const answers = withAnswer(get(), intentIds, given);
  set(answers);
  void sendAnswers(plan, answers, new Set(intentIds));
}

/** Leaves sendable steps out of this run, or takes them in again. */
export function leaveOut(intentIds: readonly string[], out: boolean): void {
  const leftOut = new Set(get().leftOut);
  for (const id of intentIds) {
    if (out) leftOut.add(id);
    else leftOut.delete(id);
  }
  set({ leftOut });
}

export function setOnRefusal(onRefusal: 'stop' | 'continue'): void {
  set({ onRefusal });
}

/** Has the run go in waves, all at once where null. */
export function setWaves(waves: WaveChoice | null): void {
  set({ waves });
}

/** Carries the plan out. One whose hash has moved is made again instead: nothing was sent then. */
export async function applyReviewed(): Promise<void> {
  const { workspaceId, phase, plan, decisions, leftOut, onRefusal, waves } = get();
  if (plan === null || phase !== 'review') return;
  const run = runOf(plan, decisions, leftOut);
  const { undecided, intentIds, resolutions } = run;
  const inWaves = wavesOfRun(plan, run, waves);
  if (undecided.length > 0 || inWaves?.fault) return;
  set({ phase: 'applying', failure: null, previous: null });
  const result = await engine.call('apply', {
    planHash: plan.hash,
    resolutions: { ...resolutions },
    intentIds: [...intentIds],
    onRefusal,
    ...(inWaves && { waves: inWaves.request }),
  });
  if (get().workspaceId !== workspaceId) return;
  if (result.ok) {
    set({ phase: 'done', report: result.value });
    void engine.call('secretsTaken', {});
  } else if (result.error.code === 'stale-plan') await reviewAgain();
  else if (result.error.code === 'engine-stopped') set({ phase: 'done', failure: result.error });
  else set({ phase: 'review', failure: result.error });
}

/** Back to what is staged; answers wait for the next review. */
export function leaveReview(): void {
  const { workspaceId, onRefusal, waves, decisions, typed } = get();
  set({ ...noReview, workspaceId, onRefusal, waves, decisions, typed });
}

/** Has the engine keep the answers to these conflicts of the plan, each with the three sides that were seen. */
async function sendAnswers(
  { steps }: Plan,
  { decisions, typed }: Answers,
  ids: ReadonlySet<string>,
): Promise<void> {
  const answers = steps.flatMap(({ intentId, base, mine, theirs }) =>
    ids.has(intentId)
      ? [
          {
            intentId,
            question: { base, mine, theirs },
            decision: decisions[intentId] ?? null,
            typed: typed[intentId] ?? null,
          },
        ]
      : [],
  );
  if (answers.length === 0) return;
  const result = await engine.call('answerConflicts', { answers });
  if (!result.ok) notifyFailure(result.error);
}
