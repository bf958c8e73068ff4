import { net } from 'electron';

/**
 * `fetch` by Electron's network stack: system proxy, PAC and enterprise certificates apply. Falls back to Node's where a
 * utility process has no `net`.
 *
 * Chromium sends a request again by itself, whatever its method, when a connection that was used before breaks without
 * an answer (`HttpNetworkTransaction::ShouldResendRequest`): a POST then makes two records, and a PATCH overwrites what a
 * colleague wrote in between. So each write has a connection of its own: other credentials, hence another pool than the
 * reads, and closed after use. HTTP/2 has no such close, so that the app speaks HTTP/1.1 (`run-shell.ts`).
 */
export const engineFetch: typeof fetch =
  typeof net?.fetch === 'function'
    ? (input, init) => {
        const address = input instanceof URL ? input.href : input;
        if (readsOnly(init?.method)) return net.fetch(address, { credentials: 'omit', ...init });
        const headers = new Headers(init?.headers);
        headers.set('Connection', 'close');
        return net.fetch(address, { ...init, credentials: 'include', headers: Object.fromEntries(headers) });
      }
    : fetch;

const readsOnly = (method = 'GET'): boolean => method === 'GET' || method === 'HEAD';
