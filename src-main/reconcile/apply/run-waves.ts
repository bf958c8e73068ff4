import type { Failure } from '@shared/contract/failure';
import type { ApplyReport, WaveReport } from '@shared/contract/plan';
import { customerWords } from '@shared/domain/customer-of';
import type { IntentId } from '@shared/domain/ids';
import { type Intent, isOpen } from '@shared/domain/intent';
import type { Wave } from '@shared/domain/plan/waves';
import type { ReconcileContext } from '../service/reconcile-context';
import type { RunControl } from './run-control';
import { type RunOptions, runSteps } from './run-steps';

/** What goes before the next wave begins; a run without waves is one of nobody in particular. */
export interface RunWave extends Pick<Wave, 'customers'> {
  readonly intents: readonly Intent[];
}

export interface WavesOptions extends Omit<RunOptions, 'phases'> {
  readonly waves: readonly RunWave[];
  /** What must be done before the steps of a wave. */
  readonly prepare: (intents: readonly Intent[]) => Promise<void>;
  readonly phasesOf: (intents: readonly Intent[]) => RunOptions['phases'];
  /** Whether somebody must say that the next wave may go. */
  readonly ask: boolean;
  readonly stopAfter: number;
}

type Tally = Omit<ApplyReport, 'tookTheirs'>;

/**
 * Runs waves one after the other. What was not clean in one keeps the next from being begun:
 *
 *     wave ─> clean? ─ no ──> stopped, the rest stays staged
 *       ^       │ yes
 *       └── go on ── held until somebody says so, or by itself ── cancelled ──> the rest stays staged
 */
export async function runWaves(
  context: Pick<ReconcileContext, 'store'>,
  { waves, prepare, phasesOf, ask, stopAfter, ...run }: WavesOptions,
  control: RunControl,
): Promise<Tally> {
  const reports: WaveReport[] = [];
  const secrets: Tally['secrets'] = [];
  let stoppedBy: Failure | null = null;
  for (const [at, { customers, intents }] of waves.entries()) {
    const isLast = at === waves.length - 1;
    control.enter(at);
    await prepare(intents);
    const {
      unended,
      secrets: shown,
      stoppedBy: early,
      ...counts
    } = await runSteps({ ...run, phases: phasesOf(intents) }, control);
    secrets.push(...shown);
    const fates = await openFates(context, unended);
    const trouble = troubleIn(at, waves, { ...counts, ...fates });
    const ends = early !== null || fates.left > 0 || trouble !== null;
    const told = customers.map(({ id, name }) => ({ id, name }));
    reports.push({
      customers: told,
      steps: intents.length,
      ...counts,
      ...fates,
      end: ends ? 'stopped' : 'clean',
    });
    stoppedBy = early ?? (isLast ? null : trouble);
    if (isLast || ends || control.cancelled() || at + 1 >= stopAfter) break;
    if (ask) await control.hold();
    if (control.cancelled()) break;
  }
  for (const { customers, intents } of waves.slice(reports.length)) {
    const fates = await openFates(
      context,
      intents.map(({ id }) => id),
    );
    const told = customers.map(({ id, name }) => ({ id, name }));
    reports.push({ ...none, ...fates, customers: told, steps: intents.length, end: 'not-sent' });
  }
  const sum = (figure: keyof typeof none): number => reports.reduce((all, report) => all + report[figure], 0);
  return {
    applied: sum('applied'),
    alreadySo: sum('alreadySo'),
    conflicts: sum('conflicts'),
    refused: sum('refused'),
    unknown: sum('unknown'),
    left: sum('left'),
    secrets,
    waves: reports,
    stoppedBy,
  };
}

const none = { applied: 0, alreadySo: 0, conflicts: 0, refused: 0, unknown: 0, left: 0 };

/** What became of steps that did not end, as the store has it: a run that is cut short may leave some of unknown fate. */
async function openFates(
  { store }: Pick<ReconcileContext, 'store'>,
  ids: readonly IntentId[],
): Promise<Pick<ApplyReport, 'unknown' | 'left'>> {
  const states = (await store.intents({ ids })).filter(isOpen).map(({ state }) => state);
  const unknown = states.filter((state) => state === 'unknown' || state === 'sending').length;
  return { unknown, left: states.length - unknown };
}

/** Why no further wave is begun; null where the wave was clean. */
function troubleIn(
  at: number,
  waves: readonly RunWave[],
  { refused, conflicts, unknown }: Pick<Tally, 'refused' | 'conflicts' | 'unknown'>,
): Failure | null {
  const what = [
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(conflicts > 0 ? [`${conflicts} in conflict`] : []),
    ...(unknown > 0 ? [`${unknown} of unknown fate`] : []),
  ];
  if (what.length === 0) return null;
  const left = waves.slice(at + 1).flatMap(({ customers }) => customers).length;
  return {
    code: refused > 0 ? 'refused' : conflicts > 0 ? 'conflict' : 'service-error',
    message: `Wave ${at + 1} of ${waves.length} did not end clean: ${what.join(', ')}. No further wave was begun: the changes of ${left} more ${left === 1 ? customerWords.one : customerWords.many} are still staged.`,
    next: 'Look at what went wrong there, then reconcile the rest.',
  };
}
