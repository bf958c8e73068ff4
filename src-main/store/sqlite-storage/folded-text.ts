/** Latin letters that Unicode does not take apart into a base and an accent. */
const BASES: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
};
const EACH_WHOLE_LETTER = /[ßæœøđðþłıς]/g;
const EACH_ACCENT = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
const EACH_GAP = /[^!-\u{10ffff}]+|\s+/gu;
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
const EACH_WORD_START = /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])/gu;

/** Stands twice before each word, so that a trigram can tell that a word starts with one or two letters. */
export const WORD = '\u0002\u0002';
/** Stands before each field. */
export const FIELD = '\n';

/**
 * Text without case, accents and runs of blanks. Folding works letter by letter: if a text contains a needle,
 * the folded text contains the folded needle.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(EACH_ACCENT, '')
    .toLowerCase()
    .replace(EACH_WHOLE_LETTER, (letter) => BASES[letter] ?? letter)
    .replace(EACH_GAP, ' ');
}

/** Folded text with word marks, as it is indexed. */
export function marked(folded: string): string {
  return folded.replace(EACH_WORD_START, WORD);
}

/** A folded needle as it would lie within marked text; whether a word starts at its first letter stays open. */
export function markedWithin(folded: string): string {
  return folded.replace(EACH_WORD_START, (_, offset: number) => (offset === 0 ? '' : WORD));
}
