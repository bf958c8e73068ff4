import type { Context } from 'hono';
import type { ClerkError, Outcome, Refusal } from './outcome';
import type { Trace } from './trace';

/** What an error answer says (spec: `components/schemas/ClerkErrors`). */
export const errorBody = (errors: readonly ClerkError[], traceId: string) => ({
  errors,
  clerk_trace_id: traceId,
});

/** Answers with a refusal's status and Clerk's error body. */
export const refused = (c: Context, { status, errors }: Refusal, traceId: string): Response =>
  c.json(errorBody(errors, traceId), status);

/** Turns the outcome of a handler into a response: 200 with the value, or the refusal. */
export const answer = (c: Context, outcome: Outcome<unknown>): Response => {
  if (outcome.ok) return c.json(outcome.value as object, 200);
  const { trace } = c.env as { readonly trace: Trace };
  return refused(c, outcome.refusal, trace.id);
};

/** Answers with 500 when a handler threw. */
export const answerCrash = (error: Error, c: Context): Response => {
  const { trace } = c.env as { readonly trace: Trace };
  const code = 'internal_clerk_error';
  return c.json(errorBody([{ message: 'Oops', long_message: error.message, code }], trace.id), 500);
};
