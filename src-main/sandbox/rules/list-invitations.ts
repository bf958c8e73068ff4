import type { InvitationRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { invitationViews } from '../views/invitation-views';
import { contains } from './contains';
import { type Condition, selectPage } from './select-page';

/** Parameters of the invitation lists, decoded; `order_by` is an ORDER BY text. */
export type InvitationsQuery = {
  readonly status?: readonly string[] | undefined;
  readonly query?: string | undefined;
  readonly email_address?: string | undefined;
  readonly order_by: string;
  readonly limit: number;
  readonly offset: number;
};

const effectiveStatus = `CASE WHEN t.status = 'pending' AND t.expires_at <= ? THEN 'expired' ELSE t.status END`;

/** Lists invitations of one organization (`within`), or of the instance with `public_organization_data`. */
export const listInvitations = (
  scope: Scope,
  within: readonly Condition[],
  query: InvitationsQuery,
  shape: 'plain' | 'with organization',
): Outcome<object> => {
  const { rows, total } = selectPage<InvitationRow>(scope, {
    table: 'invitations',
    where: [
      ...within,
      ...(query.status === undefined
        ? []
        : [
            {
              sql: `${effectiveStatus} IN (SELECT value FROM json_each(?))`,
              values: [scope.now(), JSON.stringify(query.status)],
            },
          ]),
      ...contains(query.query, ['t.email']),
      ...contains(query.email_address, [], ['t.email']),
    ],
    orderBy: query.order_by,
    limit: query.limit,
    offset: query.offset,
  });
  return { ok: true, value: { data: invitationViews(scope, rows, shape), total_count: total } };
};
