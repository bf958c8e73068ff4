/** Shorter words are too like too many others. */
export const leastNearly = 4;

/**
 * Whether a word is another one but for one slip: a letter too many, missing, another, or two in the wrong order. `begins`: or the beginning of
 * such a one, as it is while somebody types.
 */
export function isNearly(typed: string, word: string, begins = false): boolean {
  const more = word.length - typed.length;
  if (more < -1 || (more > 1 && !begins)) return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  const rest = (from: number, to: number): boolean => {
    const left = typed.slice(from);
    return begins ? word.startsWith(left, to) : left === word.slice(to);
  };
  if (rest(at, at)) return true;
  const swapped = typed[at] === word[at + 1] && typed[at + 1] === word[at] && typed[at + 1] !== undefined;
  return rest(at + 1, at + 1) || rest(at + 1, at) || rest(at, at + 1) || (swapped && rest(at + 2, at + 2));
}

/** The words of a text in small letters; `o'connor` is one. */
export const wordsIn = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? [];

/** Whether each word of a needle stands in a text, is the beginning of one of its words, or nearly is. */
export function holdsNearly(text: string, needle: string): boolean {
  const [wanted, words] = [wordsIn(needle), wordsIn(text)];
  return (
    wanted.length > 0 &&
    wanted.every((one) =>
      words.some((word) => word.includes(one) || (one.length >= leastNearly && isNearly(one, word, true))),
    )
  );
}
