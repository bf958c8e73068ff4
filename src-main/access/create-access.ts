import type { Audit } from '@main/audit/audit';
import { noCopyThen } from '@main/audit/create-audit';
import type { Store } from '@main/store/store';
import type {
  AccessDifference,
  AccessEffect,
  AccessMoment,
  AssertionsQuery,
  DifferenceQuery,
  EffectQuery,
  HolderPage,
  PersonAccess,
  TriedAssertions,
  WhatCanQuery,
  WhoCanQuery,
  WhyQuery,
} from '@shared/contract/access';
import { type Failure, failure, type Result, success } from '@shared/contract/failure';
import type { AccessAnswer } from '@shared/domain/access/access-answer';
import type { Assertion, Verdict } from '@shared/domain/access/assertion';
import { decideAccess } from '@shared/domain/access/decide-access';
import type { Capabilities } from '@shared/domain/capabilities';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import { accessDifference } from './access-difference';
import type { AccessView } from './access-view';
import { entriesEffect } from './entries-effect';
import { missingName } from './missing-name';
import { pastView } from './past-view';
import { presentView } from './present-view';
import { tryAssertions } from './try-assertions';
import { whatCan } from './what-can';
import { whoCan } from './who-can';

/**
 * Who can do what. Fails with `not-found` before the first complete copy, for moments before it, where a list that decides was never
 * copied, and for a permission, an organization or a person that there is none of: "nobody" would be true, and say nothing.
 */
export interface Access {
  /** What access is decided by at a moment, for those who ask more of it than these. */
  view(when: AccessMoment): Promise<Result<AccessView>>;
  /** Why somebody may hold something of whom a view knows nothing; null where it tells of everybody. */
  gap(when: AccessMoment): Promise<Gap | null>;
  whoCan(query: WhoCanQuery): Promise<Result<HolderPage>>;
  whatCan(query: WhatCanQuery): Promise<Result<PersonAccess>>;
  why(query: WhyQuery): Promise<Result<AccessAnswer>>;
  /** Refused as a whole where a name of one of them is nowhere; fails as well where some are not known and none is known not to hold. */
  assert(query: AssertionsQuery): Promise<Result<TriedAssertions>>;
  /** Each by itself, in their order. @param goesOn asked in between; throws to give it up */
  assertEach(query: AssertionsQuery, goesOn: () => void): Promise<Result<readonly Result<Verdict>[]>>;
  difference(query: DifferenceQuery): Promise<Result<AccessDifference>>;
  effect(query: EffectQuery): Promise<Result<AccessEffect>>;
}

/** What the copy lacks of a list that decides, as a sentence. */
export interface Gap {
  /** `refused`: as it is now nobody knows it; `unread`: of single records. */
  readonly kind: 'refused' | 'unread';
  /** So many at most may hold something unseen. */
  readonly most: number;
  readonly why: string;
  readonly next: string;
}

/** Views are kept until something is written: a screen asks several questions of one moment. */
const mostViews = 4;

/** What is known of the copy that access is decided by. */
export interface KnownCopy {
  /** Which lists this workspace copies, and why one of them was refused. */
  capabilities(): Promise<Capabilities>;
  /** Whether a list was ever walked to its end, since when (ms; 0 where that is not kept), how many of its records could not be read, and why it is refused or not complete since. */
  walked(entity: EntityName): Promise<{
    readonly ended: boolean;
    readonly since: number;
    readonly unread: number;
    readonly failure: Failure | null;
  }>;
}

/** Without these nobody would hold anything. */
const decisive: readonly EntityName[] = ['role', 'organization', 'user', 'membership'];

export function createAccess(store: Store, audit: Pick<Audit, 'range'>, copy: KnownCopy): Access {
  const views = new Map<string, Promise<Result<AccessView>>>();
  store.subscribe(({ entities, intents, history }) => {
    if (entities.size > 0 || intents || history) views.clear();
  });

  function viewOf(when: AccessMoment): Promise<Result<AccessView>> {
    const key = JSON.stringify(when);
    const known = views.get(key);
    if (known !== undefined) return known;
    if (views.size >= mostViews) views.clear();
    const made = makeView(when);
    views.set(key, made);
    const forget = (): boolean => views.get(key) === made && views.delete(key);
    // A failure ends without anything being written: with the first sweep, say.
    made.then((view) => view.ok || forget(), forget);
    return made;
  }

  /** Why nothing can be told of any moment; null where it can. */
  async function lack(): Promise<Result<never> | null> {
    const known = await copy.capabilities();
    const { from } = await audit.range();
    for (const entity of decisive) {
      const list = known[`list.${entity}`];
      // Of a list that was cut off before its first end some rows are here: the others are as unknown as all of them.
      if ((await copy.walked(entity)).ended || (list?.state === 'available' && from === 0)) continue;
      const { many } = entityWords[entity];
      const why = t('Who can do what is not known: {many} are not copied here.', { many });
      if (list?.state === 'available') return failure('not-found', why, t('Sync, then ask again.'));
      return failure(
        'not-found',
        [why, ...(list?.reason ? [list.reason] : [])].join(' '),
        list?.next ?? t('Ask in the workspace of the pool of people.'),
      );
    }
    return null;
  }

  async function gap(when: AccessMoment): Promise<Gap | null> {
    for (const entity of decisive) {
      const { many } = entityWords[entity];
      const { unread, failure: since } = await copy.walked(entity);
      // What was is not told otherwise by a list that is refused since.
      if (when.kind !== 'at' && since !== null)
        return { kind: 'refused', most: 0, why: since.message, next: since.next };
      if (unread > 0)
        return {
          kind: 'unread',
          // Nobody knows whom a role that cannot be read gives something.
          most: (await copy.walked('role')).unread > 0 ? Infinity : (await copy.walked('membership')).unread,
          why: t('{unread, number} of the {many} that the service lists could not be read.', {
            unread,
            many,
          }),
          next: t('See which ones on the screen Sync, or in status; then sync again.'),
        };
    }
    return null;
  }

  /** A verdict that stands only if nothing was left out of the copy: that something holds, or that too few hold it. */
  const known = (assertion: Assertion, verdict: Result<Verdict>, lacking: Gap | null): Result<Verdict> =>
    verdict.ok && lacking !== null && (verdict.value.holds || !isShort(assertion, verdict.value, lacking))
      ? failure(
          'incomplete',
          t('"{name}": whether it holds is not known. {why}', {
            name: verdict.value.name,
            why: lacking.why,
          }),
          lacking.next,
        )
      : verdict;

  async function assertEach(
    { assertions, when }: AssertionsQuery,
    goesOn?: () => void,
  ): Promise<Result<readonly Result<Verdict>[]>> {
    const tried = await at(when, (view) => tryAssertions(store, view, assertions, goesOn));
    if (!tried.ok) return tried;
    const lacking = await gap(when);
    return success(
      assertions.flatMap((assertion, at) => {
        const verdict = tried.value[at];
        return verdict === undefined ? [] : [known(assertion, verdict, lacking)];
      }),
    );
  }

  async function makeView(when: AccessMoment): Promise<Result<AccessView>> {
    const lacking = await lack();
    if (lacking !== null) return lacking;
    const { from } = await audit.range();
    if (when.kind === 'at') {
      // A list that was refused at first came later without a word in history: its rows say nothing of before.
      const since = await Promise.all(decisive.map(async (entity) => (await copy.walked(entity)).since));
      return from === 0 || when.at < Math.max(from, ...since)
        ? noCopyThen()
        : success(await pastView(store, when.at));
    }
    return from === 0 ? noCopyYet() : success(presentView(store, when.kind === 'after'));
  }

  async function at<T>(when: AccessMoment, read: (view: AccessView) => Promise<T>): Promise<Result<T>> {
    const view = await viewOf(when);
    return view.ok ? success(await read(view.value)) : view;
  }

  return {
    view: viewOf,
    gap,
    whoCan: async (query) => {
      const view = await viewOf(query.when);
      if (!view.ok) return view;
      const missing = await missingName([view.value], query);
      return missing === null ? success(await whoCan(store, view.value, query)) : noneOf(missing);
    },
    whatCan: (query) => at(query.when, (view) => whatCan(view, query)),
    why: (query) => at(query.when, (view) => why(store, view, query)),
    assert: async (query) => {
      const tried = await assertEach(query);
      return tried.ok ? allOf(query.assertions, tried.value) : tried;
    },
    assertEach,
    difference: async (query) => {
      const from = await viewOf(query.from);
      if (!from.ok) return from;
      const to = await viewOf(query.to);
      if (!to.ok) return to;
      const missing = await missingName([from.value, to.value], query);
      return missing === null
        ? success(await accessDifference(store, from.value, to.value, query))
        : noneOf(missing);
    },
    effect: async ({ seqs }) => {
      const lacking = await lack();
      if (lacking !== null) return lacking;
      return entriesEffect(store, (await audit.range()).from, seqs);
    },
  };
}

/** Whether what offends an assertion does so whoever was left out. */
const isShort = (assertion: Assertion, { offenders }: Verdict, { most }: Gap): boolean =>
  !('every' in assertion) || offenders.some(({ count }) => count + most < assertion.atLeast);

/** Of half a copy "nobody" could be true as well. */
const noCopyYet = (): Result<never> =>
  failure(
    'not-found',
    t('Tenantry has no complete copy yet, so it cannot say who can do what.'),
    t('Ask again after the first sync.'),
  );

const noneOf = ({ what, next }: { readonly what: string; readonly next: string }): Result<never> =>
  failure('not-found', t('There is no {what} at that moment.', { what }), next);

/** One that does not hold weighs more than those that nobody knows of: these are told beside it, and fail the whole where nothing else does. */
function allOf(
  asked: AssertionsQuery['assertions'],
  tried: readonly Result<Verdict>[],
): Result<TriedAssertions> {
  const assertions: Verdict[] = [];
  const notKnown: TriedAssertions['notKnown'] = [];
  for (const [at, one] of tried.entries()) {
    if (one.ok) assertions.push(one.value);
    else if (one.error.code === 'incomplete')
      notKnown.push({ name: asked[at]?.name ?? '', why: one.error.message, next: one.error.next });
    else
      return failure(
        one.error.code,
        t('{message} Nothing was tried.', { message: one.error.message }),
        one.error.next,
      );
  }
  const [first] = notKnown;
  return first !== undefined && assertions.every(({ holds }) => holds)
    ? failure('incomplete', notKnown.map((one) => one.why).join(' '), first.next)
    : success({ assertions, notKnown });
}

async function why(
  store: Store,
  view: AccessView,
  { userId, permissionKey, organizationId, when }: WhyQuery,
): Promise<AccessAnswer> {
  const catalog = await view.catalog();
  const person = (await view.persons([userId])).get(userId) ?? null;
  const place = (await view.places([organizationId])).get(organizationId) ?? null;
  const members = await view.membersOf(userId);
  const member = members.find((each) => each.organizationId === organizationId) ?? null;
  const seats = member === null ? undefined : await view.seatsFor(member);
  const email = member === null && when.kind !== 'at' ? person?.email : undefined;
  const invitations = email
    ? await store.list('invitation', [
        { field: 'email', op: 'eq', value: email },
        { field: 'organizationId', op: 'eq', value: organizationId },
      ])
    : [];
  const invited = invitations.find(({ status }) => status === 'pending');
  return decideAccess(catalog, {
    person,
    place: place === null || seats === undefined ? place : { ...place, seats },
    member,
    permissionKey,
    invitedAs: invited === undefined ? '' : (catalog.grants.get(invited.role)?.name ?? invited.role),
  });
}
