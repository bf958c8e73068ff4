import { writeNumbersAs } from '@shared/language/speak';

let locale = 'en-GB';
const made = new Map<string, Intl.DateTimeFormat>();
const decimals = new Map<number, Intl.NumberFormat>();
let counts = new Intl.NumberFormat(locale);
let short = shortIn(locale);

/** Dates, times and numbers are written as the system writes them, on every screen; told once, before anything is shown. */
export function setLocale(system: string): void {
  try {
    counts = new Intl.NumberFormat(system);
    short = shortIn(system);
    locale = system;
    made.clear();
    decimals.clear();
  } catch {
    // A system that names no locale of the language standard (`C`) keeps ours.
  }
  writeNumbersAs(counts);
}

/** A format of the system's locale: 24 hours or 12 as it says. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, format);
  return format;
}

function shortIn(system: string): Intl.NumberFormat {
  return new Intl.NumberFormat(system, { notation: 'compact', maximumFractionDigits: 2 });
}

/** `12.5K`: where there is little room. */
export function shortNumberFormat(): Intl.NumberFormat {
  return short;
}

/** With so many digits behind the point. */
export function decimalFormat(digits: number): Intl.NumberFormat {
  const format =
    decimals.get(digits) ??
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  decimals.set(digits, format);
  return format;
}

export function numberFormat(): Intl.NumberFormat {
  return counts;
}
