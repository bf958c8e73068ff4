import { RecordId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import { expect, it } from 'vitest';
import { membershipOf } from '../domain/sample-records';
import { synced } from '../support/sample-rows';
import { openWorld, smallWorld } from './open-world';

const many = 5_000;

it(`stages and undoes ${many} role edits in 250 organizations in one undo group`, async () => {
  const members = Array.from({ length: many }, (_, index) =>
    synced(
      'membership',
      membershipOf({
        id: RecordId.parse(`orgmem_b${index}`),
        organizationId: RecordId.parse(`org_b${index % 250}`),
        userId: RecordId.parse(`user_b${index}`),
        role: index < 500 ? 'org:admin' : 'org:member',
      }),
    ),
  );
  const { store, staging } = await openWorld([...smallWorld(), ...members]);
  const drafts = members.slice(250).map(({ record }) => ({
    entity: 'membership' as const,
    recordId: record.id,
    action: { verb: 'update' as const, field: 'role', value: 'org:viewer' },
  }));
  const report = await staging.stage(drafts);
  expect(report.rejected).toEqual([]);
  expect(report.staged).toHaveLength(many - 250);
  expect(await store.intents({ states: openStates })).toHaveLength(many - 250);
  await staging.undo();
  expect(await store.intents({ states: openStates })).toEqual([]);
});
