/** Longest text that an index keeps apart, in UTF-16 units; longer values are stored whole all the same. */
const longest = 320;
/** Beyond any time in ms and any count. */
const largest = 9_007_199_254_740_991;

/** Property types of the store's RxDB schemas. Indexed strings and numbers need the bounds that these carry. */
export const stored = {
  id: { type: 'string', maxLength: 200 },
  text: { type: 'string', maxLength: longest },
  /** Milliseconds since 1970, or a count: whole and never negative. */
  whole: { type: 'number', minimum: 0, maximum: largest, multipleOf: 1 },
  flag: { type: 'boolean' },
  list: { type: 'array' },
  object: { type: 'object', additionalProperties: true },
  /** Any JSON value, null too. */
  any: {},
} as const;
