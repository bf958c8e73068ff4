import type { FaultInput } from '@main/sandbox/weather/fault';
import { pick } from './seeded-random';

const kinds: readonly ((random: () => number) => FaultInput)[] = [
  () => ({ kind: 'drop', phase: 'before' }),
  () => ({ kind: 'drop', phase: 'after' }),
  (random) => ({ kind: 'truncate', phase: 'after', bytes: Math.floor(random() * 200) }),
  (random) => ({ kind: 'truncate', phase: 'before', bytes: Math.floor(random() * 40) }),
  () => ({ kind: 'malformed', phase: 'after' }),
  (random) => ({ kind: 'delay', ms: Math.floor(random() * 15) }),
  () => ({ kind: 'duplicate' }),
  () => ({ kind: 'hang', ms: 5, phase: 'after' }),
  () => ({ kind: 'status', status: 429, retryAfter: 1 }),
  () => ({ kind: 'status', status: 401 }),
  () => ({ kind: 'status', status: 500, phase: 'before' }),
  () => ({ kind: 'status', status: 502, phase: 'after' }),
  () => ({ kind: 'status', status: 503, phase: 'before' }),
];

/** What a fault is called in a tally: `502 after`, `drop before`. */
export function faultName(fault: FaultInput): string {
  const what = fault.kind === 'status' ? String(fault.status) : fault.kind;
  return fault.phase === undefined ? what : `${what} ${fault.phase}`;
}

/** Two to five faults, each hitting one to three calls, writes more often than reads. */
export function randomFaults(random: () => number): readonly FaultInput[] {
  return Array.from({ length: 2 + Math.floor(random() * 4) }, () => ({
    ...pick(random, kinds)(random),
    times: 1 + Math.floor(random() * 3),
    skip: Math.floor(random() * 3),
    match: pick(random, [
      {},
      { method: 'PATCH' },
      { method: 'POST' },
      { method: 'DELETE' },
      { method: 'GET' },
    ]),
  }));
}
