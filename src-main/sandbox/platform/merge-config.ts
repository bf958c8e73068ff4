type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Deep-merges a patch into a document; null clears a key, so that its default holds again. */
export const mergeConfig = (document: Json, patch: Json): Json => {
  const merged: Record<string, unknown> = { ...document };
  for (const [key, value] of Object.entries(patch)) {
    const held = merged[key];
    if (value === null) delete merged[key];
    else merged[key] = isObject(value) ? mergeConfig(isObject(held) ? held : {}, value) : value;
  }
  return merged;
};

/** Paths that a patch clears, such as `branding.terms_url`. */
export const clearedPaths = (patch: Json, under = ''): readonly string[] =>
  Object.entries(patch).flatMap(([key, value]) => {
    if (value === null) return [`${under}${key}`];
    return isObject(value) ? clearedPaths(value, `${under}${key}.`) : [];
  });
