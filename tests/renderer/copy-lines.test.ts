import { sizeOfAll } from '@renderer/screens/find-person/copy-lines';
import { expect, test } from 'vitest';

test('the size of all copies is at least what could be read of them', () => {
  const failure = { code: 'disk-error', message: 'Reading it failed.', next: 'Look at the disk.' } as const;
  const sized = { bytes: 2_000_000, failure: null };
  expect(sizeOfAll([sized, sized])).toBe('4 MB');
  expect(sizeOfAll([sized, { bytes: 0, failure }])).toBe('at least 2 MB');
  // Of this one only nobody knows when it was complete.
  expect(sizeOfAll([sized, { ...sized, failure }])).toBe('4 MB');
});
