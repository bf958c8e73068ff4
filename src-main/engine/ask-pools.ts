import type { Store } from '@main/store/store';
import { failureOf } from '@main/sync/failure-of';
import type { Failure } from '@shared/contract/failure';
import type { EntityName } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';
import type { TemplateRead } from '@shared/domain/templates/template-reads';

type Application = StoredRecord<'application'>;

/** Pools that are asked at once. */
const width = 4;

/** What the pool of an application answered. */
export interface PoolAnswer<T> {
  readonly application: Application;
  readonly answer: RemoteResult<T>;
}

/** Each reason once, with the names of whom it concerns. */
export type FailedPools = { failure: Failure; names: string[] }[];

/**
 * What says nothing of the application, so that it is asked again as soon as others are. A pool that answers too late is not: asked again
 * before all others, it would keep them waiting.
 */
const passes = ({ kind }: RemoteFailure): boolean => kind === 'offline' || kind === 'rate-limited';

/** When each application was asked last (ms), and why it did not answer; what says nothing of it leaves it as it was. */
export function readsOf(
  answers: readonly PoolAnswer<unknown>[],
  entity: EntityName,
  at: number,
): Readonly<Record<string, TemplateRead>> {
  return Object.fromEntries(
    answers
      .filter(({ answer }) => answer.ok || !passes(answer.failure))
      .map(({ application, answer }) => [
        application.id,
        { at, failure: answer.ok ? null : failureOf(answer.failure, entity) },
      ]),
  );
}

/** The applications that have a pool: those named, or all. What is only staged has none yet. */
export async function poolsOf(store: Store, ids?: readonly string[]): Promise<readonly Application[]> {
  const known = ids?.map((id) => RecordId.parse(id));
  const rows = known
    ? [...(await store.getMany('application', known)).values()]
    : await store.list('application', []);
  return rows.filter(({ state, staged }) => state !== 'gone' && staged?.verb !== 'create');
}

/**
 * Asks the pools of applications, a few at once, and ends where the rest would be answered no better.
 *
 * @param keep given what those that were asked together answered
 */
export async function askPools<T>(
  applications: readonly Application[],
  ask: (application: Application) => Promise<RemoteResult<T>>,
  keep: (answers: readonly PoolAnswer<T>[]) => Promise<void>,
  signal?: AbortSignal,
): Promise<FailedPools> {
  const failed = new Map<string, FailedPools[number]>();
  for (let start = 0; start < applications.length && signal?.aborted !== true; start += width) {
    const answers = await Promise.all(
      applications.slice(start, start + width).map(async (application) => {
        return { application, answer: await ask(application) };
      }),
    );
    if (signal?.aborted) break;
    for (const { application, answer } of answers) {
      if (answer.ok) continue;
      const told = failureOf(answer.failure, 'application');
      const known = failed.get(told.message);
      if (known === undefined) failed.set(told.message, { failure: told, names: [application.name] });
      else known.names.push(application.name);
    }
    await keep(answers);
    if (isVain(answers)) break;
  }
  return [...failed.values()];
}

/** Whether the rest would be answered no better: no network, no more calls, or a key that opened nothing. One pool's own key is its own. */
function isVain(answers: readonly PoolAnswer<unknown>[]): boolean {
  const kinds = answers.map(({ answer }) => (answer.ok ? '' : answer.failure.kind));
  return (
    kinds.includes('offline') ||
    kinds.includes('rate-limited') ||
    kinds.every((kind) => kind === 'unauthorized')
  );
}
