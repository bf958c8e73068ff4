import { notShown } from '@main/twin/not-shown';
import type { Records } from '@main/twin/read-records';
import { expect, it } from 'vitest';

const read =
  (held: Readonly<Record<string, readonly object[]>>): Records =>
  (entity) =>
    (held[entity] ?? []) as never;

it('what a twin cannot show is told, with how many there are', () => {
  const told = notShown(
    read({
      user: [
        { deprovisioned: true, directoryId: '' },
        { deprovisioned: false, directoryId: 'dir_1' },
        { deprovisioned: false, directoryId: '' },
      ],
      organizationDomain: [
        { verification: 'failed', ownership: '' },
        { verification: 'verified', ownership: 'expired' },
        { verification: 'unverified', ownership: 'verified' },
      ],
      applicationTransfer: [{ completedAt: 1 }, { completedAt: 0 }],
    }),
  );
  expect(told).toEqual([
    expect.stringMatching(/^2 deprovisioned people/),
    expect.stringMatching(/^2 verifications of domains/),
    expect.stringMatching(/^1 completed transfers/),
  ]);
});

it('nothing is told of a copy that a twin shows whole', () => {
  expect(notShown(read({ user: [{ deprovisioned: false, directoryId: '' }] }))).toEqual([]);
});
