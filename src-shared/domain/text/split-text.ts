/**
 * A variable (`{{app.name}}`) is never cut, and what ends a sentence only does before a blank, a tag or the end. Neither a tag nor a
 * variable holds the sign that begins one: else each of many that are never closed would be looked for to the end of the text.
 */
const pieces = /<[^<>]*>|(?:\{\{[^{}]*\}\}|[^<.!?\n{]|\{(?!\{[^{}]*\}\})|[.!?](?!\s|<|$))+[.!?]*\s*|[\s\S]/g;
const words = /<[^<>]*>|\{\{[^{}]*\}\}|[\p{L}\p{N}_]+|\s+|[\s\S]/gu;

/** A text in pieces that are changed as one: a tag, a sentence, a line. Put together again they are the text. */
export const piecesOf = (text: string): readonly string[] => text.match(pieces) ?? [];

/** A text in tags, variables, words, blanks and signs; put together again they are the text. */
export const wordsOf = (text: string): readonly string[] => text.match(words) ?? [];
