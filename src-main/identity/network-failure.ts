import type { RemoteFailure } from '@shared/domain/remote-failure';

/** Codes of Node, undici and Chromium that prove that no request left this machine's hands. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_INTERNET_DISCONNECTED',
  'ERR_NAME_NOT_RESOLVED',
  'ERR_CONNECTION_REFUSED',
  'ERR_ADDRESS_UNREACHABLE',
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_TUNNEL_CONNECTION_FAILED',
  'ERR_NO_SUPPORTED_PROXIES',
  'ERR_CERT_AUTHORITY_INVALID',
  'ERR_CERT_COMMON_NAME_INVALID',
  'ERR_CERT_DATE_INVALID',
]);

/** Chromium puts its code into the message (`net::ERR_…`); that is the only place where it is. */
const chromiumCode = /^net::(ERR_[A-Z_]+)/;

/** Code of a thrown network error, of its cause where fetch wraps it; '' when there is none. */
function codeOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return '';
  const chromium = chromiumCode.exec(error.message)?.[1];
  if (chromium !== undefined) return chromium;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause, depth + 1);
}

/**
 * A request that ended without a whole answer: offline, unless it was cut off here (`timeout`). Only codes that prove it
 * say that a write had no effect.
 */
export function networkFailure(
  error: unknown,
  { write, cut }: { readonly write: boolean; readonly cut: 'timed-out' | 'aborted' | null },
): RemoteFailure {
  const code = cut ?? codeOf(error);
  const words = {
    'timed-out': 'The service did not answer in time.',
    aborted: 'The request was given up.',
    offline: code === '' ? 'The connection broke.' : `The service cannot be reached (${code}).`,
  };
  return {
    kind: cut === null ? 'offline' : 'timeout',
    status: 0,
    code,
    message: words[cut ?? 'offline'],
    requestId: '',
    retryAfterMs: 0,
    mayHaveTakenEffect: write && (cut !== null || !neverSent.has(code)),
  };
}
