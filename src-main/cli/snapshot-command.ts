import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Engine } from '@main/engine/engine';
import { pathFailure, taken } from '@main/workspace/named-file';
import { newWorkspaceId } from '@main/workspace/new-workspace-id';
import { snapshotLabel } from '@main/workspace/snapshot-workspace';
import { snapshotOf, throughBackup } from '@main/workspace/through-backup';
import { failure, type Result, success } from '@shared/contract/failure';
import type { SnapshotFacts, SnapshotOrder, SnapshotReport } from '@shared/contract/snapshot';
import { RecordId } from '@shared/domain/ids';
import { clearWhenStopped, type Leavings } from './clear-when-stopped';
import { lastMomentOf, writtenFile } from './option-values';
import { readSecret } from './read-secret';
import { report } from './report';
import type { AddCommand, Shared } from './shared-options';
import { tellMaintenance } from './tell-maintenance';
import { withWorkspace } from './with-workspace';

interface SnapshotOptions {
  readonly org?: string;
  readonly until?: number;
}

export function addSnapshotCommand(command: AddCommand): void {
  command('snapshot', 'a read-only copy without any key, as one encrypted file; restore opens it')
    .argument('<file>', 'where it is written; it must not exist yet', writtenFile)
    .option('--org <id>', 'only this organization')
    .option('--until <day>', 'the last day that it opens; without end otherwise', lastMomentOf)
    .action(async (file: string, { dir, json = false, ...options }: Shared & SnapshotOptions) =>
      report(await writeSnapshot(dir, resolve(file), options), json),
    );
}

/** The passphrase, `TENANTRY_SNAPSHOT_PASSPHRASE`, is the copy’s own: who is given it can open nothing else. */
async function writeSnapshot(
  directory: string,
  to: string,
  options: SnapshotOptions,
): Promise<Result<SnapshotReport & SnapshotFacts>> {
  const passphrase = await readSecret('TENANTRY_SNAPSHOT_PASSPHRASE');
  if (!passphrase.ok) return passphrase;
  return clearWhenStopped(async (leavings) => {
    try {
      if (!leavings.file(to)) return taken(to);
    } catch (error) {
      return pathFailure(error, to);
    }
    const made = await writeInto(directory, to, passphrase.value, options, leavings);
    if (!made.ok) await rm(to, { force: true });
    return made;
  });
}

interface Start {
  readonly key: string;
  readonly facts: SnapshotFacts;
  readonly order: SnapshotOrder;
}

/** The engine is closed before the copy is made: nothing else may be open beside that. */
async function writeInto(
  directory: string,
  to: string,
  passphrase: string,
  { org, until = 0 }: SnapshotOptions,
  leavings: Leavings,
): Promise<Result<SnapshotReport & SnapshotFacts>> {
  const starts: Start[] = [];
  const backUp = (path: string, label: string) =>
    withWorkspace<unknown>(directory, async (engine, { workspace, secrets }) => {
      const twice = snapshotOf(workspace.info);
      if (twice !== null) return twice;
      const organization = org === undefined ? success(null) : await named(engine, org);
      if (!organization.ok) return organization;
      const facts: SnapshotFacts = {
        madeAt: Date.now(),
        expiresAt: until,
        organization: organization.value,
        withToken: secrets.platformToken !== undefined,
      };
      const id = newWorkspaceId(`${workspace.info.name} snapshot`);
      const labelled = await snapshotLabel(workspace, id, facts, passphrase);
      if (!labelled.ok) return labelled;
      const order = { ...labelled.value, ...(org !== undefined && { organizationId: org }) };
      starts.push({ key: secrets.databaseKey, facts, order });
      const end = tellMaintenance(engine, 'copying');
      const backedUp = await engine.backUp(path, label);
      end();
      return backedUp;
    });
  const make = async (from: string) => {
    const [start] = starts;
    if (start === undefined) throw new Error('a backup was made without its order');
    const { snapshotInto } = await import('@main/engine/maintenance/closed-workspace');
    const written = await snapshotInto({ from, key: start.key, now: Date.now }, to, start.order);
    return written.ok ? success({ ...written.value, ...start.facts }) : written;
  };
  return throughBackup(to, backUp, make, leavings.folder);
}

async function named(engine: Engine, org: string): Promise<Result<SnapshotFacts['organization']>> {
  const { data: id } = RecordId.safeParse(org);
  const found = id === undefined ? null : await engine.call('record', { entity: 'organization', id });
  if (found?.ok === false) return found;
  const name = found?.value.record?.name;
  if (typeof name === 'string') return success({ id: org, name });
  return failure(
    'not-found',
    `--org: there is no organization ${org}. Nothing was written.`,
    'List organizations for their ids.',
  );
}
