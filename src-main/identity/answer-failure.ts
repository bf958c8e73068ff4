import type { RemoteFailure } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import { betweenFailure, pageFailure } from './network-failure';
import { waitAfterRefusal } from './retry-after';
import type { Wire } from './wire';

function kindOf(status: number): RemoteFailure['kind'] {
  if (status >= 500) return 'server';
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'not-found';
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

/** What a status means whoever sends it: the service is unwell, slow or asks to wait. */
const anybodys = (status: number): boolean => status >= 500 || status === 408 || status === 429;

/**
 * An answer with an error status: classified by status and code, with the service's words where it gave any. Only its own
 * JSON is its word: a page in its place (a firewall's, a proxy's, a portal's) says nothing about records or keys.
 */
export function answerFailure(
  answer: { readonly status: number; readonly text: string; readonly retryAfterMs: number },
  write: boolean,
  { readError }: Pick<Wire, 'readError'>,
): RemoteFailure {
  const { status, text, retryAfterMs } = answer;
  const error = readError(parse(text), status);
  if (status === 407)
    return betweenFailure('proxy-login', t('status {status}', { status: String(status) }), status);
  // RFC 6585, 6: whoever sends it keeps the request from going on.
  if (status === 511) return pageFailure(status, false);
  if (error === undefined && !anybodys(status))
    return betweenFailure('not-the-service', t('status {status}', { status: String(status) }), status);
  return {
    kind: error?.kind ?? kindOf(status),
    status,
    code: error?.code ?? '',
    message: error?.message || t('The service answered with status {status}.', { status: String(status) }),
    requestId: error?.requestId ?? '',
    retryAfterMs: status === 429 ? waitAfterRefusal(retryAfterMs) : retryAfterMs,
    mayHaveTakenEffect: write && status >= 500,
    ...(error?.lack && { lack: error.lack }),
  };
}

/** The gate lets nothing through: the service asked to wait for longer than anybody does. */
export function heldFailure(endpoint: string, leftMs: number, now: number): RemoteFailure {
  const until = new Date(now + leftMs).toISOString();
  return {
    kind: 'rate-limited',
    status: 429,
    code: 'held',
    message: t('The service asks to wait {seconds, number} s more, until {until}, for {endpoint}.', {
      seconds: Math.ceil(leftMs / 1_000),
      until,
      endpoint,
    }),
    requestId: '',
    retryAfterMs: leftMs,
    mayHaveTakenEffect: false,
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
