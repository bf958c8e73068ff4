const beginning = 'data:image/';

/** An image that is staged, in words instead of bytes: `PNG, 12 kB`; null for what is no `data:` URI of one. */
export function imageWords(value: unknown): string | null {
  if (typeof value !== 'string' || !value.startsWith(beginning)) return null;
  const bytes = ((value.length - value.indexOf(',')) * 3) / 4;
  const type = value.slice(beginning.length, value.indexOf(';')).toUpperCase();
  const kind = type === 'X-ICON' ? 'ICO' : type;
  return `${kind}, ${Math.max(1, Math.round(bytes / 1000))} kB`;
}
