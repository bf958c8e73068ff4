const counts = new Intl.NumberFormat('en-US');

/** A count with separators: `9,000`. */
export function formatCount(value: number): string {
  return counts.format(value);
}
