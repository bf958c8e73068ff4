import { failure, type Result, success } from '@shared/contract/failure';
import type { KeptProxyLogin, ProxyAsked } from '@shared/contract/proxy-calls';
import type { ShellInputOf } from '@shared/contract/shell';
import { t } from '@shared/language/t';
import { diskFailure } from '../../workspace/disk-failure';
import type { ProxyKeeper, ProxyLogin } from '../../workspace/proxy-logins';

/** Somebody on the way asks who we are (401, 407). */
export interface Challenge {
  /** What was asked for. */
  readonly url: string;
  readonly isProxy: boolean;
  /** Of who asks. */
  readonly host: string;
  readonly port: number;
  readonly realm: string;
  /** False where a login was given for this request already, and refused. */
  readonly first: boolean;
}

/** What became of a login that was tried: `unreached` where nobody asked for it. */
export type Tried = 'taken' | 'refused' | 'unreached';

interface LoginParts {
  /** Tries a login at a proxy, once, on the way to an address. */
  readonly tryOut: (url: string, proxy: string, login: ProxyLogin) => Promise<Tried>;
  /** Another proxy waits for a login, or none any more. */
  readonly onAsked: () => void;
}

/** `keeper`: of the workspace that is meant, null where none is open or it keeps none. */
export interface ProxyLogins {
  /** The login for who asks; null where there is none yet, and none for who is no proxy. */
  answer(challenge: Challenge, keeper: ProxyKeeper | null): Promise<ProxyLogin | null>;
  /** The proxy that waits for a login. */
  asked(keeper: ProxyKeeper | null): ProxyAsked | null;
  /** Of all that are kept: by whom, never the password. */
  kept(keeper: ProxyKeeper | null): Promise<Result<readonly KeptProxyLogin[]>>;
  /** Keeps the login no more, and answers by it no more. */
  forget(proxy: string, keeper: ProxyKeeper | null): Promise<Result<null>>;
  give(input: ShellInputOf<'giveProxyLogin'>, keeper: ProxyKeeper | null): Promise<Result<null>>;
}

/**
 * Logins at proxies, each for the one `host:port` that asked. Nobody waits for an admin: a request without a login fails, and is
 * asked anew once there is one. A login is tried by one request before all go by it, so that a wrong one locks no account.
 */
export function createProxyLogins({ tryOut, onAsked }: LoginParts): ProxyLogins {
  /** Taken by their proxy in this run. */
  const known = new Map<string, ProxyLogin>();
  /** Proxies that refused one in this run, with what was kept: it is not tried again, though the disk may not let it be forgotten. */
  const refusals = new Map<string, ProxyLogin | null>();
  const trying = new Map<string, Promise<ProxyLogin | null>>();
  let waiting: (Omit<ProxyAsked, 'mayKeep'> & { readonly url: string }) | null = null;

  const wait = (next: typeof waiting): void => {
    const same = waiting?.proxy === next?.proxy && waiting?.refused === next?.refused;
    waiting = next;
    if (!same) onAsked();
  };

  /** Whoever waits at this proxy, of whichever workspace, waits no longer. */
  const answered = (proxy: string, login: ProxyLogin): ProxyLogin => {
    if (waiting?.proxy === proxy) wait(null);
    return login;
  };

  /** A disk that cannot be written to keeps nobody from being asked. */
  const drop = async (
    proxy: string,
    login: ProxyLogin | undefined,
    keeper: ProxyKeeper | null,
  ): Promise<void> => {
    refusals.set(proxy, login ?? refusals.get(proxy) ?? null);
    known.delete(proxy);
    await keeper?.keep(proxy, null).catch(() => undefined);
  };

  /** What was kept, if the proxy takes it still. */
  const kept = async (url: string, proxy: string, keeper: ProxyKeeper | null): Promise<ProxyLogin | null> => {
    const login = (await keeper?.read(proxy)) ?? null;
    const refused = refusals.get(proxy);
    if (login === null || (login.user === refused?.user && login.password === refused.password)) return null;
    const tried = await tryOut(url, proxy, login);
    if (tried === 'taken') known.set(proxy, login);
    if (tried === 'refused') await drop(proxy, login, keeper);
    return tried === 'taken' ? login : null;
  };

  return {
    asked(keeper) {
      if (waiting === null) return null;
      const { url: _url, ...told } = waiting;
      return { ...told, mayKeep: keeper !== null };
    },
    async answer(challenge, keeper) {
      if (!challenge.isProxy) return null;
      const proxy = `${challenge.host}:${challenge.port}`;
      if (!challenge.first) await drop(proxy, known.get(proxy), keeper);
      const login = known.get(proxy);
      if (login !== undefined) return answered(proxy, login);
      const found = trying.get(proxy) ?? kept(challenge.url, proxy, keeper);
      trying.set(proxy, found);
      const taken = await found.finally(() => trying.delete(proxy));
      if (taken !== null) return answered(proxy, taken);
      wait({ proxy, realm: challenge.realm, refused: refusals.has(proxy), url: challenge.url });
      return null;
    },
    async kept(keeper) {
      try {
        return success((await keeper?.list()) ?? []);
      } catch (error) {
        return diskFailure(error, t('Reading the logins that are kept'));
      }
    },
    async forget(proxy, keeper) {
      try {
        await keeper?.keep(proxy, null);
      } catch (error) {
        return diskFailure(error, t('Forgetting the login'));
      }
      known.delete(proxy);
      return success(null);
    },
    async give({ proxy, user, password, keep }, keeper) {
      if (waiting?.proxy !== proxy) return notAsked(proxy);
      const login = { user, password };
      const tried = await tryOut(waiting.url, proxy, login);
      if (tried === 'refused') return refusedBy(proxy);
      if (tried === 'unreached') return unreached(proxy);
      known.set(proxy, login);
      refusals.delete(proxy);
      wait(null);
      try {
        await keeper?.keep(proxy, keep ? login : null);
        return success(null);
      } catch (error) {
        return diskFailure(error, t('Keeping the login'));
      }
    },
  };
}

function notAsked(proxy: string): Result<never> {
  return failure(
    'invalid-input',
    t('{proxy} asks for no login any more. Nothing was sent to it.', { proxy }),
    t('Sync again.'),
  );
}

function refusedBy(proxy: string): Result<never> {
  return failure(
    'proxy-login',
    t('{proxy} does not take this name and password. Nothing else was sent.', { proxy }),
    t('Correct them and try again; after several wrong ones, many networks lock the account.'),
  );
}

function unreached(proxy: string): Result<never> {
  return failure(
    'offline',
    t('{proxy} did not answer, so the login could not be tried. It was not kept.', { proxy }),
    t('Check the connection, then try again.'),
  );
}
