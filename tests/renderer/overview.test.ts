import { changedByEntity } from '@renderer/screens/overview/changed-by-entity';
import { copyNeeds } from '@renderer/screens/overview/copy-needs';
import { trendsOf } from '@renderer/screens/overview/trends-of';
import { openFindings } from '@renderer/state/open-findings';
import { runsOf } from '@renderer/ui/charts/runs';
import type { FindingOutcome } from '@shared/contract/findings';
import { byGravity, type Need } from '@shared/contract/overview';
import { expect, test } from 'vitest';

const day = 86_400_000;
const begun = Date.UTC(2026, 0, 31, 23);

test('a line breaks where nobody looked: days that follow each other are one run, whatever the hour', () => {
  const at = (days: number, hours = 0) => ({ at: begun + days * day + hours * 3_600_000, value: days });
  const runs = runsOf([at(0), at(0, 2), at(2), at(5), at(6, -20)]);
  expect(runs.map((run) => run.length)).toEqual([3, 2]);
  expect(runsOf([at(0), at(3)]).map((run) => run.length)).toEqual([1, 1]);
  expect(runsOf([])).toEqual([]);
});

test('a figure that was not counted on a day has no point there', () => {
  const trends = trendsOf([
    { at: 1, counts: { user: 5, membership: 7 } },
    { at: day, counts: { user: 6 } },
  ]);
  expect(new Map(trends.map(({ entity, points }) => [entity, points.length]))).toEqual(
    new Map([
      ['user', 2],
      ['membership', 1],
    ]),
  );
});

test('needs stand gravest first; the copy’s own are a refused key, what it lacks, and its age in days', () => {
  const failure = { code: 'forbidden', message: 'no', next: 'ask' } as const;
  const lacks = { entity: 'invitation', failure, unread: [], unreadCount: 3 } as const;
  const needs = copyNeeds(
    { kind: 'key-refused', asOf: begun } as never,
    new Map([['invitation', lacks]]),
    begun + 2.5 * day,
  );
  expect(needs.map(({ kind, count }) => [kind, count])).toEqual([
    ['key-refused', 1],
    ['unlisted', 1],
    ['unread', 3],
    ['stale', 2],
  ]);
  expect(copyNeeds({ kind: 'synced', asOf: begun }, new Map(), begun + day - 1)).toEqual([]);
  const need = (kind: Need['kind'], gravity: Need['gravity']): Need => ({
    kind,
    gravity,
    count: 1,
    name: '',
    of: '',
    at: 0,
  });
  const sorted = byGravity([
    need('staged', 'advice'),
    need('full', 'warning'),
    need('conflict', 'warning'),
    need('findings', 'critical'),
  ]);
  expect(sorted.map(({ kind }) => kind)).toEqual(['findings', 'conflict', 'full', 'staged']);
});

test('findings are counted as records that nobody answers for; changes by kind of record, with what was sent from here', () => {
  const outcome = (severity: 'critical' | 'advice', total: number, accepted: number) =>
    ({ check: { severity }, total, accepted }) as FindingOutcome;
  expect(
    openFindings([outcome('critical', 5, 2), outcome('critical', 1, 0), outcome('advice', 9, 9)]),
  ).toEqual({
    by: { critical: 4, warning: 0, advice: 0 },
    total: 4,
  });
  const one = { entity: 'user', source: 'remote', change: 'created' } as const;
  expect(
    changedByEntity([
      { ...one, count: 2 },
      { ...one, source: 'local', change: 'updated', count: 1 },
      { ...one, entity: 'role', change: 'deleted', count: 9 },
    ]),
  ).toEqual([
    { entity: 'role', created: 0, updated: 0, deleted: 9, local: 0 },
    { entity: 'user', created: 2, updated: 1, deleted: 0, local: 1 },
  ]);
});
