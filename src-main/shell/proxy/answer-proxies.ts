import { app, net } from 'electron';
import type { ProxyKeeper, ProxyLogin } from '../../workspace/proxy-logins';
import { createProxyLogins, type ProxyLogins, type Tried } from './proxy-logins';

const tryMs = 20_000;

/**
 * Answers proxies that ask engines for a login: these are forked with `respondToAuthRequestsFromMainProcess`, so that main hears of it.
 * Chromium sends it to the proxy alone, and remembers it until the app quits.
 *
 * @param keeperOf where the workspace of this process keeps logins; null where it keeps none
 */
export function answerProxies(
  keeperOf: (pid: number) => ProxyKeeper | null,
  onAsked: () => void,
): ProxyLogins {
  const logins = createProxyLogins({ tryOut, onAsked });
  app.on(
    'login',
    (event, _contents, { url, pid, firstAuthAttempt: first }, { isProxy, ...who }, callback) => {
      event.preventDefault();
      // Main's own, Chromium's services: none of them asks the admin.
      if (pid === 0) return callback();
      logins.answer({ ...who, url, isProxy, first }, keeperOf(pid)).then(
        (login) => (login === null ? callback() : callback(login.user, login.password)),
        () => callback(),
      );
    },
  );
  return logins;
}

/** Asks for the root of the address's host, without any key, by way of the proxy. What main asks later goes by that login, too. */
function tryOut(url: string, proxy: string, login: ProxyLogin): Promise<Tried> {
  return new Promise((resolve) => {
    const request = net.request({ url: new URL('/', url).href, credentials: 'omit', redirect: 'manual' });
    let tried: Tried = 'unreached';
    const timer = setTimeout(() => {
      // Given, and never answered: nobody knows whether it is taken.
      tried = 'unreached';
      request.abort();
    }, tryMs);
    const end = (): void => {
      clearTimeout(timer);
      resolve(tried);
    };
    request.on('login', ({ isProxy, host, port }, callback) => {
      const fits = isProxy && `${host}:${port}` === proxy;
      const again = fits && tried !== 'unreached';
      tried = again ? 'refused' : fits ? 'taken' : tried;
      if (fits && !again) callback(login.user, login.password);
      else callback();
    });
    request.on('response', ({ statusCode }) => {
      // The proxy asks no more: the login of before is still good.
      if (tried === 'unreached' && statusCode !== 407) tried = 'taken';
      request.abort();
      end();
    });
    request.on('redirect', () => {
      if (tried === 'unreached') tried = 'taken';
      request.abort();
      end();
    });
    request.on('error', end);
    request.on('abort', end);
    request.end();
  });
}
