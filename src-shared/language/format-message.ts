import { IntlMessageFormat, type MessageFormatPart } from 'intl-messageformat';
import { numberFormatInUse, pluralLanguage } from './speak';

const made = new Map<string, IntlMessageFormat>();
/** Made once: making them takes longer than all else that a plural needs. */
const rules = new Map<string, Intl.PluralRules>();

function rulesOf(locale?: string | readonly string[], options?: Intl.PluralRulesOptions): Intl.PluralRules {
  const key = JSON.stringify([locale, options]);
  const known = rules.get(key) ?? new Intl.PluralRules(locale, options);
  rules.set(key, known);
  return known;
}

/** Plural rules of the language; numbers and times as the system writes them. */
const formatters = {
  getNumberFormat: () => numberFormatInUse(),
  getDateTimeFormat: (_: unknown, options?: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(numberFormatInUse().resolvedOptions().locale, options),
  getPluralRules: rulesOf,
};

/** Fills a text of ICU MessageFormat. Each text is parsed once. `tags`: whether `<b>` is a tag or three signs. */
export function formatParts<T>(
  text: string,
  tags: boolean,
  values: Readonly<Record<string, string | number | T | ((parts: (string | T)[]) => T)>>,
): MessageFormatPart<T>[] {
  const key = `${pluralLanguage()} ${tags} ${text}`;
  const format =
    made.get(key) ??
    new IntlMessageFormat(text, pluralLanguage(), undefined, { formatters, ignoreTag: !tags });
  made.set(key, format);
  return format.formatToParts<T>({ ...values });
}
