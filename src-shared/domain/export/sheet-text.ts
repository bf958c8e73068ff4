/** Most characters of a cell (Microsoft, "Excel specifications and limits"). */
export const mostCharacters = 32_767;

/** A text as a workbook can hold it (XML 1.0): control characters and halves of pairs become U+FFFD. Pure. */
export const sheetText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that XML does not take
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/\p{Surrogate}/gu, '\ufffd');

/** A text as a cell of a workbook has room for it: what is longer ends with an ellipsis. Pure. */
export const cutText = (text: string): string =>
  text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 1)}…`;
