import { openStore } from '@main/store/open-store';
import type { RecordPut } from '@main/store/store';
import { RecordId } from '@shared/domain/ids';
import { membershipOf, organizationOf } from '../../domain/sample-records';
import { roles, synced } from '../../support/sample-rows';

export const memberships = 300_000;
const organizations = 3_000;
const chunk = 10_000;

/** Id of the n-th membership of {@link fillLargeStore}; every 50th is an admin. */
export const memberId = (index: number): RecordId =>
  RecordId.parse(`orgmem_${String(index).padStart(7, '0')}`);

function member(index: number): RecordPut {
  const organization = index % organizations;
  const admin = index % 50 === 0 || index < organizations;
  return synced(
    'membership',
    membershipOf({
      id: memberId(index),
      organizationId: RecordId.parse(`org_${organization}`),
      organizationName: `Organization ${organization}`,
      userId: RecordId.parse(`user_${index % 100_000}`),
      userName: `Person ${index % 100_000}`,
      userEmail: `person${index % 100_000}@bench.example`,
      role: admin ? 'org:admin' : 'org:member',
      roleName: admin ? 'Admin' : 'Member',
    }),
  );
}

/** 3,000 organizations with 300,000 memberships, in a store file of its own; closed again. */
export async function fillLargeStore(directory: string, key: string): Promise<void> {
  const store = await openStore({ directory, key, now: Date.now });
  const rows = Array.from({ length: organizations }, (_, index) =>
    synced(
      'organization',
      organizationOf({
        id: RecordId.parse(`org_${index}`),
        name: `Organization ${index}`,
        slug: `organization-${index}`,
        membersCount: memberships / organizations,
        maxAllowedMemberships: 0,
      }),
    ),
  );
  await store.write({ put: [...roles(), ...rows] });
  for (let start = 0; start < memberships; start += chunk)
    await store.write({ put: Array.from({ length: chunk }, (_, index) => member(start + index)) });
  await store.close();
}
