import type { Store } from '@main/store/store';
import type { Holder } from '@shared/contract/access';
import { accessOperations } from '@shared/contract/access';
import { failure, type Result, success } from '@shared/contract/failure';
import { type Assertion, isMeant, type Offender, type Verdict } from '@shared/domain/access/assertion';
import type { AccessView } from './access-view';
import { missingName } from './missing-name';
import { whoCan } from './who-can';

const mostTold = 1_000;

/** Whether each assertion holds at a moment, and who offends it. Names that nothing has are refused: they would pass unseen. */
export async function tryAssertions(
  store: Store,
  view: AccessView,
  assertions: readonly Assertion[],
): Promise<Result<{ assertions: Verdict[] }>> {
  for (const assertion of assertions) {
    const missing = await missingName([view], {
      permissionKey: assertion.holding,
      organizationId: 'nobody' in assertion ? assertion.in : undefined,
    });
    if (missing !== null)
      return failure(
        'not-found',
        `"${assertion.name}": there is no ${missing.what}. Nothing was tried.`,
        missing.next,
      );
  }
  const places = await view.allPlaces();
  const verdicts: Verdict[] = [];
  for (const assertion of assertions) {
    const offenders =
      'every' in assertion
        ? await tooFew(store, view, places, assertion)
        : await offending(store, view, assertion);
    verdicts.push({
      name: assertion.name,
      holds: offenders.length === 0,
      offenders: offenders.slice(0, mostTold),
      offendersTotal: offenders.length,
    });
  }
  return success({ assertions: verdicts });
}

/** Everybody who holds it, a page at a time. */
async function* holdersOfAll(
  store: Store,
  view: AccessView,
  permissionKey: string,
  organizationId?: string,
): AsyncGenerator<readonly Holder[]> {
  for (let cursor: string | null = ''; cursor !== null; ) {
    const where = {
      permissionKey,
      cursor,
      limit: 500,
      ...(organizationId !== undefined && { organizationId }),
    };
    const page = await whoCan(store, view, accessOperations.whoCan.input.parse(where));
    yield page.holders;
    cursor = page.next;
  }
}

async function tooFew(
  store: Store,
  view: AccessView,
  places: Awaited<ReturnType<AccessView['allPlaces']>>,
  { holding, atLeast }: Extract<Assertion, { every: string }>,
): Promise<readonly Offender[]> {
  const counts = new Map<string, number>();
  for await (const holders of holdersOfAll(store, view, holding))
    for (const { organizationId } of holders)
      counts.set(organizationId, (counts.get(organizationId) ?? 0) + 1);
  return [...places.values()].flatMap(({ id, name }) => {
    const count = counts.get(id) ?? 0;
    const nobody = { userId: '', userName: '', userEmail: '' };
    return count >= atLeast ? [] : [{ ...nobody, organizationId: id, organizationName: name, count }];
  });
}

async function offending(
  store: Store,
  view: AccessView,
  assertion: Extract<Assertion, { nobody: object }>,
): Promise<readonly Offender[]> {
  const offenders: Offender[] = [];
  for await (const holders of holdersOfAll(store, view, assertion.holding, assertion.in)) {
    const persons = await view.persons([...new Set(holders.map(({ userId }) => userId))]);
    for (const { userId, userName, userEmail, organizationId, organizationName } of holders) {
      const twoFactorEnabled = persons.get(userId)?.twoFactorEnabled ?? false;
      if (isMeant(assertion, { userEmail, twoFactorEnabled }))
        offenders.push({ userId, userName, userEmail, organizationId, organizationName, count: 1 });
    }
  }
  return offenders;
}
