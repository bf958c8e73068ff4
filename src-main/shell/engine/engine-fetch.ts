import { net } from 'electron';

/**
 * `fetch` by Electron's network stack: system proxy, PAC and enterprise certificates apply. Falls back to Node's where a
 * utility process has no `net`.
 *
 * Chromium sends a request again by itself, whatever its method, when a connection that was used before breaks without
 * an answer (`HttpNetworkTransaction::ShouldResendRequest`): a POST then makes two records. So each POST has a connection
 * of its own: other credentials, hence another pool than the rest, and closed after use. Over HTTP/2 such a close is not
 * to be had; there, two POSTs in a row share a connection.
 */
export const engineFetch: typeof fetch =
  typeof net?.fetch === 'function'
    ? (input, init) => {
        const address = input instanceof URL ? input.href : input;
        if (init?.method !== 'POST') return net.fetch(address, { credentials: 'omit', ...init });
        const headers = new Headers(init.headers);
        headers.set('Connection', 'close');
        return net.fetch(address, { ...init, credentials: 'include', headers: Object.fromEntries(headers) });
      }
    : fetch;
