import type { Audit } from '@main/audit/audit';
import { noCopyThen } from '@main/audit/create-audit';
import type { Store } from '@main/store/store';
import type {
  AccessDifference,
  AccessMoment,
  AssertionsQuery,
  DifferenceQuery,
  HolderPage,
  PersonAccess,
  TriedAssertions,
  WhatCanQuery,
  WhoCanQuery,
  WhyQuery,
} from '@shared/contract/access';
import { type Result, success } from '@shared/contract/failure';
import type { AccessAnswer } from '@shared/domain/access/access-answer';
import { decideAccess } from '@shared/domain/access/decide-access';
import { accessDifference } from './access-difference';
import type { AccessView } from './access-view';
import { pastView } from './past-view';
import { presentView } from './present-view';
import { tryAssertions } from './try-assertions';
import { whatCan } from './what-can';
import { whoCan } from './who-can';

/** Who can do what. Moments before the first complete copy fail with `not-found`. */
export interface Access {
  whoCan(query: WhoCanQuery): Promise<Result<HolderPage>>;
  whatCan(query: WhatCanQuery): Promise<Result<PersonAccess>>;
  why(query: WhyQuery): Promise<Result<AccessAnswer>>;
  assert(query: AssertionsQuery): Promise<Result<TriedAssertions>>;
  difference(query: DifferenceQuery): Promise<Result<AccessDifference>>;
}

/** Views are kept until something is written: a screen asks several questions of one moment. */
const mostViews = 4;

export function createAccess(store: Store, audit: Pick<Audit, 'range'>): Access {
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
    made.catch(() => views.delete(key));
    return made;
  }

  async function makeView(when: AccessMoment): Promise<Result<AccessView>> {
    if (when.kind !== 'at') return success(presentView(store, when.kind === 'after'));
    const { from } = await audit.range();
    return from === 0 || when.at < from ? noCopyThen() : success(await pastView(store, when.at));
  }

  async function at<T>(when: AccessMoment, read: (view: AccessView) => Promise<T>): Promise<Result<T>> {
    const view = await viewOf(when);
    return view.ok ? success(await read(view.value)) : view;
  }

  return {
    whoCan: (query) => at(query.when, (view) => whoCan(store, view, query)),
    whatCan: (query) => at(query.when, (view) => whatCan(view, query)),
    why: (query) => at(query.when, (view) => why(store, view, query)),
    assert: async ({ assertions, when }) => {
      const view = await viewOf(when);
      return view.ok ? tryAssertions(store, view.value, assertions) : view;
    },
    difference: async (query) => {
      const from = await viewOf(query.from);
      if (!from.ok) return from;
      return at(query.to, (to) => accessDifference(store, from.value, to, query));
    },
  };
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
