import { formatCount } from '@renderer/ui/format/format-count';
import { formatClock, formatDay, formatExact, formatTime } from '@renderer/ui/format/format-time';
import { decimalFormat, setLocale } from '@renderer/ui/format/locale';
import { t } from '@shared/language/t';
import { afterEach, expect, test } from 'vitest';

const at = new Date(2026, 10, 20, 14, 2, 3).getTime();
const plain = (text: string): string => text.replace(/\s/g, ' ');

afterEach(() => setLocale('en-GB'));

test('dates, times and numbers are all written as the system writes them', () => {
  setLocale('de-DE');
  expect([formatTime(at), formatExact(at), formatDay(at), formatCount(9_000)].map(plain)).toEqual([
    '14:02',
    '20.11.2026, 14:02:03',
    'Freitag, 20. November 2026',
    '9.000',
  ]);
  setLocale('en-US');
  expect([formatTime(at), formatClock(at, at + 86_400_000), formatCount(9_000)].map(plain)).toEqual([
    '2:02 PM',
    'Nov 20 2:02 PM',
    '9,000',
  ]);
});

test('numbers in texts are written as those beside them', () => {
  setLocale('de-CH');
  expect(t('{count, number} more', { count: 9_000 })).toBe(`${formatCount(9_000)} more`);
});

test('decimals have the sign of the system, also those made before it was known', () => {
  expect(decimalFormat(1).format(4.5)).toBe('4.5');
  setLocale('de-DE');
  expect([decimalFormat(1), decimalFormat(2)].map((format) => format.format(4.5))).toEqual(['4,5', '4,50']);
});

test('a locale that is none keeps the one before', () => {
  setLocale('C');
  expect(formatTime(at)).toBe('14:02');
});
