import { hkdfSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { KeptProxyLogin } from '@shared/contract/proxy-calls';
import { z } from 'zod';
import { seal, unseal } from './vault/seal';
import { SealedBox } from './vault/vault';
import type { Workspace } from './workspace';
import { workspacePaths } from './workspace-paths';
import { writeFileAtomic } from './write-file-atomic';

export const ProxyLogin = z.object({ user: z.string(), password: z.string() });
export type ProxyLogin = Readonly<z.infer<typeof ProxyLogin>>;

/** By `host:port` of the proxy. */
const Logins = z.record(z.string(), ProxyLogin);

/** Logins at proxies, kept beside a workspace under a key derived from its database's: whoever opens the workspace has them. */
export interface ProxyKeeper {
  /** Null where there is none, or what is kept is under another key. */
  read(proxy: string): Promise<ProxyLogin | null>;
  /** Of all that are kept: by whom, never the password. */
  list(): Promise<readonly KeptProxyLogin[]>;
  /** Null takes out what is kept. Throws errors of the disk. */
  keep(proxy: string, login: ProxyLogin | null): Promise<void>;
}

/** @param databaseKey 32 bytes in hex */
export function createProxyKeeper(
  { directory, info }: Pick<Workspace, 'directory' | 'info'>,
  databaseKey: string,
): ProxyKeeper {
  const { proxyLogins: file } = workspacePaths(directory);
  const key = Buffer.from(
    hkdfSync('sha256', Buffer.from(databaseKey, 'hex'), '', 'tenantry proxy logins', 32),
  );
  const all = async (): Promise<Readonly<Record<string, ProxyLogin>>> => {
    try {
      const box = SealedBox.parse(JSON.parse(await readFile(file, 'utf8')));
      return Logins.parse(JSON.parse(unseal(key, box, info.id) ?? '{}'));
    } catch {
      // None were kept, or the file is nothing that can be read: a login can be given again.
      return {};
    }
  };
  return {
    read: async (proxy) => (await all())[proxy] ?? null,
    list: async () => Object.entries(await all()).map(([proxy, { user }]) => ({ proxy, user })),
    async keep(proxy, login) {
      const { [proxy]: last, ...others } = await all();
      if (last === undefined && login === null) return;
      const next = login === null ? others : { ...others, [proxy]: login };
      await writeFileAtomic(file, JSON.stringify(seal(key, JSON.stringify(next), info.id)));
    },
  };
}
