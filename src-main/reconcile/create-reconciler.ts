import { recoveredKey } from '@main/store/recover-store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { ApplyReport, ApplyRequest, BlastRadius, BlastRequest, Plan } from '@shared/contract/plan';
import type { PushProgress } from '@shared/contract/status';
import type { WrittenChange } from '@shared/domain/copy-as/written-call';
import type { IntentId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import type { DraftStep } from '@shared/domain/reconcile/draft-step';
import { draftSteps } from '@shared/domain/reconcile/draft-steps';
import type { PlanFacts } from '@shared/domain/rules/plan-facts';
import { t } from '@shared/language/t';
import { applyPlan, everything, type PlanScope } from './apply/apply-plan';
import { createRunControl, type RunControl } from './apply/run-control';
import { blastOfRun } from './plan/blast-of-run';
import { planNow } from './plan/plan-now';
import { writtenChanges } from './plan/written-changes';
import { intentBatch } from './rows/intent-batch';
import { projectRows } from './rows/project-rows';
import { endBrokenRuns } from './runs/kept-runs';
import type { ReconcileContext } from './service/reconcile-context';
import { forgetLost } from './service/shown-once';
import type { Staging } from './staging/create-staging';

/** Brings staged edits to the service, under the admin's eyes. */
export interface Reconciler {
  /** Re-reads what the open intents touch (or only these) and says what would happen. Sends no change. */
  plan(intentIds?: readonly IntentId[]): Promise<Result<Plan>>;
  /** Open changes with their calls, for whoever sends them otherwise: these in their order, or all of them. */
  written(intentIds?: readonly IntentId[]): Promise<readonly WrittenChange[]>;
  /** What a run of the plan made last would do, conflicts as decided. Expected failures: `stale-plan`, `invalid-input`. */
  blast(request: BlastRequest): Result<BlastRadius>;
  /** Carries a plan out. Expected failures: `stale-plan`, `busy`, `invalid-input`; nothing was sent then. */
  apply(request: ApplyRequest): Promise<Result<ApplyReport>>;
  /** Where the run stands; null when none runs. */
  progress(): PushProgress | null;
  /** Called whenever progress changes; returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
  /** Holds the run before its next step. */
  pause(): void;
  /** Lets on what is paused; past the border behind a wave only where the run is held at that one. */
  resume(wave?: number): void;
  /** The report of a run has reached whoever asked: what it shows once is told no more. */
  secretsTaken(): Promise<void>;
  /** Ends the run after the steps under way; the rest stays staged. */
  cancel(): void;
  /** To be called once, before anything else: what was being sent when the last process died is of unknown fate. */
  recover(): Promise<void>;
  /** Cancels and waits for the run to end. */
  stop(): Promise<void>;
}

export interface ReconcilerOptions extends ReconcileContext {
  readonly staging: Pick<Staging, 'resolve'>;
}

/** Plans whose scope is remembered, so that `apply` can make the same plan again. */
const plansKept = 50;

export function createReconciler({ staging, ...context }: ReconcilerOptions): Reconciler {
  const scopes = new Map<string, PlanScope>();
  const listeners = new Set<() => void>();
  /** The plan made last; its steps once somebody asks for the blast radius of a part of them. */
  let latest: { readonly hash: string; readonly facts: PlanFacts; steps?: readonly DraftStep[] } | null =
    null;
  let working: Promise<unknown> | null = null;
  let control: RunControl | null = null;
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };

  async function alone<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (working !== null)
      return failure(
        'busy',
        t('Changes are being planned or sent right now.'),
        t('Wait until that is done.'),
      );
    const running = work();
    working = running;
    try {
      return await running;
    } finally {
      working = null;
      control = null;
      changed();
    }
  }

  return {
    plan: (intentIds) =>
      alone(async () => {
        const made = await planNow(context, intentIds);
        if (!made.ok) return made;
        const { plan, facts } = made.value;
        latest = { hash: plan.hash, facts };
        scopes.set(plan.hash, { intentIds, dryRunRefusals: facts.dryRunRefusals });
        for (const hash of [...scopes.keys()].slice(0, -plansKept)) scopes.delete(hash);
        return success(plan);
      }),
    written: (intentIds) => writtenChanges(context, intentIds),
    blast: ({ planHash, ...run }) => {
      if (latest?.hash !== planHash)
        return failure('stale-plan', t('This plan is not the one that was made last.'), t('Review again.'));
      latest.steps ??= draftSteps(latest.facts).steps;
      return blastOfRun(latest.facts, latest.steps, run);
    },
    apply: (request) =>
      alone(() =>
        applyPlan(context, {
          staging,
          request,
          planned: scopes.get(request.planHash) ?? everything,
          control: (size) => {
            control = createRunControl(context, size, changed);
            return control;
          },
        }),
      ),
    progress: () => control?.progress() ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    pause: () => control?.pause(),
    resume: (wave) => control?.resume(wave),
    secretsTaken: () => forgetLost(context),
    cancel: () => control?.cancel(),
    recover: async () => {
      await restoreRows(context);
      await recoverSending(context);
      await endBrokenRuns(context);
    },
    stop: async () => {
      control?.cancel();
      await Promise.allSettled([working]);
    },
  };
}

/** After intents came back from the journal, their rows are shown again; rows of the service follow with the next sweep. */
async function restoreRows({ store }: ReconcileContext): Promise<void> {
  await store.write(async () => {
    if ((await store.meta(recoveredKey)) === null) return {};
    const open = await store.intents({ states: openStates });
    return { ...(await projectRows(store, open)), meta: { [recoveredKey]: null } };
  });
}

/** Intents that were being sent when the last process died: it is unknown now whether they reached the service. */
async function recoverSending({ store }: ReconcileContext): Promise<void> {
  await store.write(async () => {
    const sending = await store.intents({ states: ['sending'] });
    if (sending.length === 0) return {};
    return intentBatch(
      store,
      sending.map((intent) => ({ ...intent, state: 'unknown' as const })),
    );
  });
}
