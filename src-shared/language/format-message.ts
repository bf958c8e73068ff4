import { IntlMessageFormat, type MessageFormatPart } from 'intl-messageformat';
import { numberFormatInUse, pluralLanguage } from './speak';

const made = new Map<string, IntlMessageFormat>();

/** Plural rules of the language; numbers as the system writes them. */
const formatters = {
  getNumberFormat: () => numberFormatInUse(),
  getDateTimeFormat: (...wanted: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...wanted),
  getPluralRules: (...wanted: ConstructorParameters<typeof Intl.PluralRules>) =>
    new Intl.PluralRules(...wanted),
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
