import type { CollectionLayout } from './collection-layout';
import { pathReader } from './document-path';
import type { SqlValue } from './driver';
import { fold } from './folded-text';
import { isScalar, NULL_KEY, OTHER_KEY, scalarKey } from './value-key';

/** The key columns of one document, and which of its fields hold something that no key can stand for. */
export type KeyEncoder = (document: unknown, onOdd: (path: string) => void) => SqlValue[];

/**
 * Makes the function that fills a document's key columns. Missing becomes SQL NULL, null (and what JSON turns
 * into null) becomes {@link NULL_KEY}. Objects, and arrays anywhere on the path, are *odd*: they are reported,
 * and from then on queries on that field read the documents instead of the column.
 */
export function keyEncoder(layout: CollectionLayout): KeyEncoder {
  const readers = layout.fields.map(({ path, folds }) => ({
    path: folds ?? path,
    read: pathReader(folds ?? path),
    folds: folds !== undefined,
  }));
  return (document, onOdd) => {
    const keys: SqlValue[] = new Array(readers.length);
    for (let index = 0; index < readers.length; index += 1) {
      const reader = readers[index];
      if (reader === undefined) continue;
      const { value, array } = reader.read(document);
      if (isScalar(value) && !array)
        keys[index] = scalarKey(reader.folds && typeof value === 'string' ? fold(value) : value);
      else if (array || (typeof value === 'object' && value !== null)) {
        onOdd(reader.path);
        keys[index] = OTHER_KEY;
      } else keys[index] = value === undefined ? null : NULL_KEY;
    }
    return keys;
  };
}
