import { t } from '@shared/language/t';

/** What a code of the network says, for people. */
export interface NetworkWords {
  /** What is wrong; a sentence without its end. */
  readonly words: string;
  readonly next: string;
}

interface Cause extends NetworkWords {
  /** Of Node, OpenSSL and undici, and Chromium's (`ERR_…`). */
  readonly codes: readonly string[];
}

const own = t(
  'If it is your company’s own authority, have the system trust it, or for the command line name it with --ca FILE.',
);

/** A proxy that would let us through, and itself finds no way: what it answers instead of a tunnel. */
export const unreachedByProxy: readonly string[] = [
  'PROXY_STATUS_502',
  'PROXY_STATUS_503',
  'PROXY_STATUS_504',
];

const causes: readonly Cause[] = [
  {
    codes: ['CERT_HAS_EXPIRED'],
    words: t('The certificate of the service is not trusted: it has expired'),
    next: t(
      'Check the clock of this machine; if it is right, whoever runs the service must renew the certificate.',
    ),
  },
  {
    codes: ['CERT_NOT_YET_VALID'],
    words: t('The certificate of the service is not trusted: it is not valid yet'),
    next: t('Check the clock of this machine: it may be behind.'),
  },
  {
    codes: ['ERR_CERT_DATE_INVALID'],
    words: t(
      'The certificate of the service is not trusted: by the clock of this machine it has expired, or is not valid yet',
    ),
    next: t(
      'Check the clock of this machine; if it is right, whoever runs the service must renew the certificate.',
    ),
  },
  {
    codes: ['HOSTNAME_MISMATCH', 'ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_CERT_COMMON_NAME_INVALID'],
    words: t('The certificate of the service is not trusted: it is for another name than this address'),
    next: t(
      'Check the address of the service; if it is right, another server answers for it: ask whoever runs this network.',
    ),
  },
  {
    codes: ['DEPTH_ZERO_SELF_SIGNED_CERT'],
    words: t('The certificate of the service is not trusted: it vouches for itself'),
    next: t('Check the address. {own}', { own }),
  },
  {
    codes: [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'ERR_CERT_AUTHORITY_INVALID',
    ],
    words: t('The certificate of the service is not trusted: nobody knows who issued it'),
    next: t('Check the address; a firewall may read along with a certificate of its own. {own}', { own }),
  },
  {
    codes: ['CERT_REVOKED', 'ERR_CERT_REVOKED'],
    words: t('The certificate of the service is not trusted: it was revoked'),
    next: t('Send nothing there. Ask whoever runs the service.'),
  },
  {
    codes: ['EPROTO', 'ERR_SSL_PROTOCOL_ERROR', 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH'],
    words: t('No safe connection comes about: the other side does not speak TLS as it should'),
    next: t('Check address and port; a proxy or firewall may answer in the place of the service.'),
  },
  {
    codes: ['ENOTFOUND', 'EAI_AGAIN', 'ERR_NAME_NOT_RESOLVED'],
    words: t('The service cannot be reached: nobody knows a machine by its name'),
    next: t('Check the address and the connection; a VPN or a proxy may be missing.'),
  },
  {
    codes: ['ECONNREFUSED', 'ERR_CONNECTION_REFUSED'],
    words: t('The service cannot be reached: nothing listens at its address, or at the proxy on the way'),
    next: t('Check the address, and the proxy if there is one.'),
  },
  {
    codes: [
      'ENETUNREACH',
      'ENETDOWN',
      'EHOSTUNREACH',
      'EHOSTDOWN',
      'ERR_ADDRESS_UNREACHABLE',
      'ERR_INTERNET_DISCONNECTED',
    ],
    words: t('The service cannot be reached: this machine has no network that leads there'),
    next: t('Connect it to a network, or to the VPN of your company.'),
  },
  {
    codes: ['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT', 'ERR_CONNECTION_TIMED_OUT', 'ERR_TIMED_OUT'],
    words: t('The service cannot be reached: nobody answered the call in time'),
    next: t('Check the connection; a firewall may swallow what goes there.'),
  },
  {
    codes: [
      'ERR_PROXY_CONNECTION_FAILED',
      'ERR_NO_SUPPORTED_PROXIES',
      'ERR_PAC_SCRIPT_FAILED',
      'ERR_MANDATORY_PROXY_CONFIGURATION_FAILED',
    ],
    words: t('The service cannot be reached: the proxy on the way does not answer'),
    next: t('Check the proxy, or its PAC file, in the settings of the system.'),
  },
  {
    codes: unreachedByProxy,
    words: t('The service cannot be reached: the proxy on the way finds no way to it'),
    next: t('Check the address; if it is right, ask whoever runs the proxy.'),
  },
];

const byCode = new Map(
  causes.flatMap(({ codes, words, next }) => codes.map((code) => [code, { words, next }] as const)),
);

/** What is wrong and what to do, by the code of a network error; null for one that says no more than that. */
export function networkWords(code: string): NetworkWords | null {
  return byCode.get(code) ?? null;
}
