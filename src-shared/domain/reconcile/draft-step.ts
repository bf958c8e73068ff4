import { t } from '../../language/t';
import { type IntentId, isProvisional } from '../ids';
import type { Intent, IntentAction } from '../intent';
import type { JsonValue } from '../json';
import type { Verdict } from '../plan/plan-step';
import { fieldAt } from '../records/fields-of';
import type { RemoteRecord } from '../records/record-map';
import { labelOf } from '../rules/label-of';
import { type Heir, type PlanFacts, serverOf } from '../rules/plan-facts';
import type { Classification } from '../rules/rules';
import { rulesOf } from '../rules/rules-of';
import { isListed, parkingValue, type SingleValue } from '../rules/single-values';
import type { ValueMoves } from '../rules/value-moves';
import { classify } from './classify';
import { creationsUnder } from './order-steps';

/** An intent with what is to become of it. */
export interface DraftStep {
  readonly intent: Intent;
  readonly verdict: Verdict;
  readonly theirs: JsonValue;
  readonly reason: string;
  readonly dependsOn: readonly IntentId[];
}

/** True for a step that would be sent without anybody deciding anything. */
export function isSendable({ verdict }: Pick<DraftStep, 'verdict'>): boolean {
  return verdict === 'clean' || verdict === 'merged';
}

/** The step of one intent, seen on its own. `held`: the record as the service will hold it when its turn comes, as far as steps that go come before it. */
export function draftStep(
  facts: PlanFacts,
  intent: Intent,
  moves: ValueMoves,
  held: RemoteRecord | null,
): DraftStep {
  const found = classified(facts, intent, held);
  const verdict = found.verdict === 'conflict' && facts.decided?.has(intent.id) ? 'clean' : found.verdict;
  const seen = { intent, dependsOn: dependencies(facts, intent, moves), ...found, verdict };
  const anew = facts.anew.get(intent.recordId);
  if (anew !== undefined) return { ...seen, verdict: 'refused', ...madeAnew(intent, anew) };
  const heir = facts.heirs?.get(intent.recordId);
  if (heir !== undefined && verdict === 'no-op')
    return { ...seen, verdict: 'refused', ...replacedOtherwise(intent, heir) };
  if (!isSendable(seen)) return seen;
  const against = refusalOf(facts, intent, moves) ?? barredBy(intent, held);
  if (against !== null) return { ...seen, verdict: 'refused', reason: against };
  const note = rulesOf(intent.entity).noted?.(facts, intent) || sharedWith(moves.taken.get(intent.id));
  if (note !== '') return { ...seen, reason: note };
  if (!moves.parked.has(intent.id)) return seen;
  return {
    ...seen,
    reason: t('Values are exchanged: it goes by way of {value}.', { value: parkingValue(intent) }),
  };
}

function classified(facts: PlanFacts, intent: Intent, held: RemoteRecord | null): Classification {
  const { action, entity, recordId } = intent;
  if (intent.state === 'refused' && !facts.retryRefused) {
    const { message: said = '', status = 0 } = intent.outcome ?? {};
    // What was found by looking is in our own words.
    const reason = status >= 400 ? t('The service said: {said}', { said }) : said;
    return { verdict: 'refused', theirs: null, reason };
  }
  if (action.verb === 'create')
    return intent.state === 'conflict'
      ? { verdict: 'conflict', theirs: intent.theirs?.value ?? null, reason: doubtful }
      : (rulesOf(entity).foreseen?.(facts, intent, action.values) ?? notOurs);
  if (isProvisional(recordId)) return { verdict: 'clean', theirs: baseOf(action), reason: '' };
  // An edit is compared with what somebody else may have written; an act is done to what is there by then.
  return classify(intent, action.verb === 'perform' ? held : serverOf(facts, entity, recordId));
}

const notOurs: Classification = {
  verdict: 'refused',
  theirs: null,
  reason: t('Tenantry cannot create this on the service.'),
};

/** What is said of a change whose record is gone and stands there again under another id. */
export function madeAnew({ entity }: Intent, anew: RemoteRecord): Pick<DraftStep, 'theirs' | 'reason'> {
  const { id } = anew;
  if ('userName' in anew && 'roleName' in anew) {
    const { userName, roleName } = anew;
    const reason = t(
      '{userName} was removed and made a member anew, as {roleName} ({id}). The change was meant for the former membership: it is kept, and not sent. Make it again on the new one, or withdraw it.',
      { userName, roleName, id },
    );
    return { theirs: anew.role, reason };
  }
  const reason = t(
    '{label} was removed and made anew ({id}). The change was meant for the former one: it is kept, and not sent. Make it again on the new one, or withdraw it.',
    { label: labelOf(entity, anew, ''), id },
  );
  return { theirs: id, reason };
}

/** What is said of a replacement whose record somebody else replaced, by another one. */
export const replacedOtherwise = (
  { label }: Pick<Intent, 'label'>,
  { mine, theirs }: Heir,
): Pick<DraftStep, 'theirs' | 'reason'> => ({
  theirs,
  reason: t(
    '{label} was replaced meanwhile, by {theirs} and not by {mine}. The change is kept, and not sent: withdraw it, or replace {theirs} as well.',
    { label, theirs, mine },
  ),
});

const doubtful = t(
  'The answer to its creation was lost, and the service has one like it, which may be ours or somebody else’s.',
);

/** Why the service would refuse a step that looks clean in itself. */
function refusalOf(facts: PlanFacts, intent: Intent, moves: ValueMoves): string | null {
  const { action, id } = intent;
  const taken = moves.taken.get(id);
  if (taken !== undefined && !isListed(taken.entity, taken.field))
    return t('{field} {value} is taken by {by} on the service, and nothing here gives it up.', {
      ...asTold(taken),
      by: taken.by,
    });
  const twice = moves.twice.get(id);
  if (twice !== undefined && !isListed(twice.entity, twice.field))
    return t('{field} {value} goes to {label} in this plan already.', {
      ...asTold(twice),
      label: twice.by.label,
    });
  if (moves.stuck.has(id))
    return t(
      'Values are exchanged in a ring, and each waits for the other: nothing can go first. Give one of them up in a change set of its own, and take it in the next.',
    );
  if (action.verb === 'update' && action.field === 'role' && !facts.roles.has(String(action.value)))
    return t('The service has no role {role} any more.', { role: String(action.value) });
  const said = facts.dryRunRefusals?.get(id);
  return said === undefined ? null : t('The service would say: {said}', { said });
}

/** Who has one of a list's values too. No source says that two may not: the service decides (`POST /enterprise_connections`). */
function sharedWith(taken: (SingleValue & { readonly by: string }) | undefined): string {
  if (taken === undefined) return '';
  return t('On the service {by} has {value} too, and it may refuse a second one.', taken);
}

/** Why an edit cannot be made of the record as it will be then; null where it can. */
function barredBy({ entity, action }: Intent, held: RemoteRecord | null): string | null {
  if (held === null || action.verb !== 'update') return null;
  return rulesOf(entity).against?.(held, action.field, action.value)?.failure.message ?? null;
}

const asTold = ({ entity, field, value }: SingleValue) => ({
  field: fieldAt(entity, field)?.label ?? field,
  value,
});

const baseOf = (action: IntentAction): JsonValue => (action.verb === 'update' ? action.base : null);

const none: readonly IntentId[] = [];

/** Steps that must have been answered before this one can be sent. */
function dependencies(facts: PlanFacts, intent: Intent, moves: ValueMoves): readonly IntentId[] {
  const needed = [
    ...creationsUnder(facts, intent),
    ...(moves.waitsFor.get(intent.id) ?? []),
    ...(moves.leansOn.get(intent.id) ?? []),
  ];
  return needed.length === 0 ? none : [...new Set(needed.map(({ id }) => id))];
}
