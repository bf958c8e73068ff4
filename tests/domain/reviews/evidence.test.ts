import { type Evidence, evidenceOf, type Witness } from '@shared/domain/reviews/evidence';
import { expect, it } from 'vitest';

const step = { item: 'orgmem_1', intentId: 'int_1', code: '', why: '' };
const outcome = { code: 'ok', message: '', status: 200, requestId: 'req', at: 100 };
const intent = { state: 'applied', outcome, closedAt: 101, action: { verb: 'delete', base: {} } } as const;
const later: Witness = { isThere: false, againAs: '', walkBeganAt: 102, walkEndedAt: 110 };

it.each<[string, Parameters<typeof evidenceOf>, Partial<Evidence>]>([
  [
    'verified by a walk that began later',
    [step, intent, later],
    { state: 'verified', at: 100, readBackAt: 110 },
  ],
  [
    'a member again, by another membership',
    [step, intent, { ...later, againAs: 'orgmem_2' }],
    { state: 'verified', againAs: 'orgmem_2' },
  ],
  [
    'not by one that was under way',
    [step, intent, { ...later, walkBeganAt: 101 }],
    { state: 'applied', readBackAt: 0 },
  ],
  ['not before any', [step, intent, { ...later, walkBeganAt: 0, walkEndedAt: 0 }], { state: 'applied' }],
  [
    'not while the copy shows it',
    [step, intent, { ...later, isThere: true }],
    { state: 'applied', readBackAt: 0 },
  ],
  [
    'not ours where it was gone',
    [step, { ...intent, outcome: { ...outcome, code: 'already-so' } }, later],
    { state: 'gone-before', at: 100 },
  ],
  [
    'staged is not sent',
    [step, { ...intent, state: 'staged', outcome: null }, later],
    { state: 'staged', at: 0 },
  ],
  [
    'unknown is not applied',
    [step, { ...intent, state: 'unknown', outcome: null }, later],
    { state: 'staged', at: 0 },
  ],
  ['taken back', [step, { ...intent, state: 'withdrawn' }, later], { state: 'withdrawn', at: 0 }],
  ['no change here', [step, undefined, later], { state: 'lost', at: 0 }],
  [
    'refused',
    [step, { ...intent, state: 'refused', outcome: { ...outcome, message: 'No.' } }, later],
    { state: 'refused', why: 'No.' },
  ],
  [
    'never staged',
    [{ ...step, intentId: '', code: 'last-admin', why: 'Last.' }, undefined, later],
    { state: 'not-staged', why: 'Last.' },
  ],
  [
    'gone when it closed',
    [{ ...step, intentId: '', code: 'not-found' }, undefined, later],
    { state: 'gone-before', at: 0 },
  ],
])('%s', (_, asked, expected) => {
  expect(evidenceOf(...asked)).toMatchObject(expected);
});
