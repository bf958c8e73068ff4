import { freshnessLines } from '@renderer/screens/sync/freshness-lines';
import { leftOutsAfter, listed, nothingLeftOut, unlistedNames } from '@renderer/state/left-out';
import { isNoneKnown, knownCount } from '@renderer/state/none-known';
import { describeFreshness } from '@renderer/ui/marks/describe-freshness';
import type { Failure } from '@shared/contract/failure';
import type { CollectionProgress } from '@shared/contract/status';
import { expect, test } from 'vitest';

const refused: Failure = {
  code: 'forbidden',
  message: 'The API key may not read people.',
  next: 'Use another.',
};
const offline: Failure = { code: 'offline', message: 'The service cannot be reached.', next: 'Wait.' };
const odd = { unread: [{ id: 'user_1', path: 'email', why: 'odd' }], unreadCount: 1 } as const;

const collection = (change: Partial<CollectionProgress>): CollectionProgress => ({
  entity: 'user',
  phase: 'done',
  done: 0,
  total: 0,
  rate: 0,
  secondsLeft: null,
  tookMs: 0,
  completedAt: 1,
  changed: 0,
  deleted: 0,
  failure: null,
  unread: [],
  unreadCount: 0,
  uncounted: 0,
  ...change,
});

const after = (...steps: readonly Partial<CollectionProgress>[]) =>
  steps.reduce((last, step) => leftOutsAfter(last, [collection(step)]), nothingLeftOut);

test('what was told of a list stays while it is walked again, and goes when it was read', () => {
  const failed = { phase: 'failed', failure: refused } as const;
  expect(after(failed).get('user')?.failure).toEqual(refused);
  expect(after(failed, { phase: 'waiting' }, { phase: 'pulling' }, { phase: 'confirming' })).toEqual(
    after(failed),
  );
  expect(after(failed, { phase: 'pulling' }, { phase: 'done' })).toEqual(nothingLeftOut);
  expect(after(odd, { phase: 'waiting' }, { phase: 'pulling' }).get('user')?.unreadCount).toBe(1);
});

test('a network that went away says nothing of one list', () => {
  expect(after({ phase: 'failed', failure: offline })).toEqual(nothingLeftOut);
  expect(after(odd, { phase: 'failed', failure: offline }).get('user')?.unreadCount).toBe(1);
});

test('what a restart tells of earlier sweeps counts; nothing new is the same object', () => {
  const told = after({ ...odd, phase: 'waiting' });
  expect(told.get('user')?.unreadCount).toBe(1);
  expect(leftOutsAfter(told, [collection({ ...odd, phase: 'done' })])).toBe(told);
});

test('the copy is the same as the service but for what it lacks', () => {
  const lacks = [...after({ ...odd, phase: 'failed', failure: refused }).values()];
  const { text } = freshnessLines({ kind: 'synced', asOf: 1 }, 1, lacks);
  expect(text).toContain(
    'but for people, which the service does not list in full, and for 1 person that cannot be read',
  );
  expect(freshnessLines({ kind: 'synced', asOf: 1 }, 1, []).text).toMatch(/at that time\.$/);
  expect(unlistedNames(lacks)).toEqual(['people']);
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
});

test.each([
  ['certificate', 'certificate'],
  ['redirected', 'redirected'],
  ['proxy-login', 'proxy login'],
  ['not-the-service', 'blocked'],
] as const)('offline for a %s says so on the pill, and all of it on Sync', (code, word) => {
  const failure: Failure = { code, message: 'In between.', next: 'Do this.' };
  const freshness = { kind: 'offline', asOf: 1, since: 1, by: 'network', failure } as const;
  expect(describeFreshness(freshness, 1).short).toMatch(new RegExp(`^Offline since .+: ${word}$`));
  const lines = freshnessLines(freshness, 1, []);
  expect(lines.text).toContain('In between.');
  expect(lines.next).toContain('Do this.');
});

test('that there is none is said once somebody has seen it, and a number always', () => {
  const first = {
    freshness: { kind: 'key-refused', since: 1, asOf: 0 } as const,
    collections: [collection({ completedAt: 0 })],
  };
  const listedOnce = { ...first, collections: [collection({ completedAt: 5 })] };
  const copied = { ...first, freshness: { kind: 'key-refused', since: 1, asOf: 5 } as const };
  expect([undefined, first, listedOnce, copied].map((status) => isNoneKnown(status, 'user'))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(isNoneKnown(listedOnce, 'invitation')).toBe(false);
  expect([0, 3, undefined].map((count) => knownCount(first, 'user', count))).toEqual([
    undefined,
    3,
    undefined,
  ]);
  expect(knownCount(copied, 'user', 0)).toBe(0);
});
