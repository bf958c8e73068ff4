import { piecesOf } from './split-text';

/** The sentences of a text: neither tags, nor variables alone, nor what stands in a sheet of styles. */
const sentencesOf = (text: string): ReadonlySet<string> =>
  new Set(
    piecesOf(text.replace(/<style[\s\S]*?<\/style>/gi, ''))
      .filter((piece) => !piece.startsWith('<') && /\p{L}/u.test(piece.replace(/\{\{[^{}]*\}\}/g, '')))
      .map((piece) => piece.trim()),
  );

/** Less than this share of its sentences two wordings do not have in common by chance. */
const leastShared = 0.25;

/**
 * Whether new sentences would be put among others altogether: a text shares next to none of those that the change began with, as one in
 * another language does. Tags alone may be changed in any language. Pure.
 */
export function isAmongOthers({
  base,
  mine,
  theirs,
}: Readonly<Record<'base' | 'mine' | 'theirs', string>>): boolean {
  const [before, after, held] = [base, mine, theirs].map(sentencesOf);
  if (!before || !after || !held || before.size === 0 || held.size === 0) return false;
  const isNew = [...after].some((sentence) => !before.has(sentence) && !held.has(sentence));
  const shared = [...before].filter((sentence) => held.has(sentence)).length;
  return isNew && shared / before.size < leastShared;
}
