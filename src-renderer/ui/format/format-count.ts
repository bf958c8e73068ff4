import { numberFormat } from './locale';

/** `9,000` as typed, as a number; null for what is no whole number. */
export function parseCount(text: string): number | null {
  const group = numberFormat()
    .formatToParts(12_345)
    .find(({ type }) => type === 'group')?.value;
  const parts = group === undefined ? [text] : text.split(group);
  const grouped = parts.every((part, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part));
  const digits = parts.length > 1 && grouped ? parts.join('') : text;
  return /^\d+$/.test(digits) ? Number(digits) : null;
}

/** A count with the system's separators: `9,000`. */
export function formatCount(value: number): string {
  return numberFormat().format(value);
}
