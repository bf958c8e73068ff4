import type { Identity, IdentityOptions } from '@main/identity/identity';
import type { PushPort } from '@main/identity/identity-port';
import { createReconciler, type Reconciler } from '@main/reconcile/create-reconciler';
import { createStaging, type Staging } from '@main/reconcile/staging/create-staging';
import type { SandboxOptionsInput } from '@main/sandbox/sandbox-options';
import type { Sandbox } from '@main/sandbox/start-sandbox';
import { openStore } from '@main/store/open-store';
import type { Store } from '@main/store/store';
import type { Result } from '@shared/contract/failure';
import type { ApplyReport, ApplyRequest, Plan } from '@shared/contract/plan';
import { RecordId } from '@shared/domain/ids';
import { type Intent, type IntentDraft, openStates } from '@shared/domain/intent';
import { onTestFinished } from 'vitest';
import { valueIn } from '../support/value-in';
import { databaseKey, startRig } from '../sync/sync-rig';

export const id = (text: string): RecordId => RecordId.parse(text);

/** The engine's reconciling half over a real store file, a real client and a real sandbox. */
export interface ReconcileRig {
  readonly sandbox: Sandbox;
  readonly identity: Identity;
  readonly store: Store;
  readonly staging: Staging;
  readonly reconciler: Reconciler;
  /** Sets the admin's clock forward or back, ms; the service's stays. */
  leap(ms: number): void;
  stage(...drafts: IntentDraft[]): Promise<readonly Intent[]>;
  open(): Promise<readonly Intent[]>;
  plan(...intents: readonly Intent[]): Promise<Plan>;
  /** Plans and applies. */
  reconcile(request?: Partial<ApplyRequest>): Promise<ApplyReport>;
  /** Applies a plan as it is, whatever is refused. */
  apply(plan: Plan): Promise<Result<ApplyReport>>;
  /** Closes the store, as a crash would have left it, and opens it in a new engine. */
  restart(port?: (identity: Identity) => PushPort): Promise<ReconcileRig>;
}

let ids = 0;

/** A clock that waiting moves: back-offs of minutes take no time, and their order stays. */
function leapingClock() {
  let slept = 0;
  let leapt = 0;
  // Durations go by a clock that nobody sets.
  const elapsed = (): number => Date.now() + slept;
  return {
    elapsed,
    now: (): number => elapsed() + leapt,
    leap: (ms: number): void => {
      leapt += ms;
    },
    sleep: async (ms: number): Promise<void> => {
      slept += ms;
      await new Promise((resolve) => setTimeout(resolve, 1));
    },
  };
}

interface Base extends Awaited<ReturnType<typeof startRig>> {
  readonly clock: ReturnType<typeof leapingClock>;
}

function build(base: Base, store: Store, port: PushPort): ReconcileRig {
  const { now, sleep } = base.clock;
  const newId = (): string => `r${(++ids).toString().padStart(9, '0')}`;
  const staging = createStaging({ store, now, newId });
  const reconciler = createReconciler({ store, port, staging, now, sleep });
  const rig: ReconcileRig = {
    sandbox: base.sandbox,
    identity: base.identity,
    store,
    staging,
    reconciler,
    leap: base.clock.leap,
    stage: async (...drafts) => {
      const report = await staging.stage(drafts);
      const [rejected] = report.rejected;
      if (rejected !== undefined) throw new Error(`${rejected.failure.code}: ${rejected.failure.message}`);
      return report.staged;
    },
    open: () => store.intents({ states: openStates }),
    plan: async (...intents) =>
      valueIn(await reconciler.plan(intents.length === 0 ? undefined : intents.map((intent) => intent.id))),
    reconcile: async (request = {}) => {
      const plan = valueIn(await reconciler.plan());
      return valueIn(
        await reconciler.apply({ planHash: plan.hash, resolutions: {}, onRefusal: 'continue', ...request }),
      );
    },
    apply: ({ hash }) => reconciler.apply({ planHash: hash, resolutions: {}, onRefusal: 'continue' }),
    restart: async (wrap = (identity) => identity) => {
      await store.close();
      const reopened = await openStore({ directory: base.directory, key: databaseKey, now: Date.now });
      onTestFinished(() => reopened.close());
      const next = build(base, reopened, wrap(base.identity));
      await next.reconciler.recover();
      return next;
    },
  };
  return rig;
}

/**
 * Starts a sandbox, sweeps it once into a store, and puts staging and reconciling over it. With `limits: 'own'` the service has
 * its limits, and the client keeps to them; both by the admin's clock, so that waiting for them takes no time.
 */
export async function startReconcile(
  options: SandboxOptionsInput = {},
  wrap: (identity: Identity) => PushPort = (identity) => identity,
  client: Partial<IdentityOptions> = {},
): Promise<ReconcileRig> {
  const clock = leapingClock();
  const { now, sleep, elapsed } = clock;
  const paced = { now, sleep, elapsed: now, requestsPer10s: 1_000, endpointLimits: true };
  const base = await (options.limits === 'own'
    ? startRig({ ...options, real: now }, { ...paced, ...client })
    : startRig(options, { now, sleep, elapsed, ...client }));
  await base.sweep();
  await base.sync.stop();
  return build({ ...base, clock }, base.store, wrap(base.identity));
}
