/** Most characters of a cell (Microsoft, "Excel specifications and limits"). */
export const mostCharacters = 32_767;

/**
 * A text as a workbook holds it (ECMA-376, ST_Xstring): what XML does not take, and ends of lines that it would change, as `_x000D_`; a text
 * that looks like one of these is kept from being read so. Halves of pairs become U+FFFD. Pure.
 */
export const sheetText = (text: string): string =>
  text
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that XML does not take
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/\p{Surrogate}/gu, '\ufffd');

/** A text as a cell of a workbook has room for it: what is longer ends with an ellipsis. Pure. */
export const cutText = (text: string): string =>
  text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 1)}…`;
