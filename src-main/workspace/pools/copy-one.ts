import { failure, type Result, success } from '@shared/contract/failure';
import type { PoolBudget, PoolCopied } from '@shared/contract/pool-copies';
import { t } from '@shared/language/t';
import { bindVault } from '../bind-vault';
import { createWorkspace } from '../create-workspace';
import { lockedWorkspace } from '../lock/locked-workspace';
import { replaceApiKey } from '../replace-api-key';
import { unlockWorkspace } from '../unlock-workspace';
import type { Protection, Unlocking } from '../vault/protection';
import type { Secrets } from '../vault/secrets';
import type { Workspace } from '../workspace';
import { createMeter, type Meter } from './meter';
import { findPool, newPool, type PoolPlatform } from './pool-workspace';
import { meantInstance, readApplicationKey } from './read-application-key';
import type { CopyRunParts } from './run-copies';

/** What is left of the budget for a pool, and who hears of what it took; all calls of it are counted, those for its key too. */
export interface PoolWork {
  readonly budget: PoolBudget;
  readonly tell: (took: Took) => void;
  readonly signal: AbortSignal;
}

export interface CopyOneParts {
  /** The folder that holds a folder for each workspace. */
  readonly root: string;
  readonly platform: PoolPlatform;
  /** How a new copy keeps its key. */
  readonly protection: Result<Protection>;
  readonly unlocking: Unlocking;
  /** Ms since 1970. */
  readonly now: () => number;
  /** Copies a pool that is locked and unlocked, in whatever process. */
  readonly work: (workspace: Workspace, secrets: Secrets, work: PoolWork) => Promise<PoolCopied>;
}

type Took = Pick<PoolCopied, 'calls' | 'bytes'>;

/** Copies the pool of an application into a workspace of its own: the one made for it earlier, or a new one. */
export function createCopyOne(parts: CopyOneParts): CopyRunParts['copy'] {
  return async (applicationId, budget, tell, signal) => {
    let worked: Took = { calls: 0, bytes: 0 };
    const meter = createMeter(() => (budget.calls === null ? null : budget.calls - worked.calls));
    const took = (): Took => ({ calls: worked.calls + meter.calls(), bytes: worked.bytes });
    const platform = { ...parts.platform, fetch: meter.through(parts.platform.fetch) };
    const isSpent = (): boolean => meter.spent.aborted;
    const ended = (how: Partial<PoolCopied>): PoolCopied => ({ ...nothing, ...took(), ...how });

    const copyWith = async (workspace: Workspace, secrets: Secrets): Promise<PoolCopied> => {
      const before = took();
      const calls = budget.calls === null ? null : budget.calls - before.calls;
      if (calls !== null && calls <= 0) return ended({ cut: 'calls' });
      const plus = (going: Took): Took => ({
        calls: before.calls + going.calls,
        bytes: before.bytes + going.bytes,
      });
      const bytes = budget.bytes === null ? null : Math.max(0, budget.bytes - before.bytes);
      const copied = await parts.work(workspace, secrets, {
        budget: { calls, bytes },
        tell: (going) => tell(plus(going)),
        signal,
      });
      worked = { calls: worked.calls + copied.calls, bytes: worked.bytes + copied.bytes };
      return { ...copied, ...took() };
    };

    const pool = await poolOf(applicationId, platform, parts, meter);
    if (isSpent()) return ended({ cut: 'calls' });
    if (!pool.ok) return ended({ failure: pool.error });
    const locked = await lockedWorkspace(pool.value);
    if (!locked.ok) return ended({ failure: locked.error });
    try {
      const secrets = await unlockWorkspace(locked.value.workspace, parts.unlocking);
      if (!secrets.ok) return ended({ failure: secrets.error });
      const workspace = await bindVault(locked.value.workspace, secrets.value, parts.unlocking);
      const { apiKey } = secrets.value;
      const first = await copyWith(workspace, secrets.value);
      if (!isWrongKey(first)) return first;
      // It was rotated since, or is that of another instance: the platform has the right one, or says why there is none.
      const key = await readApplicationKey(platform, applicationId, meantInstance(workspace.info, apiKey));
      if (!key.ok) return isSpent() ? ended({ cut: 'calls' }) : { ...first, ...took(), failure: key.error };
      if (key.value.apiKey === apiKey) return { ...first, ...took() };
      const again = await copyWith(workspace, { ...secrets.value, apiKey: key.value.apiKey });
      // What the copy itself refuses is kept by nobody.
      if (isWrongKey(again)) return again;
      const renewed = await replaceApiKey(workspace, key.value.apiKey, parts.unlocking);
      return renewed.ok ? again : { ...again, failure: renewed.error };
    } finally {
      await locked.value.lock.release();
    }
  };
}

/** The service refuses the key, or it opens another instance than the one that was copied. */
const isWrongKey = ({ failure: why }: PoolCopied): boolean =>
  why?.code === 'key-refused' || why?.code === 'other-instance';

const nothing: PoolCopied = { calls: 0, bytes: 0, asOf: 0, people: null, cut: null, failure: null };

async function poolOf(
  applicationId: string,
  platform: PoolPlatform,
  { root, protection, now }: CopyOneParts,
  meter: Meter,
): Promise<Result<Workspace>> {
  const known = await findPool(root, platform, applicationId);
  if (!known.ok) return known;
  if (known.value !== undefined) return success(known.value);
  if (!protection.ok) return protection;
  const place = { root, protection: protection.value, createdAt: now() };
  const wanted = await newPool(platform, applicationId, place);
  // Where the budget ended before it was asked what it is, it is not made by a guess: the caller looks at the meter.
  if (!wanted.ok || meter.spent.aborted) return wanted.ok ? cutOff() : wanted;
  const made = await createWorkspace(wanted.value);
  return made.ok ? success(made.value.workspace) : made;
}

function cutOff(): Result<never> {
  return failure('limit', t('The budget of calls is spent. Nothing was made.'), t('Give more calls.'));
}
