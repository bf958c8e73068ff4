import type { Context } from 'hono';
import type { z } from 'zod';
import { formErrors } from './form-errors';
import type { Outcome } from './outcome';
import { refusals } from './refusals';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Decodes a JSON body; an empty one counts as `{}`. Fields that the schema does not know are dropped silently.
 *
 * Errors: 400 `request_body_invalid`, 415 `unsupported_content_type`, 422 `form_param_…`.
 */
export const readBody = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<Outcome<z.output<Schema>>> => {
  const text = await c.req.text();
  const type = c.req.header('content-type') ?? '';
  if (text !== '' && !type.toLowerCase().includes('json')) return refusals.contentTypeUnsupported(type);
  const input = text === '' ? {} : parse(text);
  if (typeof input !== 'object' || input === null) return refusals.bodyInvalid();
  const decoded = schema.safeParse(input);
  return decoded.success ? { ok: true, value: decoded.data } : formErrors(decoded.error, input);
};
