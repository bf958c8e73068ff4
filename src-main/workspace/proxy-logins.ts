import type { KeptProxyLogin } from '@shared/contract/proxy-calls';
import { z } from 'zod';
import { sealedFile } from './sealed-file';
import type { Workspace } from './workspace';
import { workspacePaths } from './workspace-paths';

export const ProxyLogin = z.object({ user: z.string(), password: z.string() });
export type ProxyLogin = Readonly<z.infer<typeof ProxyLogin>>;

/** By `host:port` of the proxy. */
const Logins = z.record(z.string(), ProxyLogin);

/** Logins at proxies, kept beside a workspace under a key derived from its database's: whoever opens the workspace has them. */
export interface ProxyKeeper {
  /** Null where there is none, what is kept is under another key, or it cannot be read now. */
  read(proxy: string): Promise<ProxyLogin | null>;
  /** Of all that are kept: by whom, never the password. Throws errors of the disk. */
  list(): Promise<readonly KeptProxyLogin[]>;
  /** Null takes out what is kept. Throws errors of the disk. */
  keep(proxy: string, login: ProxyLogin | null): Promise<void>;
}

/** @param databaseKey 32 bytes in hex */
export function createProxyKeeper(
  { directory, info }: Pick<Workspace, 'directory' | 'info'>,
  databaseKey: string,
): ProxyKeeper {
  const kept = sealedFile({ info }, databaseKey, {
    file: workspacePaths(directory).proxyLogins,
    purpose: 'tenantry proxy logins',
    schema: Logins,
  });
  // None were kept, or what was is damaged: a login can be given again.
  const all = async () => (await kept.read()) ?? {};
  return {
    // Who is asked for a login waits for no disk.
    read: async (proxy) => (await all().catch((): Record<string, never> => ({})))[proxy] ?? null,
    list: async () => Object.entries(await all()).map(([proxy, { user }]) => ({ proxy, user })),
    async keep(proxy, login) {
      const { [proxy]: last, ...others } = await all();
      if (last === undefined && login === null) return;
      const next = login === null ? others : { ...others, [proxy]: login };
      await kept.write(next);
    },
  };
}
