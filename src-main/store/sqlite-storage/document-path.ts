/** What a path leads to in a document, and whether RxDB's matcher may see something else there. */
export interface PathValue {
  readonly value: unknown;
  /** True when an array lies on the way or at the end: matchers look into arrays, key columns cannot. */
  readonly array: boolean;
}

const MISSING: PathValue = { value: undefined, array: false };

/** A reader for one dotted path, split once. */
export function pathReader(path: string): (document: unknown) => PathValue {
  const steps = path.split('.');
  const [only] = steps;
  if (steps.length === 1 && only !== undefined) {
    return (document) => {
      const value = (document as Readonly<Record<string, unknown>>)[only];
      return value === undefined ? MISSING : { value, array: Array.isArray(value) };
    };
  }
  return (document) => {
    let value: unknown = document;
    for (const step of steps) {
      if (typeof value !== 'object' || value === null) return MISSING;
      if (Array.isArray(value)) return { value: undefined, array: true };
      value = (value as Readonly<Record<string, unknown>>)[step];
    }
    return { value, array: Array.isArray(value) };
  };
}
