import { daysAsked } from '@renderer/screens/history/history-days';
import { expect, it } from 'vitest';

/** A Wednesday, in the machine's own time. */
const now = new Date(2026, 10, 25, 15, 30).getTime();
const day = (date: number): number => new Date(2026, 10, date).getTime();

it('days of a history are whole ones, of the machine’s own time', () => {
  expect(daysAsked({}, now)).toEqual({});
  expect(daysAsked({ when: 'today' }, now)).toEqual({ from: day(25) });
  expect(daysAsked({ when: 'week' }, now)).toEqual({ from: day(19) });
  expect(daysAsked({ when: 'days', first: '2026-11-03', last: '2026-11-04' }, now)).toEqual({
    from: day(3),
    to: day(5) - 1,
  });
  expect(daysAsked({ when: 'days', first: '2026-11-03' }, now)).toEqual({ from: day(3) });
  expect(daysAsked({ when: 'days', first: 'soon', last: '' }, now)).toEqual({});
  // Days that were typed before do not narrow what asks for no days.
  expect(daysAsked({ first: '2026-11-03' }, now)).toEqual({});
  expect(daysAsked({ when: 'nonsense', first: '2026-11-03' }, now)).toEqual({});
});
