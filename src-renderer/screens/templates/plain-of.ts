const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['copy', '©'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
]);

/** A sign by its name or number; one that is not known here stays as it was written. */
function signOf(written: string, code: string): string {
  if (!code.startsWith('#')) return named.get(code.toLowerCase()) ?? written;
  const number = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code.slice(1), 10);
  return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : written;
}

/** An email as somebody reads it whose program shows no HTML: links with their address, a blank line between paragraphs. Pure. */
export const plainOf = (html: string): string =>
  html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<a [^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, '$2: $1')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/(?:p|h\d|div|tr|li)>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(#x?[\da-f]+|[a-z]+);/gi, signOf)
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n\n')
    .trim();
