import { brokenOff } from '@main/books/background';
import { type FindingOutcome, mostHits } from '@shared/contract/findings';
import type { Capabilities, Capability } from '@shared/domain/capabilities';
import { EntityName } from '@shared/domain/entity';
import { type Acceptance, acceptedOf, isAccepted, isAnsweredFor } from '@shared/domain/findings/acceptance';
import type { AnyCheck, Check } from '@shared/domain/findings/check';
import { wordsOf } from '@shared/domain/findings/checks';
import type { BlindSpot, CheckWords, Hit } from '@shared/domain/findings/finding';
import type { FactName } from '@shared/domain/findings/finding-facts';
import { t } from '@shared/language/t';
import { hitsIn, type Scope } from './in-scope';
import { findOwn, type OwnCheck, ownWords, type ReadRows, readBy } from './own-checks';
import type { ReadFacts } from './read-facts';

/** What became of a check, with its hits: of one of one's own the first `mostHits`, and those that were asked for. */
export interface Tried {
  readonly outcome: FindingOutcome;
  readonly hits: readonly Hit[];
}

export interface TryContext {
  readonly now: number;
  readonly acceptances: readonly Acceptance[];
  readonly capabilities: Capabilities;
  /** Whether the instance serves real people; `null` where each application says so itself. */
  readonly production: boolean;
  /** A record that is asked for, and told also where more are hit than are kept; '' for none. */
  readonly record: string;
  /** What it is narrowed to; null for the whole instance. */
  readonly scope: Scope | null;
  /** How many records of a list could not be read. */
  readonly unread: (entity: EntityName) => Promise<number>;
}

type Lack = Pick<FindingOutcome, 'reason' | 'next'> & Partial<Pick<FindingOutcome, 'applies'>>;

const development: Lack = {
  reason: t('This is a development instance, where localhost is meant to be allowed.'),
  next: t('Look at the production instance.'),
  applies: false,
};

/** Tries one of the checks that Tenantry comes with. What it asks for and is not copied is said, and never counts as fine. */
export async function tryCheck(check: AnyCheck, facts: ReadFacts, context: TryContext): Promise<Tried> {
  const lack = lackOf(check, context);
  if (lack !== null) return untried(wordsOf(check), lack, context.now);
  const came = await found(check as Check, facts, context).catch(brokenLook);
  if ('reason' in came) return untried(wordsOf(check), came, context.now);
  const lists = EntityName.options.filter((entity) => check.needs.includes(`list.${entity}`));
  const incomplete = await incompleteOf([check.entity, ...lists], context);
  return tried(wordsOf(check), { ...came, total: came.all.length, incomplete }, context);
}

async function found<F extends FactName>(
  check: Check<F>,
  read: ReadFacts,
  { now, scope }: Pick<TryContext, 'now' | 'scope'>,
): Promise<Lack | Pick<Found, 'all' | 'blind'>> {
  const facts = await read(check.facts);
  const lack = check.lack?.(facts) ?? null;
  if (lack !== null) return lack;
  const blind = check.blind?.(facts) ?? [];
  const ids = blind.map(({ recordId }) => recordId);
  const own = scope === null ? null : await scope.own(check.entity, ids);
  return {
    all: await hitsIn(scope, check.find(facts, now)),
    blind: blind.filter(({ recordId }) => own?.has(recordId) ?? true),
  };
}

export async function tryOwn(rows: ReadRows, entry: OwnCheck, context: TryContext): Promise<Tried> {
  const words = ownWords(entry);
  const read = readBy(entry);
  const lack = lackOf({ needs: read.map((entity) => `list.${entity}` as const) }, context);
  if (lack !== null) return untried(words, lack, context.now);
  const { records } = acceptedOf(context.acceptances, words.id, context.now);
  const also = [...records.keys(), context.record].filter((id) => id !== '');
  const found = await findOwn(rows, entry, { also, scope: context.scope?.id }).catch(brokenLook);
  if ('reason' in found) return untried(words, found, context.now);
  if (!found.ok) return untried(words, { reason: found.error.message, next: found.error.next }, context.now);
  const { hits, ...counts } = found.value;
  const incomplete = await incompleteOf(read, context);
  return tried(words, { all: hits, ...counts, blind: [], incomplete }, context);
}

/** The lists that a check goes by of which records could not be read. */
async function incompleteOf(
  entities: readonly EntityName[],
  { unread }: Pick<TryContext, 'unread'>,
): Promise<FindingOutcome['incomplete']> {
  const all = [...new Set(entities)].map(async (entity) => ({ entity, unread: await unread(entity) }));
  return (await Promise.all(all)).filter((one) => one.unread > 0);
}

/** A check that breaks off says so, and keeps no other from being tried. */
const brokenLook = (error: unknown): Lack => {
  const { message, next } = brokenOff(error);
  return { reason: message, next };
};

const isNothing: ReadonlySet<Capability['state']> = new Set(['off', 'missing', 'unpaid']);

/** What of its needs is not there. */
function lackOf(
  { needs, productionOnly }: Pick<AnyCheck, 'needs' | 'productionOnly'>,
  { capabilities, production }: TryContext,
): Lack | null {
  if (productionOnly && !production) return development;
  for (const need of needs) {
    // A list that this workspace does not walk is one of those that a token opens.
    const told = capabilities[need] ?? capabilities.platform;
    if (told === undefined || told.state === 'available') continue;
    // Without a token nobody has looked; what is off, what is not paid for, or what the service has not, holds nothing.
    return { ...told, applies: told === capabilities.platform || !isNothing.has(told.state) };
  }
  return null;
}

const untried = (check: CheckWords, { reason, next, applies = true }: Lack, triedAt: number): Tried => ({
  outcome: {
    ...{ check, state: 'untried', applies, reason, next, triedAt },
    ...{ total: 0, accepted: 0, staged: 0, mendable: 0, notKnown: 0 },
    ...{ notKnownAccepted: 0, blind: [], incomplete: [] },
  },
  hits: [],
});

interface Found extends Pick<FindingOutcome, 'incomplete'> {
  readonly all: readonly Hit[];
  readonly total: number;
  /** Of all of them: something is staged; those of `all` where it is not said. */
  readonly staged?: number;
  readonly blind: readonly BlindSpot[];
}

function tried(
  check: CheckWords,
  { all, total, blind, incomplete, staged: given }: Found,
  { now, acceptances }: TryContext,
): Tried {
  const accepted = acceptedOf(acceptances, check.id, now);
  const [open, kept] = [
    all.filter((hit) => !isAccepted(accepted, hit)),
    all.filter((hit) => isAccepted(accepted, hit)),
  ];
  const answered = blind.filter((spot) => isAnsweredFor(accepted, spot)).length;
  const stagedIn = (hits: readonly Hit[]): number => hits.filter(({ staged }) => staged).length;
  return {
    outcome: {
      check,
      state: total > 0 ? 'found' : 'clear',
      applies: true,
      total,
      accepted: accepted.whole === null ? kept.length : total,
      staged: accepted.whole === null ? (given ?? stagedIn(all)) - stagedIn(kept) : 0,
      mendable: open.filter(({ fix, staged }) => fix !== null && !staged).length,
      notKnown: blind.length - answered,
      notKnownAccepted: answered,
      blind: blind.slice(0, mostHits),
      incomplete,
      reason: '',
      next: '',
      triedAt: now,
    },
    // Open ones first: they are what is looked at, and mended.
    hits: [...open, ...kept],
  };
}

/** The same as it is counted by other acceptances, or in one organization; null where hits are not all at hand, and it must be tried anew. */
export async function recounted({ outcome, hits }: Tried, context: TryContext): Promise<Tried | null> {
  const { check, total, blind, incomplete, triedAt } = outcome;
  const spots = outcome.notKnown + outcome.notKnownAccepted;
  if (outcome.state === 'untried' || (outcome.state === 'clear' && spots === 0)) return { outcome, hits };
  if (hits.length < total || blind.length < spots || (context.scope !== null && spots > 0)) return null;
  const all = await hitsIn(context.scope, hits);
  const again = tried(check, { all, total: all.length, blind, incomplete }, context);
  return { ...again, outcome: { ...again.outcome, triedAt } };
}
