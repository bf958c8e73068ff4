type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const within = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);

/** Deep-merges a patch into a document; null clears a key that is `held`, so that its default holds again. */
export const mergeConfig = (document: Json, patch: Json, held: unknown): Json => {
  const merged: Record<string, unknown> = { ...document };
  for (const [key, value] of Object.entries(patch)) {
    const before = merged[key];
    const known = within(held, key);
    if (value === null && known !== undefined) delete merged[key];
    else merged[key] = isObject(value) ? mergeConfig(isObject(before) ? before : {}, value, known) : value;
  }
  return merged;
};

/**
 * A body with the held value in the place of each null that reads show as null: what was null when it was read and is
 * sent back so is no wish, whether nothing is held there or something that is not shown.
 */
export const keepNulls = (body: Json, shown: unknown, held: unknown): Json =>
  Object.fromEntries(
    Object.entries(body).map(([key, value]) => {
      if (value === null) return [key, within(shown, key) === null ? within(held, key) : null];
      return [key, isObject(value) ? keepNulls(value, within(shown, key), within(held, key)) : value];
    }),
  );

/** Paths that a patch clears, such as `branding.terms_url`; what is null already is not cleared. */
export const clearedPaths = (patch: Json, held: unknown, under = ''): readonly string[] =>
  Object.entries(patch).flatMap(([key, value]) => {
    const before = within(held, key);
    if (value === null) return before === null || before === undefined ? [] : [`${under}${key}`];
    return isObject(value) ? clearedPaths(value, before, `${under}${key}.`) : [];
  });
