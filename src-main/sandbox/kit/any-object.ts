import { z } from 'zod';

/** A JSON object with whatever keys, taken as it is: a copy made key by key would lose one named `__proto__`. */
export const anyObject = z.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'must be an object',
);
