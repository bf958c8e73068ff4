/** Nothing of ICU MessageFormat but names: no plural, no quote. */
const plain = /^(?:[^{}']|\{\w+\})*$/;

/** A text whose braces hold names only, filled; null for any other, which ICU MessageFormat fills. Its first text costs some ten milliseconds. */
export function fillPlain(text: string, values: Readonly<Record<string, string | number>>): string | null {
  if (!plain.test(text)) return null;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`"${text}" is said without its ${name}`);
    return String(value);
  });
}
