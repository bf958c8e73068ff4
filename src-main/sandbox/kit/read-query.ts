import type { Context } from 'hono';
import type { z } from 'zod';
import { formErrors } from './form-errors';
import type { Outcome } from './outcome';

/** Decodes the query string; every parameter reaches the schema as a list of texts. Errors: 422 `form_param_…`. */
export const readQuery = <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Outcome<z.output<Schema>> => {
  const input = c.req.queries();
  const decoded = schema.safeParse(input);
  return decoded.success ? { ok: true, value: decoded.data } : formErrors(decoded.error, input);
};
