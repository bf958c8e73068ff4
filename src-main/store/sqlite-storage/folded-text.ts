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
/** Apostrophes, quotes and hyphens as word processors and phones set them, for those that keys type. */
const EACH_TYPESET = /[\u2018\u2019\u02bc\u02b9\u2032\uff07\u00b4\u201c\u201d\u2010-\u2014\u2212]/g;
const EACH_WHOLE_LETTER = /[ßæœøđðþłıς]/g;
const EACH_ACCENT = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
const EACH_GAP = /[^!-\u{10ffff}]+|\s+/gu;
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
/** Scripts that put no blanks between words: each sign may begin one. */
const EACH_WORD_START =
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])|(?=[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

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
    .replace(EACH_TYPESET, typed)
    .normalize('NFKD')
    .replace(EACH_ACCENT, '')
    .toLowerCase()
    .replace(EACH_WHOLE_LETTER, (letter) => BASES[letter] ?? letter)
    .replace(EACH_GAP, ' ');
}

function typed(sign: string): string {
  if (sign === '\u201c' || sign === '\u201d') return '"';
  return sign >= '\u2010' && sign <= '\u2014' ? '-' : sign === '\u2212' ? '-' : "'";
}

/** Raised when folding changes: what was indexed before is folded anew. */
export const foldingVersion = 3;

const IDEOGRAPHIC = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー・]+$/u;

/**
 * Names in scripts that put no blank between them, as people write them: 李 and 娜 are 李娜, whichever is the family's. Empty
 * for any other text.
 */
export function unspaced(text: string): readonly string[] {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || !words.every((word) => IDEOGRAPHIC.test(word))) return [];
  return [words.join(''), words.reverse().join('')];
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
