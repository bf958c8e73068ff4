import { dirname } from 'node:path';
import type { Engine } from '@main/engine/engine';
import { type BrokenWorkspace, listWorkspaces } from '@main/workspace/list-workspaces';
import { readWorkspace } from '@main/workspace/read-workspace';
import { wasWorkspace } from '@main/workspace/was-workspace';
import type { Workspace } from '@main/workspace/workspace';
import { failure, type Result, success } from '@shared/contract/failure';
import { peoplesCopies } from '@shared/contract/pool-of';
import { gather } from '@shared/gather';
import { withWorkspace } from './with-workspace';

/** An application with people of its own. */
export interface PoolApplication {
  readonly applicationId: string;
  readonly name: string;
}

type PoolCopy = readonly [PoolApplication, Workspace | undefined];

export interface PoolCopies {
  /** Those that the platform has. */
  readonly applications: readonly PoolApplication[];
  /** Each application with a copy of its people; undefined where there is none beside the platform. */
  readonly copies: readonly PoolCopy[];
  /** Folders beside it that hold a workspace which cannot be read: nobody knows whose. */
  readonly unreadable: readonly BrokenWorkspace[];
}

const pageSize = 500;

/** The copied pools of a platform, beside its own workspace, which is closed by then. `next`: what to do where it is no platform's. */
export async function findCopies(directory: string, next: string): Promise<Result<PoolCopies>> {
  const platform = await readWorkspace(directory);
  if (!platform.ok) return platform;
  const { id, scenario } = platform.value.info;
  if (scenario !== 'platforms')
    return failure('invalid-input', `${directory} is no workspace of a platform.`, next);
  const applications = await withWorkspace(directory, readApplications);
  if (!applications.ok) return applications;
  const around = await listWorkspaces(dirname(directory));
  if (!around.ok) return around;
  const { workspaces, broken } = around.value;
  const copies = asksOf(id, applications.value, workspaces);
  return success({ applications: applications.value, copies, unreadable: await unreadableOf(broken) });
}

/** Of the folders beside a platform that are none that can be read: those that were a workspace. */
export async function unreadableOf(broken: readonly BrokenWorkspace[]): Promise<readonly BrokenWorkspace[]> {
  const were = await Promise.all(broken.map(({ directory }) => wasWorkspace(directory)));
  return broken.filter((_, at) => were[at]);
}

/** Every copy with its application, applications without one, and copies whose application the platform has no more: people are in them still. */
function asksOf(
  platformId: string,
  applications: readonly PoolApplication[],
  around: readonly Workspace[],
): readonly PoolCopy[] {
  const copies = new Map<string, Workspace[]>();
  for (const workspace of around) {
    const of = workspace.info.platform;
    if (of?.workspaceId !== platformId) continue;
    gather(copies, of.applicationId, workspace);
  }
  const known = new Set(applications.map(({ applicationId }) => applicationId));
  const gone = [...copies].flatMap(([applicationId, [copy]]) =>
    copy === undefined || known.has(applicationId) ? [] : [{ applicationId, name: copy.info.name }],
  );
  return [...applications, ...gone].flatMap((application) =>
    (copies.get(application.applicationId) ?? [undefined]).map((copy) => [application, copy] as const),
  );
}

/** Those that are asked about an application's people, and those without a copy. */
export const ofPeople = (copies: PoolCopies['copies']): PoolCopies['copies'] =>
  peoplesCopies(copies, ([, copy]) => copy?.info ?? { environment: 'production' });

async function readApplications(engine: Engine): Promise<Result<readonly PoolApplication[]>> {
  const all: PoolApplication[] = [];
  for (;;) {
    const page = await engine.call('page', { entity: 'application', limit: pageSize, offset: all.length });
    if (!page.ok) return page;
    const { rows, total } = page.value;
    all.push(...rows.map((row) => ({ applicationId: String(row.id), name: String(row.name) })));
    if (rows.length === 0 || all.length >= total) return success(all);
  }
}
