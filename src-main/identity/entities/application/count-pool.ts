import type { CountedUsage } from '@shared/domain/limits/usage';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import type { CallApi } from '../../call-api';
import type { PushPort } from '../../identity-port';
import { strangeAnswer } from '../../strange-answer';
import { TotalCount } from '../../total-count';
import type { OpenApplication } from './copy-setup';
import { setupPool } from './setup-pool';

/** Spec: `Organization`, with `include_members_count`. */
const Organizations = TotalCount.extend({
  data: z.array(
    z.object({
      members_count: z.number().int().nullish(),
      pending_invitations_count: z.number().int().nullish(),
    }),
  ),
});

const pageSize = 500;
/** Beyond so many organizations it is not looked how full each of them is. */
const mostLookedAt = 5_000;

/** How much is used in the pool of an application. Only figures leave it. */
export function createCountPool(openPool: OpenApplication): NonNullable<PushPort['countPool']> {
  return async (application, signal) => {
    const opened = await openPool(application, signal);
    if (!opened.ok) return opened;
    const pool = opened.value;
    const people = await pool({ method: 'GET', path: '/users/count' }, signal);
    if (!people.ok) return people;
    const total = TotalCount.safeParse(people.value);
    if (!total.success) return strangeAnswer(false);
    const organizations = await countOrganizations(pool, signal);
    if (!organizations.ok) return organizations;
    const templates = await countTemplates(application.id, pool, signal);
    return { ...people, value: { people: total.data.total_count, ...organizations.value, templates } };
  };
}

async function countOrganizations(
  pool: CallApi,
  signal?: AbortSignal,
): Promise<RemoteResult<Pick<CountedUsage, 'organizations' | 'members' | 'pending'>>> {
  const members: number[] = [];
  const pending: number[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const query = `limit=${pageSize}&offset=${offset}&order_by=%2Bcreated_at&include_members_count=true`;
    const answer = await pool({ method: 'GET', path: `/organizations?${query}` }, signal);
    if (!answer.ok && answer.failure.lack === 'off')
      return { ok: true, value: { organizations: 0, members: [], pending: [] }, requestId: '' };
    if (!answer.ok) return answer;
    const page = Organizations.safeParse(answer.value);
    if (!page.success) return strangeAnswer(false);
    const { total_count: organizations, data } = page.data;
    if (organizations > mostLookedAt)
      return { ...answer, value: { organizations, members: null, pending: null } };
    for (const row of data) {
      if (typeof row.members_count === 'number') members.push(row.members_count);
      if (typeof row.pending_invitations_count === 'number') pending.push(row.pending_invitations_count);
    }
    if (data.length === pageSize) continue;
    // One that is not told of would count as empty.
    const whole = (counts: number[]): number[] | null =>
      counts.length === organizations ? counts.sort((a, b) => b - a) : null;
    return { ...answer, value: { organizations, members: whole(members), pending: whole(pending) } };
  }
}

/** Messages that are not as the service wrote them; null where it does not list them. */
async function countTemplates(
  application: string,
  pool: CallApi,
  signal?: AbortSignal,
): Promise<number | null> {
  const { read } = setupPool(application, pool, signal);
  let count = 0;
  for (const type of ['email', 'sms']) {
    const rows = await read(`/templates/${type}`).catch(() => null);
    if (rows === null || !rows.ok) return null;
    count += rows.value.filter((row) => row.can_revert === true).length;
  }
  return count;
}
