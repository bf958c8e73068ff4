import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readWorkspace } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import { projectRoot } from '../../../scripts/project-root';
import { bundleChild } from '../kills/bundle-child';
import { valueIn } from '../value-in';

/** Made by an older version; its passphrase is the one of `tests/fixtures/make-workspace.sh`. */
const older = join(projectRoot, 'tests', 'fixtures', 'workspace-3bde360');

export interface UpgradeOutcome {
  /** Openings that were killed before they were over. */
  readonly killed: number;
  /** What an opening after a kill showed otherwise than one that nobody kills. */
  readonly broken: readonly string[];
}

/** Has this version open a copy of an older workspace, kills it on the way, and opens what is left; `kills` times. */
export async function killUpgrades(kills: number, random: () => number): Promise<UpgradeOutcome> {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-upgrades-'));
  const script = await bundleChild('upgrades/upgrade-child');
  const workspace = valueIn(await readWorkspace(older));
  const secrets = valueIn(await unlockWorkspace(workspace, { passphrase: 'correct horse' }));

  /** What the workspace shows, and how long it took, ms; null where the process was killed before. */
  async function open(folder: string, killAfter?: number): Promise<{ shown: string; ms: number } | null> {
    const order = {
      directory: folder,
      key: secrets.databaseKey,
      apiKey: secrets.apiKey,
      url: workspace.info.url,
    };
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, UPGRADE_ORDER: JSON.stringify(order) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const lines = createInterface({ input: child.stdout });
    const drained = once(lines, 'close');
    let [begun, ms, shown] = [0, 0, ''];
    lines.on('line', (line) => {
      if (line === 'begun') {
        begun = performance.now();
        if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
      } else {
        shown = line;
        ms = performance.now() - begun;
      }
    });
    const [code, signal] = await ended;
    await drained;
    if (signal === 'SIGKILL') return null;
    if (code !== 0) throw new Error(`opening ended with ${code}`);
    return { shown, ms };
  }

  async function copy(name: string): Promise<string> {
    const folder = join(directory, name);
    await rm(folder, { recursive: true, force: true });
    await cp(older, folder, { recursive: true });
    return folder;
  }

  try {
    const whole = await open(await copy('whole'));
    if (whole === null) throw new Error('nobody killed it');
    const broken: string[] = [];
    let killed = 0;
    // One that was quicker than its kill is tried again.
    for (let trial = 0; killed < kills && trial < kills * 4; trial += 1) {
      const folder = await copy('trial');
      const after = random() * whole.ms;
      if ((await open(folder, after)) !== null) continue;
      killed += 1;
      const again = await open(folder);
      if (again?.shown !== whole.shown)
        broken.push(`killed after ${after} ms: ${again?.shown}, not ${whole.shown}`);
    }
    return { killed, broken };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
