import { type Failure, type Result, success } from '@shared/contract/failure';
import type { Plan } from '@shared/contract/plan';
import type { IntentId, RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import { classify } from '@shared/domain/reconcile/classify';
import { makePlan } from '@shared/domain/reconcile/make-plan';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { changesConfig, closesPool, demandsSecondFactor } from '@shared/domain/rules/asks';
import { type PlanFacts, type Reach, serverOf } from '@shared/domain/rules/plan-facts';
import { recordKey } from '@shared/domain/rules/staging-world';
import { inParallel } from '@shared/in-parallel';
import { t } from '@shared/language/t';
import { intentBatch } from '../rows/intent-batch';
import type { ReconcileContext } from '../service/reconcile-context';
import { remoteAsFailure } from '../service/remote-as-failure';
import { callOf } from '../service/remote-call';
import { sharingWalks } from '../service/shared-walks';
import { readLost } from '../service/shown-once';
import { checkAnswers } from '../staging/conflict-answers';
import { askHeirs, endedBy } from './ask-heirs';
import { askOwners } from './ask-owners';
import { dryRun } from './dry-run';
import { planHash } from './plan-hash';
import { askAnew } from './read-anew';
import { plannedIntents, readFacts } from './read-facts';
import { refreshTargets } from './refresh-targets';
import { resolveUnknown } from './resolve-unknown';

/** Applications asked at once, and in all: of further ones it is said that nobody counted. */
const width = 4;
const mostAsked = 50;

/** How many people each application has that a plan closes, or whose config it changes, by application; what cannot be asked is left out. Those that are closed first. */
async function readReach(
  { port }: ReconcileContext,
  { intents, rows }: Pick<PlanFacts, 'intents' | 'rows'>,
): Promise<ReadonlyMap<string, Reach>> {
  const reach = new Map<string, Reach>();
  if (port.countPeople === undefined) return reach;
  const asked = new Map<RecordId, 'nothing' | 'second-factors' | 'organizations'>();
  for (const { recordId } of intents.filter(closesPool)) asked.set(recordId, 'organizations');
  for (const intent of intents.filter(changesConfig))
    if (demandsSecondFactor(intent)) asked.set(intent.recordId, 'second-factors');
    else if (!asked.has(intent.recordId)) asked.set(intent.recordId, 'nothing');
  await inParallel([...asked].slice(0, mostAsked), width, async ([id, and]) => {
    const row = rows.get(recordKey('application', id)) as StoredRecord<'application'> | undefined;
    const counted = row && (await port.countPeople?.(row, and));
    if (counted?.ok) reach.set(id, counted.value);
  });
  return reach;
}

export interface PlanMade {
  readonly plan: Plan;
  /** What it was made from. */
  readonly facts: PlanFacts;
}

/** Makes a plan on the service's present state: looks up what is unknown, re-reads every target, then decides. */
export async function planNow(
  given: ReconcileContext,
  ids: readonly IntentId[] | undefined,
): Promise<Result<PlanMade>> {
  const context = sharingWalks(given);
  const unread = new Map<string, Failure>();
  for (const intent of await plannedIntents(context, ids)) {
    if (intent.state !== 'unknown' && !isDoubtful(intent)) continue;
    const end = await resolveUnknown(context, intent);
    if (end === 'again') continue;
    if (end.kind === 'stop') return { ok: false, error: end.failure };
    if (end.kind === 'unknown') unread.set(recordKey(intent.entity, intent.recordId), stillUnknown(intent));
  }
  const intents = await plannedIntents(context, ids);
  const refreshed = await refreshTargets(context, intents);
  if (refreshed.stop !== null) return { ok: false, error: remoteAsFailure(refreshed.stop) };
  const anew = await askAnew(context, refreshed.gone);
  const gone = new Map(refreshed.gone.map(({ row }) => [row.id, row]));
  const heirs = await askHeirs(
    context,
    endedBy(intents, ({ recordId }) => gone.get(recordId)),
  );
  const unasked = anew.stop ?? heirs.stop ?? (await askOwners(context, intents));
  if (unasked !== null) return { ok: false, error: remoteAsFailure(unasked) };
  for (const [key, failure] of [...refreshed.unread, ...anew.unread, ...heirs.unread])
    unread.set(key, failure);
  const options = { unread, retryRefused: ids !== undefined };
  const facts = await readFacts(context, intents, options);
  const marked = await markConflicts(context, facts);
  const settled =
    marked === 0 ? facts : await readFacts(context, await plannedIntents(context, ids), options);
  const now: PlanFacts = {
    ...settled,
    dryRunRefusals: await dryRun(context, settled),
    reach: await readReach(context, settled),
  };
  const made = makePlan(now, callOf(context.port, now), context.port.requestsPer10s);
  const answers = await checkAnswers(context.store, made.steps);
  const lostSecrets = [...(await readLost(context))];
  return success({ plan: { ...made, hash: planHash(now), answers, lostSecrets }, facts: now });
}

/** A creation whose answer was lost and of which something like it was found: that may be gone by now. */
const isDoubtful = ({ state, action }: Intent): boolean => state === 'conflict' && action.verb === 'create';

const stillUnknown = ({ label }: Intent): Failure => ({
  code: 'service-error',
  message: t('It could not be looked up whether the change of {label} reached the service. It is kept.', {
    label,
  }),
  next: t('Reconcile again in a while.'),
});

/** Conflicts that the fresh read shows are kept with their intents, so that every screen shows them; past ones end. */
async function markConflicts({ store, now }: ReconcileContext, facts: PlanFacts): Promise<number> {
  const at = now();
  const marked = facts.intents.flatMap((intent): Intent[] => {
    if (intent.action.verb === 'create' || (intent.state !== 'staged' && intent.state !== 'conflict'))
      return [];
    const { verdict, theirs } = classify(intent, serverOf(facts, intent.entity, intent.recordId));
    if (verdict === 'conflict')
      return intent.state === 'conflict' && intent.theirs !== null
        ? []
        : [{ ...intent, state: 'conflict', theirs: { value: theirs, seenAt: at } }];
    return intent.state === 'conflict' ? [{ ...intent, state: 'staged', theirs: null }] : [];
  });
  if (marked.length > 0)
    await store.write(async () => {
      const current = await store.intents({ ids: marked.map(({ id }) => id) });
      const states = new Map(current.map(({ id, state }) => [id, state]));
      const open = marked.filter(({ id }) => states.get(id) === 'staged' || states.get(id) === 'conflict');
      return intentBatch(store, open);
    });
  return marked.length;
}
