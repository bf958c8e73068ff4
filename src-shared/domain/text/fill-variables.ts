import { variableName } from '../books/baseline';

interface Filled {
  readonly text: string;
  /** Variables that have no value: they stand in the text as before. */
  readonly missing: readonly string[];
}

/**
 * A text with each customer's own words in their places. Pure.
 *
 * @param mark how a variable is written, its name as the first group; what is no name of a variable is left alone
 */
export function fillVariables(text: string, mark: RegExp, values: Readonly<Record<string, string>>): Filled {
  const missing = new Set<string>();
  const filled = text.replace(mark, (whole, name: string) => {
    if (!variableName.test(name)) return whole;
    const own = Object.hasOwn(values, name) ? values[name] : '';
    if (own) return own;
    missing.add(name);
    return whole;
  });
  return { text: filled, missing: [...missing] };
}
