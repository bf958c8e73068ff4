import type { RemoteFailure } from '@shared/domain/remote-failure';
import { z } from 'zod';

/** Error body of the service (spec: `components.schemas.ClerkErrors`). */
const ClerkErrors = z.object({
  errors: z.array(
    z.object({ code: z.string(), message: z.string().catch(''), long_message: z.string().catch('') }),
  ),
  clerk_trace_id: z.string().catch(''),
});

/** When a 429 does not say how long to wait, ms. */
const usualRetryAfterMs = 1_000;

function kindOf(status: number, known: boolean): RemoteFailure['kind'] {
  if (status >= 500) return 'server';
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      // A proxy's own 404 page must never pass for "this record was deleted".
      return known ? 'not-found' : 'malformed';
    case 407:
      return 'offline';
    case 408:
      return 'timeout';
    case 409:
      return 'conflict';
    case 429:
      return 'rate-limited';
    default:
      return 'invalid';
  }
}

/** `Retry-After` in ms: seconds or a date (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | null, now: number): number {
  if (header === null || header === '') return 0;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

/** An answer with an error status: classified by status and code, with the service's words where it gave any. */
export function answerFailure(
  answer: { readonly status: number; readonly text: string; readonly retryAfter: string | null },
  { write, now }: { readonly write: boolean; readonly now: number },
): RemoteFailure {
  const { status, text, retryAfter } = answer;
  const body = ClerkErrors.safeParse(parse(text)).data;
  const error = body?.errors[0];
  const wait = retryAfterMs(retryAfter, now);
  return {
    kind: kindOf(status, error !== undefined),
    status,
    code: error?.code ?? '',
    message: error?.long_message || error?.message || `The service answered with status ${status}.`,
    requestId: body?.clerk_trace_id ?? '',
    retryAfterMs: status === 429 ? wait || usualRetryAfterMs : wait,
    mayHaveTakenEffect: write && status >= 500,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A 2xx answer that cannot be understood. */
export function malformedAnswer(
  why: { readonly status: number; readonly code: string; readonly message: string },
  write: boolean,
): RemoteFailure {
  return { kind: 'malformed', ...why, requestId: '', retryAfterMs: 0, mayHaveTakenEffect: write };
}
