import type { OrganizationRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { organizationView } from '../views/organization-view';
import { contains } from './contains';
import { type ExtrasWanted, organizationExtras } from './organization-extras';
import { selectPage } from './select-page';
import { signedIds } from './signed-ids';

/** Parameters of `GET /organizations`, decoded. */
export type OrganizationsQuery = ExtrasWanted & {
  readonly query?: string | undefined;
  readonly user_id?: readonly string[] | undefined;
  readonly organization_id?: readonly string[] | undefined;
  readonly order_by: string;
  readonly limit: number;
  readonly offset: number;
};

/** Lists organizations (spec: `GET /organizations`). */
export const listOrganizations = (scope: Scope, query: OrganizationsQuery): Outcome<object> => {
  const { rows, total } = selectPage<OrganizationRow>(scope, {
    table: 'organizations',
    where: [
      ...contains(query.query, ['t.name', 't.slug'], ['t.id']),
      ...signedIds(query.organization_id, 't.id IN (SELECT value FROM json_each(?))'),
      ...signedIds(
        query.user_id,
        `t.id IN (SELECT m.organization_id FROM memberships m WHERE m.instance = t.instance
           AND m.user_id IN (SELECT value FROM json_each(?)))`,
      ),
    ],
    orderBy: query.order_by,
    limit: query.limit,
    offset: query.offset,
  });
  const extras = organizationExtras(scope, query);
  return {
    ok: true,
    value: { data: rows.map((row) => organizationView(row, extras(row))), total_count: total },
  };
};
