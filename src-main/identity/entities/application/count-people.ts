import { mainInstance } from '@shared/domain/main-instance';
import { z } from 'zod';
import { apiPath } from '../../api-call';
import type { CallApi } from '../../call-api';
import type { PushPort } from '../../identity-port';
import { strangeAnswer } from '../../strange-answer';
import { TotalCount } from '../../total-count';
import type { OpenApplication } from './copy-setup';

/** `PlatformApplicationResponse` with `include_secret_keys=true`, as far as it is needed. */
const Keys = z.object({
  instances: z.array(
    z.object({ environment_type: z.enum(['production', 'development']), secret_key: z.string().optional() }),
  ),
});
const Factors = z.array(z.object({ two_factor_enabled: z.boolean().default(false) }));

const pageSize = 500;
/** Beyond so many people it is not looked who of them has a second factor: a plan should not take minutes. */
const mostLookedAt = 5_000;

/** The way into the pool of one of many applications: its key is read for that, and kept nowhere. */
export const poolByKey =
  (platform: CallApi, open: (secretKey: string, application: string) => CallApi): OpenApplication =>
  async ({ id }, signal) => {
    const asked = await platform(
      { method: 'GET', path: `${apiPath`/platform/applications/${id}`}?include_secret_keys=true` },
      signal,
    );
    if (!asked.ok) return asked;
    const secretKey = mainInstance(Keys.safeParse(asked.value).data?.instances ?? [])?.secret_key;
    return secretKey === undefined ? strangeAnswer(false) : { ...asked, value: open(secretKey, id) };
  };

/** How many people an application has, and what else is asked for: of the application's own instance. */
export function createCountPeople(openPool: OpenApplication): NonNullable<PushPort['countPeople']> {
  return async (application, and, signal) => {
    const opened = await openPool(application, signal);
    if (!opened.ok) return opened;
    const pool = opened.value;
    const counted = await pool({ method: 'GET', path: '/users/count' }, signal);
    if (!counted.ok) return counted;
    const total = TotalCount.safeParse(counted.value);
    if (!total.success) return strangeAnswer(false);
    const people = total.data.total_count;
    const none = { people, withoutSecondFactor: null, organizations: null };
    if (and === 'organizations')
      return { ...counted, value: { ...none, organizations: await countOrganizations(pool, signal) } };
    if (and === 'nothing' || people > mostLookedAt) return { ...counted, value: none };
    return {
      ...counted,
      value: { ...none, withoutSecondFactor: await countFactorless(pool, people, signal) },
    };
  };
}

/** Null where that is not told: organizations are off, say. */
async function countOrganizations(pool: CallApi, signal?: AbortSignal): Promise<number | null> {
  const page = await pool({ method: 'GET', path: '/organizations?limit=1' }, signal);
  return page.ok ? (TotalCount.safeParse(page.value).data?.total_count ?? null) : null;
}

/** How many of so many people have no second factor; null where not all of them could be read. */
async function countFactorless(pool: CallApi, people: number, signal?: AbortSignal): Promise<number | null> {
  let without = 0;
  for (let offset = 0; offset < people; ) {
    const page = await pool(
      { method: 'GET', path: `/users?limit=${pageSize}&offset=${offset}&order_by=%2Bcreated_at` },
      signal,
    );
    const rows = page.ok ? Factors.safeParse(page.value) : undefined;
    if (!rows?.success || rows.data.length === 0) return null;
    without += rows.data.filter((row) => !row.two_factor_enabled).length;
    offset += rows.data.length;
  }
  return without;
}
