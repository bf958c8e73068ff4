import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { Records } from './read-records';

/** What records say that the sandbox has no place for. */
interface Lack {
  readonly says: string;
  /** How many of the records say it. */
  readonly in: (read: Records) => number;
}

function lack<E extends EntityName>(
  entity: E,
  says: string,
  holds: (record: RemoteRecord<E>) => boolean,
): Lack {
  const count = (read: Records): number => {
    let found = 0;
    for (const record of read(entity)) if (holds(record)) found += 1;
    return found;
  };
  return { says, in: count };
}

const ended: ReadonlySet<string> = new Set(['failed', 'expired']);

const lacks: readonly Lack[] = [
  lack(
    'organizationDomain',
    'verifications of domains that failed or expired (shown as unverified)',
    ({ verification, ownership }) => ended.has(verification) || ended.has(ownership),
  ),
  lack('waitlistEntry', 'waitlist entries being processed', ({ isLocked }) => isLocked),
  lack('oauthApplication', 'dynamically registered OAuth applications (shown as made by hand)', (one) =>
    Boolean(one.dynamicallyRegistered),
  ),
  lack(
    'subscriptionItem',
    'cancelled subscriptions (shown without that moment)',
    ({ canceledAt }) => canceledAt > 0,
  ),
  lack(
    'applicationTransfer',
    'completed transfers (shown as pending or expired)',
    ({ completedAt }) => completedAt > 0,
  ),
];

/** What a twin of these records does not show as they are, each with how many: `3 completed transfers (…)`. */
export const notShown = (read: Records): readonly string[] =>
  lacks.flatMap((each) => {
    const count = each.in(read);
    return count === 0 ? [] : [`${count} ${each.says}`];
  });
