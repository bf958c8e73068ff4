/** A name of a placeholder: one word that begins small. Other words in braces are the branches of a plural. */
type Name<Word extends string> = Word extends `${string}${' ' | '#' | '{' | '’' | '.' | '<'}${string}`
  ? never
  : Word extends '' | Capitalize<Word>
    ? never
    : Word;

type NameBefore<Rest extends string> = Rest extends `${infer Inside}}${string}`
  ? Inside extends `${infer Word},${string}`
    ? Name<Word>
    : Name<Inside>
  : never;

/** The names in braces of a message: `{name}`, `{count, plural, …}`. */
export type NamesOf<Source extends string> = Source extends `${string}{${infer Rest}`
  ? NameBefore<Rest> | NamesOf<Rest>
  : never;

/** The tags of a message: `<b>…</b>`. */
export type TagsOf<Source extends string> = Source extends `${string}<${infer Tag}>${infer Rest}`
  ? (Tag extends `/${string}` ? never : Tag) | TagsOf<Rest>
  : never;

type Counting = 'plural' | 'number' | 'selectordinal' | 'date' | 'time';

/** What stands for a name: a number where it is counted or written as one, or a time (ms), a text elsewhere. */
export type ValueFor<
  Source extends string,
  Word extends string,
  Text = string,
> = Source extends `${string}{${Word}, ${Counting}${string}` ? number : Text;

/** The values of a message, by name; nothing at all where it has no names. */
export type ValuesOf<Source extends string> = [NamesOf<Source>] extends [never]
  ? []
  : [values: { readonly [Word in NamesOf<Source>]: ValueFor<Source, Word> }];
