import { z } from 'zod';

/** A proxy that asks for a login. */
export const ProxyAsked = z.object({
  /** Its `host:port`. */
  proxy: z.string(),
  /** What it calls itself; '' where it says nothing. */
  realm: z.string(),
  /** Whether it refused the last login it was given. */
  refused: z.boolean(),
  /** Whether a login can be kept beside the open workspace. */
  mayKeep: z.boolean(),
});
export type ProxyAsked = Readonly<z.infer<typeof ProxyAsked>>;

/** A login that is kept, without its password. */
export const KeptProxyLogin = z.object({
  /** `host:port` of its proxy. */
  proxy: z.string(),
  user: z.string(),
});
export type KeptProxyLogin = Readonly<z.infer<typeof KeptProxyLogin>>;

const nothing = z.object({});
const asked = z.object({ asked: ProxyAsked.nullable() });

/** What stands between this machine and the service, and what an admin can do about it. */
export const proxyCalls = {
  /** The proxy that waits for a login; null when none does. */
  proxyAsked: { input: nothing, output: asked },
  /** Tries a login at the proxy that asks, and goes by it from then on; `keep`: sealed beside the open workspace, else until the app quits. */
  giveProxyLogin: {
    input: z.object({
      proxy: z.string().max(300),
      user: z.string().min(1).max(1_000),
      password: z.string().max(1_000),
      keep: z.boolean(),
    }),
    output: nothing,
  },
  /** The logins that are kept beside the open workspace. */
  keptProxyLogins: { input: nothing, output: z.object({ logins: z.array(KeptProxyLogin) }) },
  /** Takes one of them out, and offers it to its proxy no more; what connections go by already ends with the app. */
  forgetProxyLogin: { input: z.object({ proxy: z.string().max(300) }), output: nothing },
  /** Opens the open workspace's service in the system's browser, unencrypted and without a path: where a network answers with its own page. */
  openNetworkPage: { input: nothing, output: nothing },
} as const;

export const proxyEvents = {
  /** A proxy asks for a login, or has one. */
  proxyAsked: asked,
} as const;
