import type { z } from 'zod';
import type { ClerkError, Refusal } from './outcome';

type Issue = z.core.$ZodIssue;

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );

const formError = (issue: Issue, input: unknown): ClerkError => {
  const param = issue.path.filter((key) => typeof key === 'string').join('.') || 'body';
  const meta = { param_name: param };
  const value = valueAt(input, issue.path);
  // What fits none of several shapes is told as a misfit of the first.
  const nested = issue.code === 'invalid_union' ? issue.errors[0]?.[0] : undefined;
  if (nested !== undefined) return formError({ ...nested, path: issue.path }, input);
  if (issue.code === 'invalid_type') {
    if (value === undefined)
      return {
        message: 'is missing',
        long_message: `${param} must be included.`,
        code: 'form_param_missing',
        meta,
      };
    if (value === null)
      return { message: 'is nil', long_message: `${param} cannot be null.`, code: 'form_param_nil', meta };
    return {
      message: 'is invalid',
      long_message: `\`${param}\` must be a \`${issue.expected}\`.`,
      code: 'form_param_type_invalid',
      meta,
    };
  }
  if (issue.code === 'too_big' && issue.origin === 'string')
    return {
      message: 'exceeds maximum length',
      long_message: `${param} should not exceed ${String(issue.maximum)} characters.`,
      code: 'form_param_max_length_exceeded',
      meta,
    };
  if (issue.code === 'invalid_format')
    return { message: 'is invalid', long_message: issue.message, code: 'form_param_format_invalid', meta };
  return { message: 'is invalid', long_message: issue.message, code: 'form_param_value_invalid', meta };
};

/** Turns what zod found wrong with an input into a 422 with one error per finding. */
export const formErrors = (
  error: z.ZodError,
  input: unknown,
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { status: 422, errors: error.issues.map((issue) => formError(issue, input)) },
});
