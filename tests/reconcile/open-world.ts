import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWindows, type Windows } from '@main/engine/windows';
import { createStaging, type Staging } from '@main/reconcile/staging/create-staging';
import { openStore } from '@main/store/open-store';
import type { RecordPut, Store } from '@main/store/store';
import { blankRecord } from '@shared/domain/blank-record';
import { RecordId } from '@shared/domain/ids';
import { onTestFinished } from 'vitest';
import { membershipOf, organizationOf } from '../domain/sample-records';
import { roles, synced } from '../support/sample-rows';

export interface TestWorld {
  readonly store: Store;
  readonly staging: Staging;
  readonly windows: Windows;
  /** Closes the store and opens it again from its file. */
  reopen(): Promise<TestWorld>;
}

/** Two organizations: Acme with Dana (admin), Ede and Fay (members) on 5 seats; Bolt with one admin and no limit. */
export function smallWorld(): RecordPut[] {
  const person = (id: string, name: string): RecordPut =>
    synced('user', {
      ...blankRecord('user', RecordId.parse(id), 1),
      name,
      email: `${name.toLowerCase()}@acme.example`,
    });
  const member = (id: string, name: string, role: string, organization = 'org_1'): RecordPut =>
    synced(
      'membership',
      membershipOf({
        id: RecordId.parse(`orgmem_${id}`),
        organizationId: RecordId.parse(organization),
        userId: RecordId.parse(`user_${id}`),
        userName: name,
        userEmail: `${name.toLowerCase()}@acme.example`,
        role,
        roleName: role === 'org:admin' ? 'Admin' : 'Member',
      }),
    );
  return [
    ...roles(),
    synced('organization', organizationOf({ maxAllowedMemberships: 5 })),
    synced(
      'organization',
      organizationOf({ id: RecordId.parse('org_2'), name: 'Bolt', slug: 'bolt', maxAllowedMemberships: 0 }),
    ),
    ...['Dana', 'Ede', 'Fay', 'Gus', 'Hal', 'Ivy'].map((name, index) => person(`user_${index + 1}`, name)),
    member('1', 'Dana', 'org:admin'),
    member('2', 'Ede', 'org:member'),
    member('3', 'Fay', 'org:member'),
    member('4', 'Gus', 'org:admin', 'org_2'),
    synced('invitation', {
      ...blankRecord('invitation', RecordId.parse('orginv_1'), 1),
      organizationId: RecordId.parse('org_1'),
      email: 'zoe@acme.example',
      role: 'org:member',
      roleName: 'Member',
    }),
  ];
}

/** A real store file with a small world in it, and staging over it. Removed after the test. */
export async function openWorld(rows: readonly RecordPut[] = smallWorld()): Promise<TestWorld> {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-reconcile-'));
  const key = randomBytes(32).toString('hex');
  let clock = 1_000_000;
  const now = (): number => ++clock;
  let ids = 0;
  const newId = (): string => `t${(++ids).toString().padStart(9, '0')}`;
  let current: Store | null = null;
  const open = async (): Promise<TestWorld> => {
    const store = await openStore({ directory, key, now });
    current = store;
    const windows = createWindows();
    return {
      store,
      staging: createStaging({ store, now, newId, windows }),
      windows,
      reopen: async () => {
        await store.close();
        return open();
      },
    };
  };
  const world = await open();
  onTestFinished(async () => current?.close());
  await world.store.write({ put: rows });
  return world;
}
