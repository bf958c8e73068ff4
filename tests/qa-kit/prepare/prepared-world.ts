import { spawn } from 'node:child_process';
import { once as event } from 'node:events';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readWorkspace } from '@main/workspace/read-workspace';
import { replaceVault } from '@main/workspace/replace-vault';
import { Secrets } from '@main/workspace/vault/secrets';
import { WorkspaceId } from '@shared/domain/ids';
import { passphrase } from '../../support/passphrase';
import { startSandboxProcess } from '../../support/start-sandbox-process';
import { valueIn } from '../../support/value-in';
import { appFolder, prepareArguments } from '../places';
import { once } from './once';
import type { Wanted } from './prepare-child';
import { type SourceChoice, sourceOf, type WorldSource } from './world-source';

/** Which world, and where its clock stands (ms; null for the real time). */
export interface WorldChoice extends SourceChoice {
  readonly now: number | null;
}

/** A seeded service and a workspace that holds all of it, for tests to copy. */
export interface PreparedWorld {
  readonly source: WorldSource;
  /** Copies the service's data, for a sandbox of the same world to be started on. */
  readonly copyService: (to: string) => Promise<void>;
  /** Copies the workspace into a profile, for a copy of the service at that origin; its folder. */
  readonly copyWorkspace: (profile: string, origin: string) => Promise<string>;
}

/** Prepares a world once a run: all workers and tests copy the same one. @param root folder for what was prepared */
export async function prepareWorld(root: string, choice: WorldChoice): Promise<PreparedWorld> {
  const { now } = choice;
  const source = await sourceOf(choice);
  const { scenario, name } = source;
  const id = WorkspaceId.parse(`qa-${name.toLowerCase()}`);
  const folder = join(root, `${source.mark}-${now ?? 'real'}`);
  const parts = (of: string) => ({
    service: join(of, 'service'),
    workspace: join(of, 'workspace'),
    secrets: join(of, 'secrets.json'),
  });
  await once(folder, async (making) => {
    const { service, workspace, secrets } = parts(making);
    const options = { ...source.seeding, data: service, limits: 'none', now: now ?? undefined } as const;
    const sandbox = await startSandboxProcess(options, source.maker);
    try {
      const apiKey = scenario === 'platforms' ? sandbox.platformToken : sandbox.secretKey;
      const asked = { directory: workspace, id, name, scenario, url: `${sandbox.url}/v1`, apiKey, now };
      await writeFile(secrets, await prepare({ ...asked, passphrase }), { mode: 0o600 });
    } finally {
      await sandbox.stop();
    }
  });
  const ready = parts(folder);
  return {
    source,
    copyService: (to) => cp(ready.service, to, { recursive: true }),
    copyWorkspace: async (profile, origin) => {
      const directory = join(profile, 'workspaces', id);
      await mkdir(join(profile, 'workspaces'), { recursive: true });
      await cp(ready.workspace, directory, { recursive: true });
      const copy = valueIn(await readWorkspace(directory));
      // A vault opens for the address that it was sealed for only: this copy of the service has one of its own.
      const moved = { ...copy, info: { ...copy.info, url: `${origin}/v1` } };
      const secrets = Secrets.parse(JSON.parse(await readFile(ready.secrets, 'utf8')));
      valueIn(await replaceVault(moved, secrets, { kind: 'passphrase', passphrase }, 'Moving the workspace'));
      return directory;
    },
  };
}

/** In a process of its own: an engine holds state in its modules. */
async function prepare(wanted: Wanted): Promise<string> {
  const child = spawn(process.execPath, prepareArguments, {
    cwd: appFolder,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(JSON.stringify(wanted));
  const [told, why, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    event(child, 'exit'),
  ]);
  if (code !== 0) throw new Error(`Preparing the workspace ${wanted.name} ended with code ${code}:\n${why}`);
  return told;
}
