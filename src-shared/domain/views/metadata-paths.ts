import { type EntityName, modelOf } from '../entity';
import { isJsonArray, type JsonValue } from '../json';

/** A path inside of metadata, and in how many of the rows that were looked at it has a value. */
export interface MetadataPath {
  readonly path: string;
  readonly count: number;
}

const mostLevels = 5;
const mostPaths = 300;

/** Fields of an entity whose keys are the customer's own. */
export const metadataFields = (entity: EntityName): readonly string[] =>
  Object.entries(modelOf(entity).fields).flatMap(([name, { kind }]) => (kind === 'json' ? [name] : []));

/** Whether a path leads into metadata of an entity: `publicMetadata.tier`. */
export function isMetadataPath(entity: EntityName, path: string): boolean {
  const [head = '', ...keys] = path.split('.');
  return keys.length > 0 && !keys.includes('') && metadataFields(entity).includes(head);
}

/** Paths of values inside of metadata that occur in rows, the most frequent first. A key with a dot in it has no path. */
export function metadataPaths(entity: EntityName, rows: readonly object[]): readonly MetadataPath[] {
  const counts = new Map<string, number>();
  const walk = (value: JsonValue | undefined, path: string, level: number): void => {
    if (value === undefined || value === null) return;
    if (typeof value !== 'object' || isJsonArray(value) || level === mostLevels) {
      if (level > 0) counts.set(path, (counts.get(path) ?? 0) + 1);
      return;
    }
    for (const [key, inner] of Object.entries(value))
      if (key !== '' && !key.includes('.')) walk(inner, `${path}.${key}`, level + 1);
  };
  for (const row of rows)
    for (const field of metadataFields(entity))
      walk((row as Readonly<Record<string, JsonValue>>)[field], field, 0);
  return [...counts]
    .map(([path, count]) => ({ path, count }))
    .sort((a, b) => b.count - a.count || (a.path < b.path ? -1 : 1))
    .slice(0, mostPaths);
}
