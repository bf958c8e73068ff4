import { formatParts } from '@shared/language/format-message';
import type { NamesOf, TagsOf, ValueFor } from '@shared/language/placeholders';
import { spoken, textFor } from '@shared/language/speak';
import { Fragment, type ReactNode } from 'react';

/** What stands for names and tags: `{name}` anything that can be shown, `<b>…</b>` what is made of the words inside. */
type RichValues<Source extends string> = {
  readonly [Word in NamesOf<Source>]: ValueFor<Source, Word, ReactNode>;
} & { readonly [Tag in TagsOf<Source>]: (words: ReactNode) => ReactNode };

/** A text with parts that are more than text, in the language spoken: `rich('<b>{name}</b> leaves', { name, b: … })`. */
export function rich<const Source extends string>(source: Source, values: RichValues<Source>): ReactNode {
  const parts = formatParts<ReactNode>(textFor(source, source), true, inWords(values)).map(
    ({ value }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence stay where they are
      <Fragment key={at}>{value}</Fragment>
    ),
  );
  return spoken() === 'pseudo' ? ['⟦', ...parts, '⟧'] : parts;
}

type Value = string | number | ReactNode | ((parts: ReactNode[]) => ReactNode);

/** The words inside a tag come as a list: each gets a key of its own. */
function inWords(values: Readonly<Record<string, unknown>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'function'
        ? (parts: ReactNode[]) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: likewise
            value(parts.map((part, at) => <Fragment key={at}>{part}</Fragment>))
        : (value as ReactNode),
    ]),
  );
}
