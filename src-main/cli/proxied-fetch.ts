import { failure, type Result, success } from '@shared/contract/failure';

/** Hosts of this very machine: no proxy stands on the way to them, whatever NO_PROXY says. */
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * `fetch` as the environment wants it: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in either case, which Node's own does not
 * read. The proxy's user and password stand in its address.
 */
export async function proxiedFetch(environment: NodeJS.ProcessEnv): Promise<Result<typeof fetch>> {
  const read = (name: string): string => environment[name.toLowerCase()] || environment[name] || '';
  const httpProxy = withScheme(read('HTTP_PROXY'));
  const httpsProxy = withScheme(read('HTTPS_PROXY'));
  if (httpProxy === '' && httpsProxy === '') return success(fetch);
  const wrong = [httpProxy, httpsProxy].find((address) => address !== '' && !isProxy(address));
  if (wrong !== undefined) {
    return failure(
      'invalid-input',
      'HTTPS_PROXY or HTTP_PROXY is no address of a proxy. Nothing was sent.',
      'Give it as http://host:port, or http://user:password@host:port.',
    );
  }
  const { EnvHttpProxyAgent, fetch: undiciFetch } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({
    ...(httpProxy !== '' && { httpProxy }),
    ...(httpsProxy !== '' && { httpsProxy }),
    noProxy: read('NO_PROXY'),
  });
  return success((input, init) => {
    const address = new URL(input instanceof Request ? input.url : input);
    if (loopback.has(address.hostname)) return fetch(input, init);
    // The same function by the same authors, at another version: the types do not know that.
    const through = undiciFetch as unknown as (url: URL, init: object) => Promise<Response>;
    return through(address, { ...init, dispatcher });
  });
}

/** `host:port` is what many tools take. */
function withScheme(address: string): string {
  return address === '' || address.includes('://') ? address : `http://${address}`;
}

function isProxy(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
