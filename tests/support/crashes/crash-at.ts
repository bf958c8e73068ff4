import { openStates } from '@shared/domain/intent';
import { faultyDriver } from '../../store/sqlite-storage/faulty-driver';
import { type ChaosRig, openRig, type Wrap } from '../chaos/open-rig';
import type { ChangeGroup } from './every-change';

/**
 * Where an engine dies on the way of a change:
 *
 *     journaled ──x── sent ──x── answered ──x── committed
 *          before      no reply     uncommitted
 */
export const crashPoints = ['before', 'no reply', 'uncommitted'] as const;
export type CrashPoint = (typeof crashPoints)[number];

export interface CrashOutcome {
  readonly changes: number;
  /** Crashes that happened: one for each change. */
  readonly crashes: number;
  /** Answers that the mutator changed while what was left was looked up. */
  readonly mutated: number;
  /** Changes that took effect more or less often than once, or are still open, in words. */
  readonly broken: readonly string[];
}

class Crash extends Error {}
/** Reconciling again so often must settle everything. */
const rounds = 4;

/** Makes the changes of a group one by one; the engine of each dies at the point, and another one takes over. */
export async function crashAt(group: ChangeGroup, point: CrashPoint, seed: number): Promise<CrashOutcome> {
  const faulty = faultyDriver();
  const dying: Wrap = (port) => ({
    ...port,
    send: async (call, signal) => {
      if (point === 'before') throw new Crash();
      const answer = await port.send(call, signal);
      if (point === 'no reply') throw new Crash();
      faulty.arm('SQLITE_IOERR_WRITE', 0);
      return answer;
    },
  });
  let rig = await openRig({ seed, driver: faulty.driver });
  let [changes, crashes] = [0, 0];
  const broken: string[] = [];
  try {
    for (const next of group.changes) {
      const change = await next(rig);
      if (change === null) continue;
      changes += 1;
      const told = `${change.title}, ${point}, seed ${seed}: `;
      rig = await rig.restart(dying);
      const { rejected } = await rig.staging.stage([change.draft]);
      if (rejected.length > 0) throw new Error(told + JSON.stringify(rejected));
      const before = rig.writes();
      const ended = await reconcile(rig).catch((error: unknown) => {
        if (error instanceof Crash || point === 'uncommitted') return 'crashed';
        throw error;
      });
      faulty.disarm();
      rig = await rig.restart();
      const [left] = await rig.store.intents({ states: openStates });
      if (left?.state === 'unknown') crashes += 1;
      else broken.push(`${told}no crash: ${JSON.stringify(ended)} ${left?.state}`);
      rig.mutator.storm(0.5);
      await reconcile(rig);
      rig.mutator.calm();
      for (let round = 0; round < rounds && (await isOpen(rig)); round += 1) await reconcile(rig);
      await rig.sweep();
      const sent = rig.writes() - before;
      if (await isOpen(rig))
        broken.push(told + JSON.stringify(await rig.store.intents({ states: openStates })));
      else if (sent !== 1 && !(change.untold && sent === 2)) broken.push(`${told}sent ${sent} times`);
      else if (!(await change.holds(rig))) broken.push(`${told}the service does not hold it`);
      for (const { id } of await rig.store.intents({ states: openStates })) await rig.staging.withdraw([id]);
    }
    return { changes, crashes, mutated: [...rig.mutator.fired.values()].reduce((a, b) => a + b, 0), broken };
  } finally {
    await rig.close();
  }
}

async function isOpen({ store }: ChaosRig): Promise<boolean> {
  return (await store.intents({ states: openStates })).length > 0;
}

async function reconcile({ reconciler }: ChaosRig): Promise<unknown> {
  const plan = await reconciler.plan();
  if (!plan.ok) return plan;
  return reconciler.apply({ planHash: plan.value.hash, resolutions: {}, onRefusal: 'continue' });
}
