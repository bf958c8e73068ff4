/** The addresses in a text, parted by commas, semicolons, blanks or lines; each once. */
export function addressesIn(text: string): readonly string[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  return [...new Map(parts.map((part) => [part.toLowerCase(), part])).values()];
}
