import { FIELD, fold, markedWithin, WORD } from './folded-text';

const SHORTEST_SUBSTRING = 3;
const STARTS_WITH_LETTER = /^[\p{L}\p{N}]/u;

function phrase(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * What to ask the text index for a needle, best hits first: fields that start with it, words that do, then any
 * place. Needles of one or two letters only find the starts of words. Empty when the needle cannot be found.
 */
export function needleQueries(needle: string): readonly string[] {
  const folded = markedWithin(fold(needle.trim()));
  const starts = STARTS_WITH_LETTER.test(folded);
  const long = [...folded].length >= SHORTEST_SUBSTRING;
  return [...(starts ? [FIELD + WORD + folded, WORD + folded] : []), ...(long ? [folded] : [])].map(phrase);
}
