import type { Failure } from '@shared/contract/failure';
import type { ApplyReport, WaveReport } from '@shared/contract/plan';
import type { IntentId } from '@shared/domain/ids';
import { type Intent, isOpen } from '@shared/domain/intent';
import type { Wave } from '@shared/domain/plan/waves';
import { t } from '@shared/language/t';
import { readAliases } from '../rows/alias';
import type { ReconcileContext } from '../service/reconcile-context';
import type { RunControl } from './run-control';
import { type RunOptions, runSteps } from './run-steps';

/** What goes before the next wave begins; a run without waves is one of nobody in particular. */
export interface RunWave extends Pick<Wave, 'customers'> {
  readonly intents: readonly Intent[];
}

export interface WavesOptions extends Omit<RunOptions, 'phases'> {
  readonly waves: readonly RunWave[];
  /** What must be done before the steps of a wave; answers why it may not begin, if so. */
  readonly prepare: (intents: readonly Intent[]) => Promise<Failure | null>;
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
  let trouble: Trouble | null = null;
  for (const [at, { customers, intents }] of waves.entries()) {
    const isLast = at === waves.length - 1;
    control.enter(at);
    stoppedBy = await prepare(intents);
    if (stoppedBy !== null) break;
    const {
      unended,
      leftFor,
      secrets: shown,
      stoppedBy: early,
      ...counts
    } = await runSteps({ ...run, phases: phasesOf(intents) }, control);
    secrets.push(...shown);
    const fates = await openFates(context, unended);
    // What a cancelled run leaves is no trouble: somebody wanted that.
    trouble = troubleIn({ ...counts, ...fates }, control.cancelled() ? null : { leftFor });
    const ends = early !== null || fates.left > 0 || trouble !== null;
    reports.push({
      customers: await asKnownNow(context, customers),
      steps: intents.length,
      ...counts,
      ...fates,
      end: ends ? 'stopped' : 'clean',
    });
    stoppedBy = early;
    if (isLast || ends || control.cancelled() || at + 1 >= stopAfter) break;
    if (ask) await control.hold();
    if (control.cancelled()) break;
  }
  for (const { customers, intents } of waves.slice(reports.length)) {
    const fates = await openFates(
      context,
      intents.map(({ id }) => id),
    );
    const told = await asKnownNow(context, customers);
    reports.push({ ...none, ...fates, customers: told, steps: intents.length, end: 'not-sent' });
  }
  const begun = reports.filter(({ end }) => end !== 'not-sent').length;
  if (trouble !== null && begun < waves.length) stoppedBy ??= whyStopped(trouble, begun, reports);
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

type Trouble = Pick<Failure, 'code'> & { readonly what: string };

/** What was not clean in a wave; null where all was. `whole`: why something was left; null where that is as it should be. */
function troubleIn(
  { refused, conflicts, unknown, left }: Pick<Tally, 'refused' | 'conflicts' | 'unknown' | 'left'>,
  whole: { readonly leftFor: Failure | null } | null,
): Trouble | null {
  const what = [
    ...(refused > 0 ? [t('{refused, number} refused', { refused })] : []),
    ...(conflicts > 0 ? [t('{conflicts, number} in conflict', { conflicts })] : []),
    ...(unknown > 0 ? [t('{unknown, number} of unknown fate', { unknown })] : []),
    ...(whole !== null && left > 0 ? [notSent(left, whole.leftFor)] : []),
  ].join(', ');
  if (what === '') return null;
  return { code: refused > 0 ? 'refused' : conflicts > 0 ? 'conflict' : 'service-error', what };
}

const notSent = (left: number, why: Failure | null): string =>
  why === null
    ? t('{left, number} not sent', { left })
    : t('{left, number} not sent ({why})', { left, why: why.message });

/** Why no further wave was begun. What was withdrawn meanwhile is not staged any more. */
function whyStopped({ code, what }: Trouble, begun: number, reports: readonly WaveReport[]): Failure {
  const left = reports.slice(begun).reduce((all, report) => all + report.left, 0);
  return {
    code,
    message: t(
      'Wave {begun, number} of {waves, number} did not end clean: {what}. No further wave was begun: {left, plural, one {# change is} other {# changes are}} still staged.',
      { begun, waves: reports.length, what, left },
    ),
    next: t('Look at what went wrong there, then reconcile the rest.'),
  };
}

/** Customers by the ids that they have now: one that was made in the run had another. */
async function asKnownNow(
  { store }: Pick<ReconcileContext, 'store'>,
  customers: Wave['customers'],
): Promise<WaveReport['customers']> {
  const ids = await readAliases(
    store,
    customers.map(({ id }) => id),
  );
  return customers.map(({ id, name }) => ({ id: ids.get(id) ?? id, name }));
}
