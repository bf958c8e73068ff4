import { countInPool } from '@main/engine/count-in-pool';
import type { Failure, Result } from '@shared/contract/failure';
import { success } from '@shared/contract/failure';
import type { Plan } from '@shared/contract/plan';
import type { JsonValue } from '@shared/domain/json';
import { metPolicies } from '@shared/domain/met-policies';
import { reachOf } from '@shared/domain/policy-reach';
import { findCopies, ofPeople, type PoolApplication, type PoolCopies } from './pool-copies';
import { withWorkspace } from './with-workspace';

interface Counted extends PoolApplication {
  readonly people: number;
  /** Of them, those whom the setting meets. */
  readonly met: number;
  /** When the copy was complete last, ms since 1970. */
  readonly asOf: number;
}

/** People in the copies of some applications, and whom a setting meets of them. */
export interface MetPeople {
  readonly people: number;
  readonly met: number;
  /** Applications that were counted, each in its newest copy. */
  readonly counted: readonly Counted[];
  /** Applications without a copy of their people here. */
  readonly withoutCopy: readonly PoolApplication[];
  /** Applications whose copies could not be opened, or are not complete. */
  readonly notCounted: readonly (PoolApplication & { readonly failure: Failure })[];
}

/** A policy that a plan sends, with whom it meets. */
export interface PolicyMet extends MetPeople {
  /** Of the setting, with `config.`. */
  readonly path: string;
  readonly value: JsonValue;
}

/** Opens one copy after the other; the service is not asked. `only`: ids; none means all. */
export async function countMet(
  copies: PoolCopies['copies'],
  path: string,
  only: readonly string[],
): Promise<MetPeople> {
  const counted = new Map<string, Counted>();
  const refused = new Map<string, MetPeople['notCounted'][number]>();
  const withoutCopy: PoolApplication[] = [];
  for (const [application, copy] of ofPeople(copies)) {
    const { applicationId } = application;
    if (only.length > 0 && !only.includes(applicationId)) continue;
    if (copy === undefined) {
      withoutCopy.push(application);
      continue;
    }
    const answer = await withWorkspace(copy.directory, (engine) => countInPool(engine, path));
    if (!answer.ok) refused.set(applicationId, { ...application, failure: answer.error });
    else if (answer.value.asOf >= (counted.get(applicationId)?.asOf ?? 0))
      counted.set(applicationId, { ...application, ...answer.value });
  }
  const all = [...counted.values()];
  return {
    people: all.reduce((sum, { people }) => sum + people, 0),
    met: all.reduce((sum, { met }) => sum + met, 0),
    counted: all,
    withoutCopy,
    notCounted: [...refused.values()].filter(({ applicationId }) => !counted.has(applicationId)),
  };
}

/** Whom the policies of a plan meet, by the copies of the platform's pools; said on stderr as well. The platform's own workspace is closed by then. */
export async function policiesMet(directory: string, { steps }: Plan): Promise<Result<readonly PolicyMet[]>> {
  const goes = steps.filter(({ verdict }) => verdict === 'clean' || verdict === 'merged');
  const policies = metPolicies(goes);
  if (policies.length === 0) return success([]);
  const found = await findCopies(directory, 'Leave out --count-people here.');
  if (!found.ok) return found;
  const all: PolicyMet[] = [];
  for (const { path, value, applications } of policies) {
    const met = await countMet(found.value.copies, path, [...applications.keys()]);
    all.push({ path, value, ...met });
    tell(path, met);
  }
  return success(all);
}

function tell(path: string, { met, counted, withoutCopy, notCounted }: MetPeople): void {
  const reach = reachOf(path);
  if (reach === undefined) return;
  const who = met === 1 ? `1 person ${reach.one}` : `${met} people ${reach.many}`;
  const left = withoutCopy.length + notCounted.length;
  const rest =
    left === 0
      ? ''
      : ` Not counted: ${left} ${left === 1 ? 'application' : 'applications'} without a copy that is complete.`;
  process.stderr.write(`${path}: ${who} (counted: ${counted.length}); ${reach.means}.${rest}\n`);
}
