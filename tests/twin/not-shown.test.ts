import { userRow } from '@main/twin/copied-people';
import { notShown } from '@main/twin/not-shown';
import type { Records } from '@main/twin/read-records';
import { blankRecord } from '@shared/domain/blank-record';
import { RecordId } from '@shared/domain/ids';
import { expect, it } from 'vitest';

const read =
  (held: Readonly<Record<string, readonly object[]>>): Records =>
  (entity) =>
    (held[entity] ?? []) as never;

it('what a twin cannot show is told, with how many there are', () => {
  const told = notShown(
    read({
      organizationDomain: [
        { verification: 'failed', ownership: '' },
        { verification: 'verified', ownership: 'expired' },
        { verification: 'unverified', ownership: 'verified' },
      ],
      applicationTransfer: [{ completedAt: 1 }, { completedAt: 0 }],
    }),
  );
  expect(told).toEqual([
    expect.stringMatching(/^2 verifications of domains/),
    expect.stringMatching(/^1 completed transfers/),
  ]);
});

it('nothing is told of a copy that a twin shows whole', () => {
  expect(notShown(read({ user: [{ deprovisioned: true, directoryId: 'dir_1' }] }))).toEqual([]);
});

it('who is managed by a directory is in the twin, and whom one took out, be it not there any more', () => {
  const blank = blankRecord('user', RecordId.parse('user_1'), 1);
  const managed = (values: { readonly directoryId: string; readonly deprovisioned: boolean }) => {
    const { directory } = userRow({ ...blank, ...values }, 1, (prefix, of) => `${prefix} of ${of}`);
    return directory ? (JSON.parse(directory) as object) : null;
  };
  expect(managed({ directoryId: '', deprovisioned: false })).toBeNull();
  expect(managed({ directoryId: 'dir_1', deprovisioned: true })).toEqual({
    ...{ id: 'dir_1', externalId: 'scim of user_1', out: true },
  });
  expect(managed({ directoryId: '', deprovisioned: true })).toEqual({ id: '', externalId: '', out: true });
});
