import { pathReader } from './document-path';
import { fold, marked, unspaced } from './folded-text';

/** The searchable text of one document, all declared fields behind one another; empty when it has none. */
export type TextEncoder = (document: unknown) => string;

/** Reads strings, and lists of strings, from the declared paths. */
export function textEncoder(paths: readonly string[]): TextEncoder {
  const readers = paths.map(pathReader);
  return (document) => {
    let text = '';
    for (const read of readers) {
      const { value } = read(document);
      for (const item of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
        if (typeof item !== 'string' || item === '') continue;
        for (const each of [item, ...unspaced(item)]) text += `${marked(fold(each))} `;
      }
    }
    return text;
  };
}
