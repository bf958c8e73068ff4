import { type NetworkTrouble, troubleOf } from '@shared/domain/network-trouble';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import { networkWords, unreachedByProxy } from './network-words';

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
  'ERR_INTERNET_DISCONNECTED',
  'ERR_NAME_NOT_RESOLVED',
  'ERR_CONNECTION_REFUSED',
  'ERR_CONNECTION_TIMED_OUT',
  'ERR_ADDRESS_UNREACHABLE',
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_NO_SUPPORTED_PROXIES',
  ...unreachedByProxy,
]);

/** Codes of Node's TLS (OpenSSL's names) and Chromium's for a certificate or a handshake that is not trusted. */
const certificateCodes = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_SIGNATURE_FAILURE',
  'INVALID_CA',
  'HOSTNAME_MISMATCH',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_BAD_SSL_CLIENT_AUTH_CERT',
  'EPROTO',
]);
const certificatePrefixes = ['ERR_CERT_', 'ERR_SSL_'] as const;

/** Chromium's for a proxy that asks who we are, or does not let us through. */
const proxyCodes = new Set([
  'ERR_TUNNEL_CONNECTION_FAILED',
  'ERR_PROXY_AUTH_REQUESTED',
  'ERR_PROXY_AUTH_UNSUPPORTED',
  'ERR_UNEXPECTED_PROXY_AUTH',
  'ERR_INVALID_AUTH_CREDENTIALS',
]);

/** Chromium puts its code into the message (`net::ERR_…`); that is the only place where it is. */
const chromiumCode = /^net::(ERR_[A-Z_]+)/;
/** Electron's `net` and undici's tunnel name neither code nor status elsewhere. */
const cancelledRedirect = 'Redirect was cancelled';
const refusedTunnel = /^Proxy response \((\d+)\) !== 200 when HTTP Tunneling/;

/** Before the status that a proxy refused a tunnel with. */
const tunnelPrefix = 'PROXY_STATUS_';

/** Code of a thrown network error, of its cause where fetch wraps it; '' when there is none. */
function codeOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return '';
  const chromium = chromiumCode.exec(error.message)?.[1];
  if (chromium !== undefined) return chromium;
  if (error.message === cancelledRedirect) return 'redirected' satisfies NetworkTrouble;
  const tunnel = refusedTunnel.exec(error.message)?.[1];
  if (tunnel !== undefined) return `${tunnelPrefix}${tunnel}`;
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  return codeOf(error.cause, depth + 1);
}

/** Node's `fetch` shows no 407 (Fetch standard, HTTP-network-or-cache fetch): it fails, for a cause without words. */
function isHidden407(error: unknown): boolean {
  return error instanceof TypeError && error.cause instanceof Error && error.cause.message === '';
}

/** What the code says of whoever stands in between; all of it happens before a request is handed over. */
function troubleBehind(code: string): NetworkTrouble | null {
  if (certificateCodes.has(code) || certificatePrefixes.some((prefix) => code.startsWith(prefix)))
    return 'certificate';
  if (unreachedByProxy.includes(code)) return null;
  return proxyCodes.has(code) || code.startsWith(tunnelPrefix) ? 'proxy-login' : troubleOf(code);
}

const troubleWords: Readonly<Record<NetworkTrouble, string>> = {
  certificate: t('The certificate of the service is not trusted'),
  redirected: t(
    'A sign-in page seems to answer instead of the service: something between us and the service redirects',
  ),
  'proxy-login': t('The proxy asks for a login, or does not let this address through'),
  'not-the-service': t('Something between us and the service answers in its place'),
};

/** A page in the place of an answer: of a network that one has to sign in to first, or of a firewall. `write` proves nothing: see `isHidden407`. */
export function pageFailure(status: number, write: boolean): RemoteFailure {
  return {
    ...betweenFailure('not-the-service', t('status {status}', { status: String(status) }), status),
    message: t(
      'A sign-in page, or another page of this network, answers instead of the service (status {status}).',
      { status: String(status) },
    ),
    mayHaveTakenEffect: write,
  };
}

/** A failure of whoever stands between us and the service: nothing was carried out. `detail`: a code or a status. */
export function betweenFailure(trouble: NetworkTrouble, detail: string, status = 0): RemoteFailure {
  const known = networkWords(detail);
  return {
    kind: 'offline',
    status,
    code: trouble,
    message: `${known?.words ?? troubleWords[trouble]} (${detail}).`,
    ...(known && { next: known.next }),
    requestId: '',
    retryAfterMs: 0,
    mayHaveTakenEffect: false,
  };
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
  const trouble = cut === null ? troubleBehind(code) : null;
  if (trouble !== null) return betweenFailure(trouble, code);
  if (code === '' && isHidden407(error))
    return { ...betweenFailure('proxy-login', 'status 407', 407), mayHaveTakenEffect: write };
  const known = networkWords(code);
  const words = {
    'timed-out': t('The service did not answer in time.'),
    aborted: t('The request was given up.'),
    offline:
      code === ''
        ? t('The connection broke.')
        : `${known?.words ?? t('The service cannot be reached')} (${code}).`,
  };
  return {
    kind: cut === null ? 'offline' : 'timeout',
    status: 0,
    code,
    message: words[cut ?? 'offline'],
    ...(known && { next: known.next }),
    requestId: '',
    retryAfterMs: 0,
    mayHaveTakenEffect: write && (cut !== null || !neverSent.has(code)),
  };
}
