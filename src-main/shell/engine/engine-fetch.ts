import { net } from 'electron';

/**
 * `fetch` by Electron's network stack: system proxy, PAC and enterprise certificates apply. Falls back to Node's
 * where a utility process has no `net`.
 */
export const engineFetch: typeof fetch =
  typeof net?.fetch === 'function'
    ? (input, init) => net.fetch(input instanceof URL ? input.href : input, { credentials: 'omit', ...init })
    : fetch;
