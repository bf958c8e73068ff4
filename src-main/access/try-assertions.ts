import type { Store } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import { isBarred } from '@shared/domain/access/access-answer';
import { personBlockers } from '@shared/domain/access/access-blockers';
import { type AccessMember, type AccessPerson, rolesGiving } from '@shared/domain/access/access-facts';
import { type Assertion, isMeant, type Offender, type Verdict } from '@shared/domain/access/assertion';
import { t } from '@shared/language/t';
import type { AccessView } from './access-view';
import { missingName } from './missing-name';
import { walkMembers } from './walk-members';

const mostTold = 1_000;

/** Somebody who holds something: whom nothing bars. */
interface Held {
  readonly member: AccessMember;
  readonly person: AccessPerson;
  readonly organizationName: string;
}

/** An assertion while people are walked. */
interface Trial {
  readonly roles: ReadonlySet<string>;
  see(held: Held): void;
  /** Somebody of whom the copy knows their membership alone. */
  miss(member: AccessMember): void;
  end(): Result<Verdict>;
}

/**
 * What becomes of each assertion at a moment, in their order: whether it holds, and who offends it. Names that nothing has are refused: they
 * would pass unseen. Members are walked once, however many assertions there are.
 *
 * @param goesOn asked between two stretches; throws to give it up
 */
export async function tryAssertions(
  store: Store,
  view: AccessView,
  assertions: readonly Assertion[],
  goesOn: () => void = () => undefined,
): Promise<readonly Result<Verdict>[]> {
  const [catalog, places] = [await view.catalog(), await view.allPlaces()];
  const trials: (Trial | Result<never>)[] = [];
  for (const assertion of assertions) {
    const missing = await missingName([view], {
      permissionKey: assertion.holding,
      organizationId: 'nobody' in assertion ? assertion.in : undefined,
    });
    const roles = new Set(rolesGiving(catalog, assertion.holding));
    if (missing !== null)
      trials.push(
        failure(
          'not-found',
          t('"{name}": there is no {what}.', { name: assertion.name, what: missing.what }),
          missing.next,
        ),
      );
    else trials.push('every' in assertion ? enough(assertion, roles, places) : nobody(assertion, roles));
  }
  const running = trials.flatMap((trial) => ('see' in trial ? [trial] : []));
  const asked = new Set(running.flatMap(({ roles }) => [...roles]));
  const barred = new Map<string, boolean>();
  const isOut = (person: AccessPerson): boolean => {
    const known = barred.get(person.id) ?? isBarred({ blockers: personBlockers(catalog, person) });
    barred.set(person.id, known);
    return known;
  };
  if (asked.size > 0)
    for await (const members of walkMembers(store, view, asked)) {
      goesOn();
      const persons = await view.persons([...new Set(members.map(({ userId }) => userId))]);
      for (const member of members) {
        const [person, place] = [persons.get(member.userId), places.get(member.organizationId)];
        if (person === undefined)
          for (const trial of running) if (trial.roles.has(member.role)) trial.miss(member);
        if (person === undefined || place === undefined || isOut(person)) continue;
        const seats = await view.seatsFor(member);
        const taken = seats !== undefined && seats.limit > 0 && seats.used > seats.limit;
        if (taken) continue;
        const held = { member, person, organizationName: place.name };
        for (const trial of running) if (trial.roles.has(member.role)) trial.see(held);
      }
    }
  return trials.map((trial) => ('see' in trial ? trial.end() : trial));
}

/** Every organization has so many who hold it. One that may have them, with those who are not copied yet, offends nothing. */
function enough(
  { name, atLeast }: Extract<Assertion, { every: string }>,
  roles: Trial['roles'],
  places: Awaited<ReturnType<AccessView['allPlaces']>>,
): Trial {
  const [counts, missed] = [new Map<string, number>(), new Map<string, number>()];
  const blank = { userId: '', userName: '', userEmail: '' };
  const add = (to: Map<string, number>, id: string) => void to.set(id, (to.get(id) ?? 0) + 1);
  return {
    roles,
    see: ({ member: { organizationId } }) => add(counts, organizationId),
    miss: ({ organizationId }) => add(missed, organizationId),
    end: () => {
      const short = [...places.values()].filter(({ id }) => (counts.get(id) ?? 0) < atLeast);
      const open = short.filter(({ id }) => (counts.get(id) ?? 0) + (missed.get(id) ?? 0) >= atLeast);
      const surely = short.filter((place) => !open.includes(place));
      if (open.length > 0 && surely.length === 0)
        return notCopied(
          name,
          open.reduce((sum, { id }) => sum + (missed.get(id) ?? 0), 0),
        );
      return success(
        verdictOf(
          name,
          surely.map(({ id, name: organizationName }) => ({
            ...blank,
            ...{ organizationId: id, organizationName, count: counts.get(id) ?? 0 },
          })),
        ),
      );
    },
  };
}

/** Nobody of some people holds it. */
function nobody(assertion: Extract<Assertion, { nobody: object }>, roles: Trial['roles']): Trial {
  const offenders: Offender[] = [];
  let missed = 0;
  return {
    roles,
    see: ({ member: { organizationId }, person, organizationName }) => {
      if (assertion.in !== undefined && assertion.in !== organizationId) return;
      const { id: userId, name: userName, email: userEmail, twoFactorEnabled } = person;
      if (isMeant(assertion, { userEmail, twoFactorEnabled }))
        offenders.push({ userId, userName, userEmail, organizationId, organizationName, count: 1 });
    },
    miss: ({ organizationId }) => {
      if (assertion.in === undefined || assertion.in === organizationId) missed += 1;
    },
    end: () =>
      missed > 0 && offenders.length === 0
        ? notCopied(assertion.name, missed)
        : success(verdictOf(assertion.name, offenders)),
  };
}

const notCopied = (name: string, missed: number): Result<never> =>
  failure(
    'incomplete',
    t(
      '"{name}": whether it holds is not known. {missed, plural, one {# person who holds it is} other {# people who hold it are}} not copied yet.',
      { name, missed },
    ),
    t('Sync, then try it again.'),
  );

const verdictOf = (name: string, offenders: readonly Offender[]): Verdict => ({
  name,
  holds: offenders.length === 0,
  offenders: offenders.slice(0, mostTold),
  offendersTotal: offenders.length,
});
