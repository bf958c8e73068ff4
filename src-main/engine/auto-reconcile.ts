import type { Reconciler } from '@main/reconcile/create-reconciler';
import type { Store } from '@main/store/store';
import type { Sync } from '@main/sync/create-sync';
import { isLowRisk } from '@shared/domain/reconcile/is-low-risk';
import { afterSweeps } from './after-sweeps';

export interface AutoReconcile {
  isOn(): Promise<boolean>;
  /** Kept across restarts; off until somebody turns it on. */
  turn(on: boolean): Promise<void>;
  /** Ends watching and waits for the run under way. */
  stop(): Promise<void>;
}

export interface AutoReconcileParts {
  readonly store: Store;
  readonly sync: Pick<Sync, 'status' | 'subscribe'>;
  readonly reconciler: Pick<Reconciler, 'plan' | 'apply'>;
  /** Nothing is sent while this engine is open, whatever was allowed. */
  readonly idle?: boolean | undefined;
}

const onKey = 'auto-reconcile/on';

/** After each complete sweep, applies what is clean and of low risk, if the admin allowed that; stops at the first refusal. */
export function createAutoReconcile({
  store,
  sync,
  reconciler,
  idle = false,
}: AutoReconcileParts): AutoReconcile {
  const isOn = async (): Promise<boolean> => (await store.meta(onKey)) === true;

  async function run(): Promise<void> {
    if (idle || !(await isOn())) return;
    const staged = (await store.intents({ states: ['staged'] })).filter(isLowRisk).map(({ id }) => id);
    if (staged.length === 0) return;
    const plan = await reconciler.plan(staged);
    if (!plan.ok) return;
    const intentIds = plan.value.steps
      .filter(({ verdict }) => verdict === 'clean')
      .map((step) => step.intentId);
    if (intentIds.length === 0) return;
    await reconciler.apply({ planHash: plan.value.hash, resolutions: {}, intentIds, onRefusal: 'stop' });
  }

  return {
    isOn,
    turn: (on) => store.write({ meta: { [onKey]: on } }),
    stop: afterSweeps(sync, run),
  };
}
