/** Anything but the units from space to the last one below the surrogates. */
const UNUSUAL = /[^ -\ud7ff]/;
const EACH_UNUSUAL_UNIT = /[^ -\ud7ff]/g;
const ESCAPE = '\u0001';
const EACH_KEY_PART = new RegExp(`${ESCAPE}[\\s\\S]|[\\ue000-\\ue7ff]|[\\u{10000}-\\u{11fff}]`, 'gu');

function mapUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 2) return code === 0 ? '\u0001\u0001' : '\u0001\u0002';
  if (code < 0xd800) return unit;
  return code < 0xe000 ? String.fromCharCode(code + 0x800) : String.fromCodePoint(code + 0x2000);
}

function unmapPart(part: string): string {
  const code = part.codePointAt(0) ?? 0;
  if (code === 1) return part.charCodeAt(1) === 1 ? '\u0000' : '\u0001';
  return String.fromCharCode(code < 0x10000 ? code - 0x800 : code - 0x2000);
}

/**
 * A string whose UTF-8 bytes sort as the given string does under JavaScript's `<` (by UTF-16 code units), which
 * is RxDB's order. Surrogates, lone ones too, move to the private area; what was above them moves above that;
 * NUL gets a two-unit spelling, because SQL functions stop at it. Different strings have different keys.
 */
export function stringKey(text: string): string {
  return UNUSUAL.test(text) ? text.replace(EACH_UNUSUAL_UNIT, mapUnit) : text;
}

/** The string that {@link stringKey} was given. */
export function stringOfKey(key: string): string {
  return UNUSUAL.test(key) ? key.replace(EACH_KEY_PART, unmapPart) : key;
}

/** Whether SQLite's own order and functions surely treat this string as JavaScript does. */
export function isPlainString(text: string): boolean {
  return !UNUSUAL.test(text);
}
