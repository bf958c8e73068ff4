import { z } from 'zod';
import type { ValueOf } from '../books/books';
import { LimitName, type LimitValue } from '../books/customer-plan';
import { jsonEqual } from '../json';

type Subscription = ValueOf<'customerSubscription'>;

/** Columns of a file of subscriptions; what is not in it stays as it is. */
export const subscriptionColumns = [
  'application',
  'plan',
  'since',
  'limit',
  'value',
  'until',
  'reason',
] as const;
export type SubscriptionLine = Readonly<Partial<Record<(typeof subscriptionColumns)[number], string>>>;

/** What becomes of a line. */
export const LineOutcome = z.object({
  line: z.number(),
  name: z.string(),
  outcome: z.enum(['same', 'changed', 'new', 'refused']),
  why: z.string(),
});
export type LineOutcome = z.infer<typeof LineOutcome>;

interface Known {
  /** Names of the applications, by id. */
  readonly applications: ReadonlyMap<string, string>;
  /** Names of the plans, by id. */
  readonly plans: ReadonlyMap<string, string>;
  readonly held: ReadonlyMap<string, Subscription>;
  readonly now: number;
}

export interface ReadLines {
  readonly rows: readonly LineOutcome[];
  /** The subscriptions that would be others, by application id. */
  readonly put: ReadonlyMap<string, Subscription>;
}

/**
 * Lines of a file, each with a plan for a customer, or an override, or both. Later lines of a customer stand on the earlier ones; a line
 * that is refused changes nothing. Applications and plans go by id, or by a name that only one has. Pure.
 *
 * @param first number of the first line, as an editor counts
 */
export function readSubscriptionLines(
  lines: readonly SubscriptionLine[],
  first: number,
  known: Known,
): ReadLines {
  const put = new Map<string, Subscription>();
  const rows = lines.map((cells, index): LineOutcome => {
    const line = first + index;
    const id = idOf(known.applications, cells.application ?? '');
    const name = (id !== null && known.applications.get(id)) || (cells.application ?? '');
    const refused = (why: string): LineOutcome => ({ line, name, outcome: 'refused', why });
    if (id === null) return refused(`There is no application “${cells.application ?? ''}”, or several`);
    const before = put.get(id) ?? known.held.get(id);
    const after = applied(before, cells, known);
    if (typeof after === 'string') return refused(after);
    if (before !== undefined && jsonEqual(before, after)) return { line, name, outcome: 'same', why: '' };
    put.set(id, after);
    return { line, name, outcome: before === undefined ? 'new' : 'changed', why: '' };
  });
  return { rows, put };
}

/** What a subscription would be; a text says why not. */
function applied(
  before: Subscription | undefined,
  { plan = '', since = '', limit = '', value = '', until = '', reason = '' }: SubscriptionLine,
  { plans, now }: Known,
): Subscription | string {
  const planId = plan === '' ? (before?.plan ?? '') : idOf(plans, plan);
  if (planId === null) return `There is no plan “${plan}”, or several`;
  const start = since === '' ? (before?.since ?? now) : timeOf(since);
  if (start === null) return `“${since}” is no date: 2026-11-30`;
  const overrides = [...(before?.overrides ?? [])];
  const next = { plan: planId, since: start, overrides };
  if (limit === '' && value === '') return plan === '' && since === '' ? 'It says nothing' : next;
  const named = LimitName.safeParse(limit);
  if (!named.success) return `“${limit}” is no limit: ${LimitName.options.join(', ')}`;
  const number = limitOf(value);
  if (number === null) return `“${value}” is neither a number nor “unlimited”`;
  const end = until === '' ? null : timeOf(until);
  if (until !== '' && end === null) return `“${until}” is no date: 2026-11-30`;
  if (reason.trim() === '') return 'An override needs a reason';
  const override = { limit: named.data, value: number, reason: reason.trim(), until: end };
  const others = overrides.filter((each) => each.limit !== named.data);
  const isSame = overrides.some((each) => jsonEqual(each, override));
  return isSame ? next : { ...next, overrides: [...others, override] };
}

/** By id, or by a name that one alone has; null otherwise. */
function idOf(names: ReadonlyMap<string, string>, said: string): string | null {
  if (names.has(said)) return said;
  const found = [...names].filter(([, name]) => name.toLowerCase() === said.trim().toLowerCase());
  const [only] = found;
  return found.length === 1 && only !== undefined ? only[0] : null;
}

const timeOf = (text: string): number | null => {
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
};

const limitOf = (text: string): LimitValue | null =>
  text.toLowerCase() === 'unlimited' ? 'unlimited' : /^\d{1,9}$/.test(text) ? Number(text) : null;
