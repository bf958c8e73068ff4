import { asPromotions, promotionFault, promotionLines } from '@renderer/screens/plan-book/promotion-line';
import { dayStart, dayText, dayWords } from '@renderer/ui/format/day';
import { Moment } from '@shared/domain/books/book';
import { expect, test } from 'vitest';

const promotion = (from: string, until: string) => ({
  limit: 'seats' as const,
  value: 30,
  from: Moment.parse(from),
  until: Moment.parse(until),
  note: 'Autumn',
});

test('a day is the same in the window and in a file, wherever it is read', () => {
  const zone = process.env.TZ;
  try {
    for (const here of ['UTC', 'America/New_York', 'Pacific/Auckland']) {
      process.env.TZ = here;
      expect(dayStart('2026-11-30')).toBe(Moment.parse('2026-11-30'));
      expect(dayText(Moment.parse('2026-11-30'))).toBe('2026-11-30');
      expect(dayWords(Moment.parse('2026-11-30'))).toBe('30 Nov 2026');
    }
  } finally {
    process.env.TZ = zone;
  }
  expect(dayStart('')).toBeNaN();
});

test('lines that are left as they are keep their moments, and one that ends before it begins says so', () => {
  const kept = [
    promotion('2026-11-01T08:30:00+02:00', '2026-11-01T18:00:00Z'),
    promotion('2026-11-01', '2027-01-01'),
  ];
  const lines = promotionLines(kept);
  expect(asPromotions(lines)).toEqual(kept);
  expect(lines.map(promotionFault)).toEqual([undefined, undefined]);
  const [, second] = lines;
  if (second === undefined) throw new Error('there are two');
  const within = { ...second, until: '2026-11-01' };
  expect(asPromotions([within])).toBe(null);
  expect(promotionFault(within)).toContain('later day');
  expect(promotionFault({ ...within, until: '' })).toBe(undefined);
});
