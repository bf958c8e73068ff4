import { FIELD_START, fold, INNER_WORD, markedWithin, WORD } from './folded-text';

const SHORTEST_SUBSTRING = 3;
const STARTS_WITH_LETTER = /^[\p{L}\p{N}]/u;

/** How a needle is found in marked text. */
export interface Needle {
  /** What to ask the text index for: every hit. */
  readonly query: string;
  /** Where a document stands among hits, by its marked text: 0 when a field starts with the needle, 1 when a word does, else 2. */
  rankIn(markedText: string): number;
}

function phrase(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * Turns what a person typed into queries of the text index; `undefined` when it cannot be found: nothing, or one
 * or two signs. One or two letters find the starts of words only.
 */
export function needleOf(typed: string): Needle | undefined {
  const folded = markedWithin(fold(typed.trim()));
  const starts = STARTS_WITH_LETTER.test(folded);
  const length = [...folded].length;
  if (length < SHORTEST_SUBSTRING && !starts) return undefined;
  const fieldStart = FIELD_START + WORD + folded;
  const innerStart = INNER_WORD + WORD + folded;
  // A single letter with its word mark is too short for a trigram: the mark before it tells the two cases apart.
  const wordStart = length === 1 ? `${phrase(fieldStart)} OR ${phrase(innerStart)}` : phrase(WORD + folded);
  return {
    query: length < SHORTEST_SUBSTRING ? wordStart : phrase(folded),
    rankIn: (text) => {
      if (!starts) return 0;
      if (text.includes(fieldStart)) return 0;
      return text.includes(WORD + folded) ? 1 : 2;
    },
  };
}
