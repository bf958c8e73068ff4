import { failure, type Result, success } from '@shared/contract/failure';
import type { PoolCount } from '@shared/contract/pool-hits';
import { type PolicyReach, reachOf } from '@shared/domain/policy-reach';
import { t } from '@shared/language/t';
import type { Engine } from './engine';
import { peopleNotCopied } from './people-not-copied';

/**
 * How many people the one copy has that this engine has open, and how many of them a policy meets.
 *
 * @param path of the setting, such as `config.auth_multi_factor.required_for_sign_up`
 */
export async function countInPool(engine: Pick<Engine, 'call'>, path: string): Promise<Result<PoolCount>> {
  const reach = reachOf(path);
  if (reach === undefined) return nobodyFeels(path);
  const status = await engine.call('status', {});
  if (!status.ok) return status;
  const { asOf } = status.value.freshness;
  if (asOf === 0) return neverComplete();
  const lacking = peopleNotCopied(status.value);
  if (lacking !== null) return { ok: false, error: lacking };
  const all = await engine.call('page', { entity: 'user', limit: 1 });
  if (!all.ok) return all;
  const met = await engine.call('page', { entity: 'user', where: whereOf(reach), limit: 1 });
  return met.ok ? success({ people: all.value.total, met: met.value.total, asOf }) : met;
}

const whereOf = ({ where }: PolicyReach) => where.map((condition) => ({ ...condition }));

function neverComplete(): Result<never> {
  return failure(
    'not-found',
    t('The copy of its people was never complete: a count would be too small.'),
    t('Sync that workspace, or copy its pool, first.'),
  );
}

function nobodyFeels(path: string): Result<never> {
  return failure(
    'invalid-input',
    t('Nobody who is here already is met by {path}.', { path }),
    t('Choose another setting.'),
  );
}
