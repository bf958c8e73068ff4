import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { type FileHandle, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { IntentId } from '@shared/domain/ids';
import { Intent } from '@shared/domain/intent';
import { z } from 'zod';
import { asStoreError } from './sqlite-storage/as-store-error';
import { durableRename } from './sqlite-storage/durable-rename';
import { isThere } from './sqlite-storage/is-there';
import { refuseByKind } from './sqlite-storage/refuse-by-kind';
import { unlessTooDeep } from './sqlite-storage/unless-too-deep';

/** What a journal holds: the newest known state of every intent in it. */
export interface JournalReading {
  readonly intents: ReadonlyMap<IntentId, Intent>;
  /** Lines that are damaged, or were cut off while being written. */
  readonly unreadable: number;
}

/**
 * A file of its own beside the database that every staged or moved intent reaches, flushed to the disk, before the
 * database does: edits outlive even a ruined database. It is encrypted and only ever appended to; when a sound database
 * is opened it is written anew with the open intents alone.
 *
 *     line: base64(iv 12 | ciphertext | tag 16), AES-256-GCM over the JSON of a {@link Line}
 */
export interface IntentJournal {
  read(): Promise<JournalReading>;
  /**
   * @param gone intents that came to nothing
   * @throws StoreError `disk-full`, `read-only`, `io`; what was there before is kept.
   */
  append(intents: readonly Intent[], gone?: readonly IntentId[]): Promise<void>;
  /** Replaces everything by these, in one step. */
  rewrite(intents: readonly Intent[]): Promise<void>;
  /** A line of its own with these intents, for a backup; `read` takes it like every other. */
  sealed(intents: readonly Intent[]): string;
  /** Bytes on disk. */
  size(): Promise<number>;
  close(): Promise<void>;
}

const ivSize = 12;
const tagSize = 16;
const Line = z.object({ intents: z.array(Intent), gone: z.array(IntentId) });
type Line = z.infer<typeof Line>;
type Sealed = { readonly [Field in keyof Line]: readonly Line[Field][number][] };

export function journalPath(directory: string, name: string): string {
  return join(directory, `${name}.intents`);
}

/** @param key the database's raw key, hex; the journal's own is derived from it. */
export function openIntentJournal(path: string, key: string): IntentJournal {
  const secret = Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), '', 'tenantry intent journal', 32));
  let file: FileHandle | undefined;

  async function close(): Promise<void> {
    await file?.close();
    file = undefined;
  }

  /** '' where there is none. The edits are in there: one that cannot be read must not pass for that. */
  async function textOfAll(): Promise<string> {
    try {
      return isThere(path) ? await readFile(path, 'latin1') : '';
    } catch (error) {
      throw asStoreError(error, path);
    }
  }

  return {
    close,
    read: async () => {
      const intents = new Map<IntentId, Intent>();
      let unreadable = 0;
      refuseByKind(path);
      const text = await textOfAll();
      for (const line of text.split('\n').filter((each) => each !== '')) {
        const found = decode(line, secret);
        if (found === null) unreadable += 1;
        for (const intent of found?.intents ?? []) intents.set(intent.id, intent);
        for (const id of found?.gone ?? []) intents.delete(id);
      }
      return { intents, unreadable };
    },
    append: async (intents, gone = []) => {
      try {
        file ??= await open(path, 'a', 0o600);
        // Starting a new line first keeps a line that was cut off by a full disk from spoiling this one.
        await file.write(`\n${encode({ intents, gone }, secret)}\n`);
        await file.datasync();
      } catch (error) {
        throw asStoreError(error, path);
      }
    },
    rewrite: async (intents) => {
      const unfinished = `${path}.part`;
      try {
        await close();
        const whole = await open(unfinished, 'w', 0o600);
        try {
          if (intents.length > 0) await whole.write(`${encode({ intents, gone: [] }, secret)}\n`);
        } finally {
          await whole.close();
        }
        await durableRename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw asStoreError(error, path);
      }
    },
    sealed: (intents) => encode({ intents, gone: [] }, secret),
    size: async () => (isThere(path) ? (await stat(path)).size : 0),
  };
}

function encode(line: Sealed, secret: Uint8Array): string {
  const iv = randomBytes(ivSize);
  const cipher = createCipheriv('aes-256-gcm', secret, iv);
  const text = unlessTooDeep(() => JSON.stringify(line));
  const sealed = [iv, cipher.update(text), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(sealed).toString('base64');
}

function decode(line: string, secret: Uint8Array): Line | null {
  const bytes = Buffer.from(line, 'base64');
  if (bytes.length <= ivSize + tagSize) return null;
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, ivSize));
  decipher.setAuthTag(bytes.subarray(-tagSize));
  try {
    const opened = Buffer.concat([decipher.update(bytes.subarray(ivSize, -tagSize)), decipher.final()]);
    return Line.parse(JSON.parse(opened.toString()));
  } catch {
    return null;
  }
}
