import { fillPlain } from './fill-plain';
import { formatParts } from './format-message';
import type { ValuesOf } from './placeholders';
import { spoken, textFor } from './speak';

/**
 * A text of the window in the language spoken. `source` is the English one, as ICU MessageFormat has it, and the key of the
 * others (`language/de`); it stands as a literal, since `npm run words` collects it. See docs/languages.md.
 */
export function t<const Source extends string>(source: Source, ...values: ValuesOf<Source>): string {
  return said(source, source, values[0] ?? null);
}

/** A text that means several things in English, and other words elsewhere: `inSense('verb', 'Open')`. */
export function inSense<const Source extends string>(
  sense: string,
  source: Source,
  ...values: ValuesOf<Source>
): string {
  return said(`${sense}|${source}`, source, values[0] ?? null);
}

function said(key: string, source: string, values: Readonly<Record<string, string | number>> | null): string {
  const text = textFor(key, source);
  const filled =
    values === null
      ? text
      : (fillPlain(text, values) ??
        formatParts(text, false, values)
          .map(({ value }) => value)
          .join(''));
  return marked(filled);
}

/** Between marks in the language of tests: what stands outside of them is written out somewhere. */
const marked = (text: string): string => (spoken() === 'pseudo' ? `⟦${text}⟧` : text);
