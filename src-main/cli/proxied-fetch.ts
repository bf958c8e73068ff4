import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import { failure, type Result, success } from '@shared/contract/failure';
import { addressFault } from '@shared/domain/kinds/web-address';

/** Where `--ca` stands for the rest of the process. */
export const authorityVariable = 'TENANTRY_CA';

/** Hosts of this very machine: no proxy stands on the way to them, whatever NO_PROXY says. */
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * `fetch` as the environment wants it: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in either case, which Node's own does not
 * read. The proxy's user and password stand in its address. Authorities of your own are trusted in the packaged app as well.
 */
export async function proxiedFetch(environment: NodeJS.ProcessEnv): Promise<Result<typeof fetch>> {
  const read = (name: string): string => environment[name.toLowerCase()] || environment[name] || '';
  const httpProxy = withScheme(read('HTTP_PROXY'));
  const httpsProxy = withScheme(read('HTTPS_PROXY'));
  for (const [name, address] of [
    ['HTTP_PROXY', httpProxy],
    ['HTTPS_PROXY', httpsProxy],
  ] as const) {
    const fault = address === '' ? null : proxyFault(address);
    if (fault !== null)
      return failure(
        'invalid-input',
        `${name} is no address of a proxy: it ${fault}. Nothing was sent.`,
        'Give it as http://host:port, or http://user:password@host:port; a % of a password is written %25, an @ %40.',
      );
  }
  const trust = await trusted(environment);
  if (!trust.ok) return trust;
  const isProxied = httpProxy !== '' || httpsProxy !== '';
  if (!isProxied && trust.value === null) return success(fetch);
  const { Agent, EnvHttpProxyAgent, fetch: undiciFetch } = await import('undici');
  const tls =
    trust.value === null ? {} : { connect: trust.value, requestTls: trust.value, proxyTls: trust.value };
  const direct = trust.value === null ? null : new Agent({ connect: trust.value });
  const dispatcher = new EnvHttpProxyAgent({
    ...(httpProxy !== '' && { httpProxy }),
    ...(httpsProxy !== '' && { httpsProxy }),
    noProxy: read('NO_PROXY'),
    ...tls,
  });
  return success((input, init) => {
    const address = new URL(input instanceof Request ? input.url : input);
    const here = loopback.has(address.hostname);
    if (here && direct === null) return fetch(input, init);
    // The same function by the same authors, at another version: the types do not know that.
    const through = undiciFetch as unknown as (url: URL, init: object) => Promise<Response>;
    return through(address, { ...init, dispatcher: here ? direct : dispatcher });
  });
}

/**
 * What Node trusts, and the files that `--ca`, `NODE_EXTRA_CA_CERTS` and `TENANTRY_EXTRA_CA_CERTS` name: by a fuse the packaged runtime drops the second,
 * which the package's launcher hands on as the third. Null where Node sees to it by itself.
 */
async function trusted(environment: NodeJS.ProcessEnv): Promise<Result<{ readonly ca: string[] } | null>> {
  const { NODE_EXTRA_CA_CERTS: nodes = '', TENANTRY_EXTRA_CA_CERTS: handedOn = '' } = environment;
  const own = environment[authorityVariable] ?? '';
  if (own === '' && handedOn === '') return success(null);
  const ca = [...rootCertificates];
  for (const [named, file] of [
    ['--ca', own],
    ['NODE_EXTRA_CA_CERTS', handedOn || nodes],
  ] as const) {
    if (file === '') continue;
    try {
      const text = await readFile(file, 'utf8');
      new X509Certificate(text);
      ca.push(text);
    } catch (error) {
      return noCertificate(named, file, error);
    }
  }
  return success({ ca });
}

function noCertificate(named: string, file: string, error: unknown): Result<never> {
  return failure(
    'invalid-input',
    `${named} names ${file}, which holds no certificate that can be read: ${error instanceof Error ? error.message : String(error)}. Nothing was sent.`,
    'Name a PEM file (-----BEGIN CERTIFICATE-----) with the certificate of your authority, which you may read.',
  );
}

/** `host:port` is what many tools take. */
function withScheme(address: string): string {
  return address === '' || address.includes('://') ? address : `http://${address}`;
}

/**
 * What is wrong with the address of a proxy, as the end of a sentence without a password; null for one. Of its login, every % begins a
 * byte of UTF-8, and nothing is a control character (RFC 7617).
 */
function proxyFault(address: string): string | null {
  const [scheme = ''] = address.split('://');
  if (!/^https?$/i.test(scheme)) return `begins with ${scheme}://, and only http:// and https:// are spoken`;
  const fault = addressFault(address, { http: true, login: true });
  if (fault !== null) return fault;
  // What is written as a host can still be none: 1.2.3.256, or a broken xn-- name.
  if (!URL.canParse(address)) return 'needs a host such as example.com';
  const { username, password } = new URL(address);
  try {
    return /\p{Cc}/u.test(decodeURIComponent(`${username}:${password}`))
      ? 'has a control character in its login'
      : null;
  } catch {
    return 'has a % in its login that begins no character';
  }
}
