import { insertRows } from '../database/insert-rows';
import { makeId } from '../database/make-id';
import { createRandom } from '../database/random';
import { planSeeds, subscriptionItemSeeds } from './billing-seeds';
import { connectionTestSeeds } from './connection-test-seeds';
import { developerSeeds } from './developer-seeds';
import { directorySeeds } from './directory-seeds';
import { enterpriseConnectionSeeds, organizationDomainSeeds } from './organization-seeds';
import { roleSetSeeds } from './role-set-seeds';
import type { SeedContext, SmallSeeds } from './seed-context';
import { identifierSeeds, instanceInvitationSeeds, redirectUrlSeeds, waitlistSeeds } from './sign-up-seeds';
import { templateSeeds } from './template-seeds';

const seeds: readonly SmallSeeds[] = [
  ...identifierSeeds,
  redirectUrlSeeds,
  instanceInvitationSeeds,
  waitlistSeeds,
  organizationDomainSeeds,
  roleSetSeeds,
  enterpriseConnectionSeeds,
  connectionTestSeeds,
  directorySeeds,
  ...developerSeeds,
  templateSeeds,
  planSeeds,
  subscriptionItemSeeds,
];

/** Fills the small lists of an instance; call inside a transaction. */
export const seedSmallLists = (context: SeedContext): void => {
  for (const { kind, prefix, records } of seeds) {
    const random = createRandom(`${context.stream}/${kind}`);
    insertRows(
      context.db,
      'small_records',
      context.instance,
      records(context, random).map(({ at, data, changedAt = at }) => ({
        kind,
        id: makeId(prefix, at, random),
        data: JSON.stringify(data),
        created_at: at,
        updated_at: changedAt,
      })),
    );
  }
};
