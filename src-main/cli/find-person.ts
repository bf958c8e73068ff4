import { findInPool, nothingToFind } from '@main/engine/find-in-pool';
import type { BrokenWorkspace } from '@main/workspace/list-workspaces';
import type { Workspace } from '@main/workspace/workspace';
import { type Failure, type Result, success } from '@shared/contract/failure';
import type { PoolHits } from '@shared/contract/pool-hits';
import { firstExitCode } from './exit-code';
import { findCopies, type PoolApplication } from './pool-copies';
import { report } from './report';
import type { AddCommand, Shared } from './shared-options';
import { withWorkspace } from './with-workspace';

/** What the pool of one application answered. */
interface PoolAnswer extends Omit<PoolHits, 'lacking'> {
  readonly applicationId: string;
  readonly name: string;
  /** Folder of the copy that answered; '' where there is none. An application may have several. */
  readonly directory: string;
  /**
   * `incomplete`: it was looked through and holds nobody such, but not all of the pool. `no-copy`: no copy of its people is known here. `closed`: the
   * copy could not be opened. `failure` says why.
   */
  readonly state: 'asked' | 'incomplete' | 'no-copy' | 'closed';
  readonly failure: Failure | null;
}

export interface PeopleFound {
  readonly pools: readonly PoolAnswer[];
  /** Folders beside it that hold a workspace which cannot be read: nobody knows whose. */
  readonly unreadable: readonly BrokenWorkspace[];
}

export function addFindPersonCommand(command: AddCommand): void {
  command('find-person <text>', 'asks the copied pools of a platform, one after the other').action(
    async (text: string, { dir, json = false }: Shared) =>
      report(await findPerson(dir, text), json, findExitCode),
  );
}

/** 0 where every copy was asked and could answer; else what kept one from it. Applications without a copy are no failure: there was nothing to ask. */
export function findExitCode({ pools, unreadable }: PeopleFound): number {
  return firstExitCode([...pools, ...unreadable]);
}

/**
 * Looks for a person in the pools of a platform, one after the other: each with its own key, in its own engine, which is closed before the
 * next one is opened. Nothing of it is kept, and the platform's own workspace is closed by then.
 */
export async function findPerson(directory: string, text: string): Promise<Result<PeopleFound>> {
  if (text.trim() === '') return nothingToFind();
  const found = await findCopies(directory, 'Use list user --text here.');
  if (!found.ok) return found;
  const { copies, unreadable } = found.value;
  const pools: PoolAnswer[] = [];
  for (const [application, copy] of copies) {
    const answer = await askPool(application, copy, text);
    process.stderr.write(`${told(answer)}\n`);
    pools.push(answer);
  }
  for (const { failure: why } of unreadable) process.stderr.write(`Not asked: ${why.message}\n`);
  return success({ pools, unreadable });
}

async function askPool(
  application: PoolApplication,
  copy: Workspace | undefined,
  text: string,
): Promise<PoolAnswer> {
  const directory = copy?.directory ?? '';
  const none = { ...application, directory, asOf: 0, hits: [], total: 0, failure: null };
  if (copy === undefined) return { ...none, state: 'no-copy' };
  const asked = await withWorkspace(copy.directory, (engine) => findInPool(engine, text));
  if (!asked.ok) return { ...none, state: 'closed', failure: asked.error };
  const { lacking, ...found } = asked.value;
  return found.total === 0 && lacking !== null
    ? { ...none, state: 'incomplete', failure: lacking }
    : { ...none, state: 'asked', ...found };
}

/** For whoever waits: nothing of the person. */
function told({ name, state, total, asOf, failure: why }: PoolAnswer): string {
  if (state === 'no-copy') return `${name}: no copy of its people was found here.`;
  if (state === 'incomplete') return `${name}: looked through, but not complete. ${why?.message ?? ''}`;
  if (state === 'closed') return `${name}: not asked. ${why?.message ?? ''}`;
  return `${name}: ${total} found${asOf === 0 ? ', in a copy that is not complete' : ''}.`;
}
