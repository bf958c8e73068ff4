import { existsSync } from 'node:fs';
import type { Engine } from '@main/engine/engine';
import { openEngine } from '@main/engine/open-engine';
import { bindVault } from '@main/workspace/bind-vault';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import { readWorkspace } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import type { Unlocking } from '@main/workspace/vault/protection';
import type { Secrets } from '@main/workspace/vault/secrets';
import type { Workspace } from '@main/workspace/workspace';
import { workspacePaths } from '@main/workspace/workspace-paths';
import { failure, type Result, success } from '@shared/contract/failure';
import { EnvHttpProxyAgent, fetch as undiciFetch } from 'undici';
import { readSecret } from './read-secret';

/** Hosts of this very machine: no proxy stands on the way to them, whatever NO_PROXY says. */
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * `fetch` as the environment wants it: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in either case, which Node's own does not
 * read. The proxy's user and password stand in its address.
 */
function proxiedFetch(environment: NodeJS.ProcessEnv): Result<typeof fetch> {
  const read = (name: string): string => environment[name.toLowerCase()] || environment[name] || '';
  const httpProxy = withScheme(read('HTTP_PROXY'));
  const httpsProxy = withScheme(read('HTTPS_PROXY'));
  if (httpProxy === '' && httpsProxy === '') return success(fetch);
  const wrong = [httpProxy, httpsProxy].find((address) => address !== '' && !isProxy(address));
  if (wrong !== undefined) {
    return failure(
      'invalid-input',
      'HTTPS_PROXY or HTTP_PROXY is no address of a proxy. Nothing was sent.',
      'Give it as http://host:port, or http://user:password@host:port.',
    );
  }
  const dispatcher = new EnvHttpProxyAgent({
    ...(httpProxy !== '' && { httpProxy }),
    ...(httpsProxy !== '' && { httpsProxy }),
    noProxy: read('NO_PROXY'),
  });
  return success((input, init) => {
    const address = new URL(input instanceof Request ? input.url : input);
    if (loopback.has(address.hostname)) return fetch(input, init);
    // The same function by the same authors, at another version: the types do not know that.
    const through = undiciFetch as unknown as (url: URL, init: object) => Promise<Response>;
    return through(address, { ...init, dispatcher });
  });
}

/** `host:port` is what many tools take. */
function withScheme(address: string): string {
  return address === '' || address.includes('://') ? address : `http://${address}`;
}

function isProxy(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** A workspace that this process has to itself, with what its vault holds. */
export interface Unlocked {
  readonly workspace: Workspace;
  readonly secrets: Secrets;
  /** What opened the vault, and opens it again. */
  readonly unlocking: Unlocking;
}

export interface Opening {
  /** How the vault is opened; only for the address that it was sealed for, unless told otherwise. */
  readonly unlock?: typeof unlockWorkspace;
  /** The key to use in the place of the one that is kept. */
  readonly apiKey?: string;
}

/** Unlocks the workspace for one command, alone; its database stays closed. */
export async function withUnlocked<T>(
  directory: string,
  command: (unlocked: Unlocked) => Promise<Result<T>>,
  { unlock = unlockWorkspace }: Pick<Opening, 'unlock'> = {},
): Promise<Result<T>> {
  const workspace = await readWorkspace(directory);
  if (!workspace.ok) return workspace;
  const { protection } = workspace.value.info;
  if (protection === 'keyring') return keyringOnly(directory);
  const passphrase = protection === 'passphrase' ? await readSecret('TENANTRY_PASSPHRASE') : null;
  if (passphrase !== null && !passphrase.ok) return passphrase;

  const lock = await lockWorkspace(directory);
  if (!lock.ok) return lock;
  try {
    const unlocking = passphrase === null ? {} : { passphrase: passphrase.value };
    const secrets = await unlock(workspace.value, unlocking);
    if (!secrets.ok) return secrets;
    const bound = await bindVault(workspace.value, secrets.value, unlocking);
    const result = await command({ workspace: bound, secrets: secrets.value, unlocking });
    const halfway =
      !result.ok && result.error.code === 'wrong-key' && existsSync(workspacePaths(directory).next);
    return halfway ? rekeyFirst(directory) : result;
  } finally {
    await lock.value.release();
  }
}

/** Opens the workspace for one command, alone, and closes it whatever the command does. */
export function withWorkspace<T>(
  directory: string,
  command: (engine: Engine, unlocked: Unlocked) => Promise<Result<T>>,
  opening: Opening = {},
): Promise<Result<T>> {
  const work = async (unlocked: Unlocked): Promise<Result<T>> => {
    const through = proxiedFetch(process.env);
    if (!through.ok) return through;
    const { id, name, scenario, url, snapshot } = unlocked.workspace.info;
    const engine = await openEngine({
      directory,
      ...unlocked.secrets,
      // With a key of its own the opening may be at another address than the one that a token was sealed for.
      ...(opening.apiKey !== undefined && { apiKey: opening.apiKey, platformToken: undefined }),
      url,
      workspace: { id, name, scenario, snapshot },
      fetch: through.value,
    });
    if (!engine.ok) return engine;
    try {
      return await command(engine.value, unlocked);
    } finally {
      await engine.value.close();
    }
  };
  return withUnlocked(directory, work, opening);
}

function rekeyFirst(directory: string): Result<never> {
  return failure(
    'wrong-key',
    `A change of the key of ${directory} was cut off. Nothing is lost, and nothing was changed now.`,
    'Run rekey again with the same two passphrases: it goes on where it stopped.',
  );
}

function keyringOnly(directory: string): Result<never> {
  return failure(
    'no-keyring',
    `The key of the workspace in ${directory} is kept in the desktop's keyring, which the command line does not reach.`,
    'Make a workspace for the command line with init: it is protected by TENANTRY_PASSPHRASE.',
  );
}
