import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformKeyring } from '@main/shell/platform-keyring';
import { chooseProtection } from '@main/shell/workspaces/choose-protection';
import { openStore } from '@main/store/open-store';
import { readWorkspace } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import type { Unlocking } from '@main/workspace/vault/protection';
import type { SafeStorage } from 'electron';
import { sampleIntent, sampleRecord } from '../../store/sample-records';
import { aWorkspace } from '../../workspace/support/a-workspace';

/** The desktop's keyring as an app of this system sees it: one key that it does not give away. */
type SystemKeyring = Parameters<typeof platformKeyring>[0];
type Backend = ReturnType<SafeStorage['getSelectedStorageBackend']>;

function systemKeyring(key: Buffer | null, backend: Backend = 'gnome_libsecret'): SystemKeyring {
  const opened = (): Buffer => {
    if (key === null) throw new Error('the keyring is locked');
    return key;
  };
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => backend,
    encryptString: (plain) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', opened(), nonce);
      return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    decryptString: (sealed) => {
      const cipher = createDecipheriv('aes-256-gcm', opened(), sealed.subarray(0, 12));
      cipher.setAuthTag(sealed.subarray(-16));
      return cipher.update(sealed.subarray(12, -16), undefined, 'utf8') + cipher.final('utf8');
    },
  };
}

/** What may have become of the keyring that a workspace was made with; each must give nothing, and cost nothing. */
const situations: Readonly<Record<string, () => SystemKeyring>> = {
  'backend changed': () => systemKeyring(randomBytes(32), 'kwallet5'),
  'one that gives rubbish': () => ({ ...systemKeyring(randomBytes(32)), decryptString: () => '\u0000{"' }),
  locked: () => systemKeyring(null),
  absent: () => ({ ...systemKeyring(null), isEncryptionAvailable: () => false }),
  'basic text': () => systemKeyring(Buffer.alloc(32, 'peanuts'), 'basic_text'),
  'profile restored on another machine': () => systemKeyring(randomBytes(32)),
};

export interface MatrixOutcome {
  /** Attempts to open or to make a workspace, by situation. */
  readonly tried: Readonly<Record<string, number>>;
  /** What was wiped, changed, opened or written in plain text, in words. */
  readonly broken: readonly string[];
}

const passphrase = 'correct horse';
const marker = 'Quiet Lagoon Partners';

/** Opens workspaces of every protection in every situation, and again when all is well. */
export async function keyringMatrix(): Promise<MatrixOutcome> {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-keyrings-'));
  const tried: Record<string, number> = {};
  const broken: string[] = [];
  try {
    const good = systemKeyring(randomBytes(32));
    const kept = await keep(join(directory, 'by-keyring'), good);
    const locked = await keep(join(directory, 'by-passphrase'));
    for (const [name, make] of Object.entries(situations)) {
      const system = make();
      tried[name] = 0;
      for (const [what, ended] of await attempts(name, system)) {
        tried[name] += 1;
        if (ended !== null) broken.push(`${name}, ${what}: ${ended}`);
      }
    }
    return { tried, broken };

    async function attempts(
      name: string,
      system: SystemKeyring,
    ): Promise<readonly (readonly [string, string | null])[]> {
      const keyring = platformKeyring(system, 'linux') ?? undefined;
      const fresh = join(directory, name.replaceAll(' ', '-'));
      return [
        ['kept by the keyring', await refused(kept, { keyring })],
        ['kept by it, with a passphrase typed', await refused(kept, { keyring, passphrase })],
        ['kept by a passphrase, another one typed', await refused(locked, { keyring, passphrase: 'wrong' })],
        ['kept by a passphrase', await opens(locked, { keyring, passphrase })],
        ['kept by the keyring, which is back', await opens(kept, unlockingOf(good))],
        ['a new one without a passphrase', await made(fresh, system)],
      ];
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

interface Kept {
  readonly folder: string;
  readonly secrets: readonly string[];
}

const unlockingOf = (system: SystemKeyring): Unlocking => ({
  keyring: platformKeyring(system, 'linux') ?? undefined,
});

/** A workspace with a record and a staged edit; kept by a keyring, or by a passphrase where none is given. */
async function keep(folder: string, system?: SystemKeyring): Promise<Kept> {
  const chosen = chooseProtection(
    'remote',
    system === undefined ? passphrase : undefined,
    system === undefined ? null : platformKeyring(system, 'linux'),
  );
  if (!chosen.ok) throw new Error(chosen.error.message);
  const { secrets } = await aWorkspace(folder, { protection: chosen.value });
  const store = await openStore({ directory: folder, key: secrets.databaseKey, now: Date.now });
  await store.write({
    put: [{ entity: 'organization', record: sampleRecord('organization', 'org_1', { name: marker }) }],
    intents: [sampleIntent(1)],
  });
  await store.close();
  return { folder, secrets: [secrets.databaseKey, secrets.apiKey, passphrase, marker] };
}

async function filesOf(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = (await readdir(folder).catch(() => [])).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}

const same = (one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): boolean =>
  one.size === other.size && [...one].every(([name, bytes]) => other.get(name)?.equals(bytes));

/** What is wrong with a folder after an attempt that must give nothing; null when nothing is. */
async function refused({ folder, secrets }: Kept, unlocking: Unlocking): Promise<string | null> {
  const before = await filesOf(folder);
  const read = await readWorkspace(folder);
  if (!read.ok) return read.error.code;
  const unlocked = await unlockWorkspace(read.value, unlocking);
  if (unlocked.ok) return 'it opened';
  if (!['no-keyring', 'wrong-key', 'wrong-passphrase'].includes(unlocked.error.code))
    return unlocked.error.code;
  const after = await filesOf(folder);
  if (!same(before, after)) return 'a file was changed';
  return inPlainText(after, secrets);
}

function inPlainText(files: ReadonlyMap<string, Buffer>, secrets: readonly string[]): string | null {
  for (const [name, bytes] of files)
    for (const secret of secrets)
      for (const form of [secret, Buffer.from(secret).toString('base64').replace(/=+$/, '')])
        if (bytes.includes(form) || bytes.includes(Buffer.from(form, 'utf16le')))
          return `${name} holds a secret in plain text`;
  return null;
}

/** What is wrong with opening a workspace, and with what is in it; null when nothing is. */
async function opens({ folder }: Kept, unlocking: Unlocking): Promise<string | null> {
  const read = await readWorkspace(folder);
  const unlocked = read.ok ? await unlockWorkspace(read.value, unlocking) : read;
  if (!unlocked.ok) return unlocked.error.code;
  const store = await openStore({ directory: folder, key: unlocked.value.databaseKey, now: Date.now });
  const held = [await store.count('organization'), (await store.intents()).length];
  await store.close();
  return held.every((count) => count === 1) ? null : 'something in it is gone';
}

/** Without its keyring a real instance is not kept at all. */
async function made(folder: string, system: SystemKeyring): Promise<string | null> {
  const keyring = platformKeyring(system, 'linux');
  const chosen = chooseProtection('remote', undefined, keyring);
  if (chosen.ok) {
    const workspace = await aWorkspace(folder, { protection: chosen.value }).catch(() => null);
    if (workspace !== null)
      return inPlainText(await filesOf(folder), [workspace.secrets.databaseKey, workspace.secrets.apiKey]);
  } else if (chosen.error.code !== 'no-keyring') return chosen.error.code;
  return (await filesOf(folder)).size === 0 ? null : 'something was left';
}
