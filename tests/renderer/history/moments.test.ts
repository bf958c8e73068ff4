import { defaultMoment, fromField, presets, toField } from '@renderer/screens/history/compare/moments';
import { describe, expect, it } from 'vitest';

/** A Wednesday, in the machine's own time. */
const now = new Date(2026, 10, 25, 15, 30).getTime();
const day = (date: number): number => new Date(2026, 10, date).getTime();
const longAgo = new Date(2026, 5, 1).getTime();

describe('moments to compare from', () => {
  it('are midnights, and the first copy', () => {
    const moments = presets(longAgo, now).map(({ value, at }) => [value, at]);
    expect(moments).toEqual([
      ['today', day(25)],
      ['yesterday', day(24)],
      ['monday', day(23)],
      ['month', new Date(2026, 9, 26).getTime()],
      ['first', longAgo],
    ]);
  });

  it('never lie before the first copy', () => {
    const first = day(24) + 1;
    expect(presets(first, now).map(({ value }) => value)).toEqual(['today', 'first']);
    expect(defaultMoment(first, now)).toBe(first);
    expect(defaultMoment(longAgo, now)).toBe(day(23));
  });

  it('on a Sunday, Monday is six days ago', () => {
    const sunday = new Date(2026, 10, 29, 12).getTime();
    expect(defaultMoment(longAgo, sunday)).toBe(day(23));
  });

  it('go through a field and back, to the minute', () => {
    expect(toField(now)).toBe('2026-11-25T15:30');
    expect(fromField(toField(now))).toBe(now);
    expect([fromField(''), fromField('2026-13-01T00:00')]).toEqual([null, null]);
  });
});
