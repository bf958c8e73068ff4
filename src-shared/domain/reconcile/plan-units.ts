import { gathered } from '../../gather';
import { actOf } from '../acts';
import { type Customer, customerOf, hasCustomer, isCustomer } from '../customer-of';
import type { EntityName } from '../entity';
import { readField } from '../field-path';
import type { Intent } from '../intent';
import type { JsonValue } from '../json';
import type { PlanUnit } from '../plan/waves';
import { fieldAt } from '../records/fields-of';
import type { StoredRecord } from '../records/record-map';
import { labelOf } from '../rules/label-of';
import type { PlanFacts } from '../rules/plan-facts';
import { recordKey } from '../rules/staging-world';
import type { DraftStep } from './draft-step';
import { whatLasts } from './undo-of';

type Facts = Pick<PlanFacts, 'rows' | 'customers'>;

/**
 * The steps of a plan by customer, those that cannot go apart together, in the order that risks least: what can be taken back before
 * what cannot, trials (nothing but a development instance) before what people use, then by name. Empty where no customer is touched. Pure.
 */
export function planUnits(facts: Facts, steps: readonly DraftStep[]): PlanUnit[] {
  if (steps.every(({ intent }) => customerOfStep(facts, intent) === null)) return [];
  const placed = steps.map((step) => ({ ...step, customer: customerOfStep(facts, step.intent) }));
  const find = tied(placed);
  return [...gathered(placed, (step) => find(nodeOf(step))).values()]
    .map((own) => asUnit(facts, own))
    .sort(byRisk)
    .map(({ unit }) => unit);
}

interface Placed extends DraftStep {
  readonly customer: Customer | null;
}

/** The customer that a step belongs to; null for none. */
export function customerOfStep({ rows }: Pick<Facts, 'rows'>, { entity, recordId }: Intent): Customer | null {
  if (!hasCustomer(entity)) return null;
  return customerOf(entity, rows.get(recordKey(entity, recordId)) ?? { id: recordId });
}

/** What ends up in one unit in any case: a customer, or a record of none. */
const nodeOf = ({ customer, intent }: Placed): string =>
  customer === null ? recordKey(intent.entity, intent.recordId) : recordKey(customer.entity, customer.id);

/** Which nodes must go together: one waits for the other, one takes a value that only one may have and the other has or takes, or one is deleted and another names it. */
function tied(steps: readonly Placed[]): (node: string) => string {
  const above = new Map<string, string>();
  const find = (node: string): string => {
    let at = node;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
    return at;
  };
  const tie = (a: string, b: string): void => {
    const [one, other] = [find(a), find(b)];
    if (one !== other) above.set(one, other);
  };
  const nodes = new Map(steps.map((step) => [step.intent.id, nodeOf(step)]));
  const deleted = new Set(
    steps
      .filter(({ intent: { entity, action } }) => isCustomer(entity) && action.verb === 'delete')
      .map(nodeOf),
  );
  const takers = new Map<string, string>();
  for (const step of steps)
    for (const value of uniqueValues(step.intent).taken) {
      tie(nodeOf(step), takers.get(value) ?? nodeOf(step));
      takers.set(value, nodeOf(step));
    }
  for (const step of steps) {
    const node = nodeOf(step);
    for (const id of step.dependsOn) tie(node, nodes.get(id) ?? node);
    for (const value of uniqueValues(step.intent).given) tie(node, takers.get(value) ?? node);
    for (const named of namedCustomers(step.intent)) if (deleted.has(named)) tie(node, named);
  }
  return find;
}

const isUnique = (entity: EntityName, field: string): boolean => fieldAt(entity, field)?.unique === true;

/** Values of which the service has each once, that a step takes, and gives up. */
function uniqueValues({ entity, action }: Intent): Readonly<Record<'taken' | 'given', readonly string[]>> {
  const among = (values: Readonly<Record<string, JsonValue>>): readonly string[] =>
    Object.entries(values).flatMap(([field, value]) =>
      isUnique(entity, field) && typeof value === 'string' && value !== '' ? [value.toLowerCase()] : [],
    );
  if (action.verb === 'update')
    return { taken: among({ [action.field]: action.value }), given: among({ [action.field]: action.base }) };
  return action.verb === 'delete'
    ? { taken: [], given: among(action.base) }
    : { taken: among(action.values), given: [] };
}

/** Customers that the values of a step name, such as the template of a new one. */
function namedCustomers({ entity, action }: Intent): readonly string[] {
  if (!('values' in action)) return [];
  const taken = action.verb === 'perform' ? actOf(entity, action.operation)?.values : undefined;
  return Object.entries(action.values).flatMap(([name, value]) => {
    const to = (taken === undefined ? fieldAt(entity, name) : taken[name])?.to as EntityName | undefined;
    return to !== undefined && isCustomer(to) ? [recordKey(to, String(value))] : [];
  });
}

/** What of a customer decides when it goes: its name, and whether it is a trial (nothing but a development instance). */
export function weightOf(row: StoredRecord): { readonly name: JsonValue; readonly trial: boolean } {
  return {
    name: readField(row, 'name') ?? '',
    trial: readField(row, 'environment') === 'development',
  };
}

function asUnit({ customers: known }: Facts, steps: readonly Placed[]) {
  const customers = new Map<string, PlanUnit['customers'][number]>();
  let trial = true;
  for (const { customer, intent } of steps) {
    if (customer === null) continue;
    const row = known?.get(customer.id);
    trial &&= row !== undefined && weightOf(row).trial;
    const name = row === undefined ? customer.id : labelOf(customer.entity, row, '');
    const one = customers.get(customer.id) ?? { id: customer.id, name, intentIds: [] };
    one.intentIds.push(intent.id);
    customers.set(customer.id, one);
  }
  const byName = [...customers.values()].sort((a, b) => a.name.localeCompare(b.name));
  const others = steps.filter(({ customer }) => customer === null).map(({ intent }) => intent.id);
  return {
    unit: { customers: byName, others } satisfies PlanUnit,
    lasts: steps.some(({ intent }) => whatLasts(intent) !== ''),
    trial,
    name: byName[0]?.name ?? '',
  };
}

type Weighed = ReturnType<typeof asUnit>;

function byRisk(a: Weighed, b: Weighed): number {
  const none = ({ unit }: Weighed): boolean => unit.customers.length === 0;
  return (
    Number(none(a)) - Number(none(b)) ||
    Number(a.lasts) - Number(b.lasts) ||
    Number(b.trial) - Number(a.trial) ||
    a.unit.customers.length - b.unit.customers.length ||
    a.name.localeCompare(b.name)
  );
}
