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

/** Stands before every word; with the mark before it, a trigram can tell that a word starts with one letter. */
export const WORD = '\u0002';
/** Stands before the word mark of a field's first word. */
export const FIELD_START = '\u0003';
/** Stands before the word mark of any other word. */
export const INNER_WORD = '\u0002';

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

/** One field's folded text with its marks, as it is indexed. */
export function marked(folded: string): string {
  return folded.replace(
    EACH_WORD_START,
    (_, offset: number) => (offset === 0 ? FIELD_START : INNER_WORD) + WORD,
  );
}

/** A folded needle as it would lie within marked text; whether a word starts at its first letter stays open. */
export function markedWithin(folded: string): string {
  return folded.replace(EACH_WORD_START, (_, offset: number) => (offset === 0 ? '' : INNER_WORD + WORD));
}
