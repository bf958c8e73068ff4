import { failure, type Result, success } from '@shared/contract/failure';
import type { ApplyReport, ApplyRequest } from '@shared/contract/plan';
import { bulkEndpointOf } from '@shared/domain/bulk-endpoints';
import { callNamed } from '@shared/domain/endpoint-of';
import type { IntentId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import type { DraftStep } from '@shared/domain/reconcile/draft-step';
import { blockSteps, draftSteps } from '@shared/domain/reconcile/draft-steps';
import { patienceMs } from '@shared/domain/retry-policy';
import type { PlanFacts } from '@shared/domain/rules/plan-facts';
import { type ValueMoves, valueMoves } from '@shared/domain/rules/value-moves';
import { t } from '@shared/language/t';
import { readUnapproved } from '../four-eyes/approvals';
import { decideSteps } from '../plan/decide-steps';
import { planHash } from '../plan/plan-hash';
import { plannedIntents, readFacts } from '../plan/read-facts';
import { alreadySo, closeApplied } from '../rows/close-applied';
import { beginRun, type RunRecord } from '../runs/kept-runs';
import type { ReconcileContext } from '../service/reconcile-context';
import { callOf } from '../service/remote-call';
import { sharingWalks } from '../service/shared-walks';
import type { StepEnd } from '../service/step-end';
import type { Staging } from '../staging/create-staging';
import { cutInWaves, inPhases } from './cut-in-waves';
import { notApproved, refuseDecided } from './not-approved';
import { createOpenCopies } from './open-copies';
import { parkValues, unparkValues } from './park-values';
import { refusedSince, saysOtherwise } from './refused-since';
import type { RunControl, RunSize } from './run-control';
import { runStep } from './run-step';
import { runWaves } from './run-waves';

/** What a plan was made for, and what the service answered to dry runs. */
export interface PlanScope {
  /** Undefined: all open intents. */
  readonly intentIds: readonly IntentId[] | undefined;
  readonly dryRunRefusals: PlanFacts['dryRunRefusals'];
}

/** The scope of a plan that nobody remembers: it holds only where no dry run was refused. */
export const everything: PlanScope = { intentIds: undefined, dryRunRefusals: undefined };

export interface ApplyOptions {
  readonly staging: Pick<Staging, 'resolve'>;
  readonly request: ApplyRequest;
  readonly planned: PlanScope;
  readonly control: (size: RunSize) => RunControl;
}

/** Carries a reviewed plan out, if the state it was made from still stands; else nothing is sent (`stale-plan`). */
export async function applyPlan(
  given: ReconcileContext,
  options: ApplyOptions,
): Promise<Result<ApplyReport>> {
  const context = sharingWalks(given);
  const { staging, request, planned: scope, control } = options;
  const { intentIds, dryRunRefusals } = scope;
  const intents = await plannedIntents(context, intentIds);
  const retryRefused = intentIds !== undefined;
  const read = await readFacts(context, intents, { unread: new Map(), retryRefused });
  const facts: PlanFacts = { ...read, ...(dryRunRefusals && { dryRunRefusals }) };
  if (planHash(facts) !== request.planHash)
    return failure(
      'stale-plan',
      t(
        'What the plan was made from has changed since: on the service, or by an edit here. Nothing was sent.',
      ),
      t('Review the new plan, then reconcile.'),
    );
  const chosen = request.intentIds === undefined ? null : new Set(request.intentIds);
  const isChosen = ({ intent }: DraftStep): boolean => chosen?.has(intent.id) ?? true;
  const judged = decideSteps(facts, draftSteps(facts).steps, isChosen, request.resolutions);
  if (!judged.ok) return judged;
  const { steps: all, answers } = judged.value;
  const { theirs, mine, other } = answers;
  const decidedMine = new Set(mine.map(({ id }) => id));
  const steps = all.filter(isChosen);
  const goes = (step: DraftStep): boolean => wouldGo(step) && !decidedMine.has(step.intent.id);
  const held = steps.filter(
    ({ verdict, intent }) => verdict === 'blocked' && facts.unapproved?.has(intent.id),
  );
  if (facts.unapproved !== null && mine.length + other.length > 0) return refuseDecided(answers);
  if (held.length > 0 && theirs.length === 0 && !steps.some(goes))
    return { ok: false, error: notApproved(held) };
  // Of what was chosen, that which stands on something left out stays as well.
  const moves = valueMoves(facts);
  const able = blockSteps(steps, moves);
  const going = able.filter(goes).map(({ intent }) => intent);
  const planned = inOrderOf(all, [...going, ...mine, ...other.map(({ intent }) => intent)]);
  const cut = cutInWaves(facts, all, planned, request);
  if (!cut.ok) return cut;
  const decided = await staging.resolve(answers);
  const made = new Set(steps.filter(isMade).map(({ intent }) => intent.id));
  const named = callOf(context.port, facts);
  const openCopies = createOpenCopies(context.store);
  const patience = request.patienceMs ?? patienceMs;
  const sent = inOrderOf(all, [...going, ...decided]);
  const waves = cut.value(sent);
  const sizes = waves.map(({ intents: own, ...wave }) => ({ ...wave, steps: own.length }));
  const run = async (saw: RunRecord['saw']): Promise<Omit<ApplyReport, 'tookTheirs'>> => {
    const tally = await runWaves(
      context,
      {
        waves,
        prepare: async (own) => {
          // Approval may be asked for while the run is held before this wave.
          const unapproved = await readUnapproved(context.store, own);
          const barred = own.filter(({ id }) => unapproved?.has(id)).map((intent) => ({ intent }));
          for (const { intent } of barred) saw(intent.id, notApproved([{ intent }]).message);
          if (barred.length > 0) return notApproved(barred);
          // The first wave goes by the books that the plan was judged by, and what was decided for mine goes over them.
          const judgedAnew = own === waves[0]?.intents ? [] : await refusedSince(context, own, able);
          const refused = judgedAnew.filter(({ intent }) => !decidedMine.has(intent.id));
          for (const { intent, reason } of refused) saw(intent.id, reason);
          if (refused[0] !== undefined) return saysOtherwise(refused, refused[0].reason);
          await parkValues(context, parkedIn(moves, own));
          return null;
        },
        phasesOf: (own) => inPhases(facts, moves, own),
        ask: request.waves?.between === 'ask',
        stopAfter: request.waves?.stopAfter ?? waves.length,
        onRefusal: request.onRefusal,
        goesTogether: (intent) => bulkEndpointOf(callNamed(named(intent))) !== null,
        step: async (intent, reins) => {
          const { id } = intent;
          if (made.has(id)) return closeMade(context, intent);
          const end = await runStep(context, reins, { id, patienceMs: patience, openCopies });
          saw(id, 'failure' in end ? (end.failure?.message ?? '') : '');
          return end;
        },
      },
      control({ total: going.length + decided.length, waves: request.waves === undefined ? [] : sizes }),
    );
    await unparkValues(context, parkedIn(moves, going));
    return tally;
  };
  const count = (verdict: DraftStep['verdict']): number =>
    steps.filter((step) => step.verdict === verdict && !decidedMine.has(step.intent.id)).length;
  const reported = (tally: Omit<ApplyReport, 'tookTheirs'>): ApplyReport => ({
    ...tally,
    waves: request.waves === undefined ? [] : tally.waves,
    stoppedBy: tally.stoppedBy ?? (held.length > 0 ? notApproved(held) : null),
    tookTheirs: theirs.length,
    conflicts: tally.conflicts + count('conflict') - theirs.length - other.length,
    refused: tally.refused + count('refused'),
    left: tally.left + count('blocked') + all.filter(goes).length - going.length,
  });
  if (sent.length === 0) return success(reported(await run(() => undefined)));
  const settled = new Set([...sent, ...theirs, ...other.map(({ intent }) => intent)].map(({ id }) => id));
  const rest = able.filter(({ intent }) => !settled.has(intent.id));
  const record = await beginRun(
    context,
    sent,
    new Map(rest.map(({ intent, reason }) => [intent.id, reason])),
  );
  let report: ApplyReport | null = null;
  try {
    report = reported(await run(record.saw));
  } finally {
    await record.end(report);
  }
  return success(report);
}

/** Intents as their steps are ordered; what is new stays behind. */
function inOrderOf(steps: readonly DraftStep[], intents: readonly Intent[]): readonly Intent[] {
  const places = new Map(steps.map(({ intent }, at) => [intent.id, at]));
  const placeOf = ({ id }: Intent): number => places.get(id) ?? steps.length;
  return [...intents].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Steps that are run: also those that seem to be so already, which the fresh read before sending decides. */
function wouldGo({ verdict }: DraftStep): boolean {
  return verdict === 'clean' || verdict === 'merged' || verdict === 'no-op';
}

/** A creation of what the service has already: there is nothing to read for it, and sending it would be refused. */
function isMade({ verdict, intent }: DraftStep): boolean {
  return verdict === 'no-op' && intent.action.verb === 'create';
}

/** Steps that go by way of another value first, where the whole of their ring goes. */
function parkedIn({ parked }: Pick<ValueMoves, 'parked'>, intents: readonly Intent[]): readonly Intent[] {
  const ids = new Set(intents.map(({ id }) => id));
  return intents.filter(({ id }) => parked.get(id)?.every((step) => ids.has(step.id)));
}

async function closeMade(context: ReconcileContext, intent: Intent): Promise<StepEnd> {
  const message = t('The service has it already.');
  const outcome = { code: alreadySo, message, status: 0, requestId: '', at: context.now() };
  await closeApplied(context, intent, null, outcome);
  return { kind: 'already-so' };
}
