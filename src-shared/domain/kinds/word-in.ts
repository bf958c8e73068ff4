/**
 * What a table by the words of the service has for one of them; undefined for one that it lacks, `constructor` too. The service may invent
 * words: whoever looks one up says what is shown of those.
 */
export const wordIn = <T>(table: Readonly<Record<string, T>> | undefined, word: string): T | undefined =>
  table !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
