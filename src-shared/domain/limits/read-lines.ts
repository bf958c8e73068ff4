import { z } from 'zod';
import { gather } from '../../gather';
import { t } from '../../language/t';
import { Moment } from '../books/book';
import { books, type ValueOf } from '../books/books';
import { LimitName, LimitValue } from '../books/customer-plan';
import type { Override } from '../books/customer-subscription';
import { jsonEqual } from '../json';
import { notKnownYet } from '../not-known-yet';
import { isUnlimited } from './is-unlimited';

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
export type SubscriptionCells = Readonly<Partial<Record<(typeof subscriptionColumns)[number], string>>>;

/** A line with its number, as an editor counts. */
export interface SubscriptionLine {
  readonly line: number;
  readonly cells: SubscriptionCells;
}

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
  /** Whether it was seen that there is no such application. */
  readonly isAbsent: (id: string) => boolean;
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

/** A subscription while lines are read: overrides that it had, and those that the file has, which come after them and so count. */
interface Draft extends Pick<Subscription, 'plan' | 'since'> {
  readonly rest: readonly Override[];
  readonly said: readonly Override[];
}

/**
 * Lines of a file, each with a plan for a customer, or an override, or both. Later lines of a customer stand on the earlier ones; a line
 * that is refused changes nothing. Applications and plans go by id, or by a name that only one has. Pure.
 */
export function readSubscriptionLines(lines: readonly SubscriptionLine[], known: Known): ReadLines {
  const [applications, plans] = [idsIn(known.applications), idsIn(known.plans)];
  const drafts = new Map<string, Draft>();
  // What a line comes to is known after the last one: overrides of later lines stand behind its own.
  const told = lines.map(({ line, cells }): (() => LineOutcome) => {
    const { application = '' } = cells;
    const [id, ...namesakes] = applications(application);
    const name = (id !== undefined && known.applications.get(id)) || application;
    const refused = (why: string) => (): LineOutcome => ({ line, name, outcome: 'refused', why });
    if (id === undefined)
      return refused(
        known.isAbsent(application)
          ? t('There is no application “{application}”', { application })
          : notKnownYet('application', `“${application}”`),
      );
    if (namesakes.length > 0)
      return refused(t('Several applications are called “{application}”: give an id', { application }));
    const held = known.held.get(id);
    const before = drafts.get(id);
    const override = overrideOf(cells);
    if (typeof override === 'string') return refused(override);
    const base = before ?? draftOf(held, known.now);
    const after = applied(base, cells, override, plans, known.now);
    if (typeof after === 'string') return refused(after);
    const read = books.customerSubscription.value.safeParse(wholeOf(after, held));
    if (!read.success) return refused(read.error.issues.map(({ message }) => message).join(', '));
    drafts.set(id, after);
    const isNew = held === undefined && before === undefined;
    const isOther = after.plan !== base.plan || after.since !== base.since;
    return () => {
      const final = drafts.get(id) ?? after;
      const isSame = !isOther && (override === null || isKept(override, held, final));
      const outcome = isNew ? 'new' : isSame ? 'same' : 'changed';
      return { line, name, outcome, why: isSame && !isNew ? '' : notCounting(after, override, known.now) };
    };
  });
  const put = new Map<string, Subscription>();
  for (const [id, draft] of drafts) {
    const held = known.held.get(id);
    const whole = wholeOf(draft, held);
    if (held === undefined || !jsonEqual(held, whole)) put.set(id, whole);
  }
  return { rows: told.map((tell) => tell()), put };
}

const draftOf = (held: Subscription | undefined, now: number): Draft => ({
  plan: held?.plan ?? '',
  since: held?.since ?? now,
  rest: held?.overrides ?? [],
  said: [],
});

/** What a subscription would be; a text says why not. */
function applied(
  before: Draft,
  { plan = '', since = '' }: SubscriptionCells,
  override: Override | null,
  plans: (said: string) => readonly string[],
  now: number,
): Draft | string {
  const [planId, ...namesakes] = plan === '' ? [before.plan] : plans(plan);
  if (planId === undefined) return t('There is no plan “{plan}”', { plan });
  if (namesakes.length > 0) return t('Several plans are called “{plan}”: give an id', { plan });
  // Another plan begins when nothing else is said.
  const start = since !== '' ? timeOf(since) : planId === before.plan ? before.since : now;
  if (start === null) return noDate(since);
  if (override === null)
    return plan === '' && since === '' ? t('It says nothing') : { ...before, plan: planId, since: start };
  return {
    plan: planId,
    since: start,
    rest: before.rest.filter((each) => !isReplaced(each, override)),
    said: [...before.said.filter((each) => !jsonEqual(each, override)), override],
  };
}

/** The override of a line, null where it has none; a text says what is wrong with it. */
function overrideOf({
  limit = '',
  value = '',
  until = '',
  reason = '',
}: SubscriptionCells): Override | null | string {
  if (limit === '' && value === '')
    return until === '' && reason === '' ? null : t('“until” and “reason” are those of a limit: name it');
  if (limit === '') return t('It has a value and says of no limit: name it');
  const named = LimitName.safeParse(limit);
  if (!named.success)
    return t('“{limit}” is no limit: {options}', { limit, options: LimitName.options.join(', ') });
  const number = limitOf(value);
  if (number === null)
    return value === ''
      ? t('“{limit}” has no value: a whole number, or “unlimited”', { limit })
      : t('“{value}” is neither a whole number in digits alone (35, at most 1000000000) nor “unlimited”', {
          value,
        });
  const end = until === '' ? null : timeOf(until);
  if (until !== '' && end === null) return noDate(until);
  if (reason.trim() === '') return t('An override needs a reason');
  return { limit: named.data, value: number, reason: reason.trim(), until: end };
}

/**
 * Whether a line takes an override's place: one for the same reason, and one for good where its own is for good, behind which it
 * would never count again. All others stay.
 */
const isReplaced = (held: Override, by: Override): boolean =>
  held.limit === by.limit && (held.reason === by.reason || (held.until === null && by.until === null));

const ofLimit = (overrides: readonly Override[], limit: LimitName): readonly Override[] =>
  overrides.filter((each) => each.limit === limit);

/** Whether an override was there already with the very same ones behind it: the last one of a limit counts. */
function isKept(override: Override, held: Subscription | undefined, { rest, said }: Draft): boolean {
  const before = ofLimit(held?.overrides ?? [], override.limit);
  const place = before.findLastIndex((each) => jsonEqual(each, override));
  const after = ofLimit([...rest, ...said], override.limit);
  return place >= 0 && jsonEqual(before.slice(place), after.slice(place - before.length));
}

/** In the order that it had where no limit's overrides are others. */
function wholeOf({ plan, since, rest, said }: Draft, held: Subscription | undefined): Subscription {
  const overrides = [...rest, ...said];
  const before = held?.overrides ?? [];
  const isSame = LimitName.options.every((limit) =>
    jsonEqual(ofLimit(before, limit), ofLimit(overrides, limit)),
  );
  return { plan, since, overrides: isSame ? [...before] : overrides };
}

/** What is kept and counts otherwise than it reads, if anything. */
function notCounting({ since }: Draft, override: Override | null, now: number): string {
  if (override !== null && override.until !== null && override.until <= now)
    return t('it has ended, and counts for nothing');
  return since > now ? t('the plan counts from now on, whatever “since” says') : '';
}

/** Finds an id by itself, or the ids of all that have a name. */
function idsIn(names: ReadonlyMap<string, string>): (said: string) => readonly string[] {
  const byName = new Map<string, string[]>();
  for (const [id, name] of names) gather(byName, name.toLowerCase(), id);
  return (said) => (names.has(said) ? [said] : (byName.get(said.trim().toLowerCase()) ?? []));
}

/** As the book itself reads days and times, so that a file and the window mean the same by a day. */
const timeOf = (text: string): number | null => Moment.safeParse(text).data ?? null;
const noDate = (text: string): string =>
  t(
    '“{text}” is neither a day from 1970 on (2026-11-30) nor a time with its offset (2026-11-30T12:00:00+01:00)',
    { text },
  );

const limitOf = (text: string): LimitValue | null =>
  isUnlimited(text)
    ? 'unlimited'
    : /^\d+$/.test(text)
      ? (LimitValue.safeParse(Number(text)).data ?? null)
      : null;
