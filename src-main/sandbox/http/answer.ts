import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { Outcome } from '../rules/outcome';

/** Turns an outcome into a response: 200 with the value, or the refusal's status with Clerk's error body. */
export const answer = (c: Context, outcome: Outcome<unknown>): Response => {
  if (outcome.ok) return c.json(outcome.value as object, 200);
  const { status, errors } = outcome.refusal;
  return c.json({ errors, clerk_trace_id: randomBytes(16).toString('hex') }, status);
};
