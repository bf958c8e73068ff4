import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readBackup } from '@main/store/maintenance/read-backup';
import { readWorkspace, workspaceOfText } from '@main/workspace/read-workspace';
import { type Scenario, sandboxWorlds } from '@shared/domain/scenario';
import { valueIn } from '../../support/value-in';
import type { World } from '../options';
import { builtSandbox, twinMaker } from '../places';

/** Which world: a seeded one, or where `from` is not null the twin of that copy. */
export interface SourceChoice {
  readonly world: World;
  readonly seed: number;
  readonly scale: number;
  readonly from: string | null;
}

/** Where the data of a service come from. */
export interface WorldSource {
  readonly scenario: Scenario;
  /** Of the workspace that holds it. */
  readonly name: string;
  /** Tells it from others, in the name of a folder. */
  readonly mark: string;
  /** Arguments for Node of the sandbox that makes the data. */
  readonly maker: readonly string[];
  /** What that one is told; null where it finds out by itself. */
  readonly seeding: Served | null;
  /** What a sandbox on a copy of the data is told. */
  readonly served: Served;
}

interface Served {
  readonly world: string;
  readonly seed: number;
  readonly scale: number;
}

export async function sourceOf({ world, seed, scale, from }: SourceChoice): Promise<WorldSource> {
  if (from !== null) return twinOf(resolve(from));
  const served = { world, seed, scale };
  const mark = `${world}-${seed}-${scale}`;
  return { ...scenarioOf(world), mark, maker: builtSandbox, seeding: served, served };
}

async function twinOf(path: string): Promise<WorldSource> {
  const isFolder = (await stat(path)).isDirectory();
  const { info } = valueIn(isFolder ? await readWorkspace(path) : await readLabel(path));
  // Another copy at the same path has another twin.
  const { size, mtimeMs } = await stat(isFolder ? join(path, 'tenantry.db') : path);
  const mark = createHash('sha256')
    .update(JSON.stringify([path, size, mtimeMs]))
    .digest('hex')
    .slice(0, 16);
  return {
    scenario: info.scenario,
    name: 'Twin',
    mark: `twin-${mark}`,
    maker: twinMaker(path),
    seeding: null,
    served: { world: 'twin', seed: 0, scale: 1 },
  };
}

async function readLabel(path: string): ReturnType<typeof readWorkspace> {
  const backup = await readBackup(path);
  return backup.ok ? workspaceOfText(backup.value.manifest.label, path) : backup;
}

function scenarioOf(world: World): Pick<WorldSource, 'scenario' | 'name'> {
  const found = (Object.keys(sandboxWorlds) as Scenario[]).find(
    (each) => sandboxWorlds[each].world === world,
  );
  if (found === undefined) throw new Error(`There is no world "${world}"`);
  return { scenario: found, name: sandboxWorlds[found].name };
}
