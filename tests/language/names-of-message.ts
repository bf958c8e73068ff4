import { IntlMessageFormat } from 'intl-messageformat';

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** The names and tags that a message has, each with what it is of: `count: plural`, `b: tag`. Throws where it does not parse. */
export function namesOfMessage(text: string, tags: boolean): readonly string[] {
  const found = new Set<string>();
  const look = (part: Part): void => {
    // Numbers of `TYPE`: a literal 0, an argument 1, a number 2, a select 5, a plural 6, `#` 7, a tag 8.
    if ('value' in part && part.type !== 0) found.add(part.value);
    if ('options' in part) for (const { value } of Object.values(part.options)) value.forEach(look);
    if ('children' in part) part.children.forEach(look);
  };
  new IntlMessageFormat(text, 'en', undefined, { ignoreTag: !tags }).getAst().forEach(look);
  return [...found].sort();
}
