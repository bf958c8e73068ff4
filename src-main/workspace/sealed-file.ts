import { hkdfSync } from 'node:crypto';
import type { z } from 'zod';
import { readIfThere } from './if-there';
import { seal, unseal } from './vault/seal';
import { SealedBox } from './vault/vault';
import type { Workspace } from './workspace';
import { writeFileAtomic } from './write-file-atomic';

export interface SealedFile<T> {
  /** Null where there is none, or it is under another key. Throws errors of the disk: what cannot be read now is not gone. */
  read(): Promise<T | null>;
  /** Throws errors of the disk. */
  write(value: T): Promise<void>;
}

interface What<T> {
  readonly file: string;
  /** What its key is derived for: `tenantry proxy logins`. */
  readonly purpose: string;
  readonly schema: z.ZodType<T>;
}

/**
 * A small file beside a workspace under a key derived from its database's: whoever opens the workspace can read it.
 *
 * @param databaseKey 32 bytes in hex
 */
export function sealedFile<T>(
  { info }: { readonly info: Pick<Workspace['info'], 'id'> },
  databaseKey: string,
  { file, purpose, schema }: What<T>,
): SealedFile<T> {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(databaseKey, 'hex'), '', purpose, 32));
  return {
    async read() {
      const text = await readIfThere(file);
      if (text === null) return null;
      try {
        const box = SealedBox.parse(JSON.parse(text));
        return schema.parse(JSON.parse(unseal(key, box, info.id) ?? ''));
      } catch {
        return null;
      }
    },
    write: (value) => writeFileAtomic(file, JSON.stringify(seal(key, JSON.stringify(value), info.id))),
  };
}
