import type { BrokenWorkspace } from '@main/workspace/list-workspaces';
import { type Failure, failure, type Result, success } from '@shared/contract/failure';
import { secondFactorPath } from '@shared/domain/policy-reach';
import { countMet } from './count-met';
import { firstExitCode } from './exit-code';
import { findCopies, type PoolApplication } from './pool-copies';
import { report } from './report';
import type { AddCommand, Shared } from './shared-options';

interface Counted {
  readonly people: number;
  readonly withoutSecondFactor: number;
  /** When the copy was complete last, ms since 1970. */
  readonly asOf: number;
}

export function addCountPeopleCommand(command: AddCommand): void {
  command(
    'count-people [application...]',
    'people, and those without a second factor, by the pools’ copies',
  ).action(async (ids: readonly string[], { dir, json = false }: Shared) =>
    report(await countPeople(dir, ids), json, countExitCode),
  );
}

export interface PeopleCounted {
  readonly people: number;
  readonly withoutSecondFactor: number;
  /** Applications that were counted, each in its newest copy. */
  readonly counted: readonly (PoolApplication & Counted)[];
  /** Applications without a copy of their people here. */
  readonly withoutCopy: readonly PoolApplication[];
  /** Applications whose copies could not be opened, or are not complete. */
  readonly notCounted: readonly (PoolApplication & { readonly failure: Failure })[];
  readonly unreadable: readonly BrokenWorkspace[];
}

/** How many people the applications of a platform have, and how many of them no second factor: by the copies of their pools, the service is not asked. */
export async function countPeople(
  directory: string,
  only: readonly string[] = [],
): Promise<Result<PeopleCounted>> {
  const found = await findCopies(directory, 'Use status here.');
  if (!found.ok) return found;
  const { copies, unreadable } = found.value;
  const strange = only.find((id) => !copies.some(([{ applicationId }]) => applicationId === id));
  if (strange !== undefined)
    return failure(
      'not-found',
      `The platform has no application ${strange}. Nothing was counted.`,
      'Name applications by their ids.',
    );
  const { people, met, counted, ...rest } = await countMet(copies, secondFactorPath, only);
  const told = counted.map(({ met: withoutSecondFactor, ...one }) => ({ ...one, withoutSecondFactor }));
  return success({ people, withoutSecondFactor: met, counted: told, ...rest, unreadable });
}

/** What kept a copy from being counted decides; applications without one are told, and are no failure. */
export function countExitCode({ notCounted, unreadable }: PeopleCounted): number {
  return firstExitCode([...notCounted, ...unreadable]);
}
