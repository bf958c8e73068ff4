import { makeId } from '../database/make-id';
import type { RoleRow } from '../database/rows';
import type { EnterpriseConnection } from '../lists/enterprise-connections';
import type { SeedContext, SmallSeed, SmallSeeds } from './seed-context';

const day = 86_400_000;

const providers: Readonly<Record<string, string>> = {
  saml_okta: 'okta',
  saml_microsoft: 'entra_id',
};

const groups = [
  { group: 'platform-admins', name: 'Platform admins', role: 'org:admin' },
  { group: 'finance', name: 'Finance', role: 'org:billing' },
  { group: 'everyone', name: 'Everyone', role: 'org:member' },
] as const;

/** The connections seeded before. */
export const connectionsOf = ({ db, instance }: SeedContext) =>
  db.all<{ readonly id: string; readonly data: string; readonly at: number }>(
    `SELECT id, data, created_at AS at FROM small_records WHERE instance = ? AND kind = 'enterpriseConnection'
     ORDER BY created_at, id`,
    [instance],
  );

/** Connections to Okta and to Microsoft have a directory, most of which give roles by group. */
export const directorySeeds: SmallSeeds = {
  kind: 'directory',
  prefix: 'dir',
  records: (context, random) => {
    const roles = context.db.all<RoleRow>('SELECT * FROM roles WHERE instance = ?', [context.instance]);
    const roleId = (key: string): string => roles.find((role) => role.key === key)?.id ?? '';
    return connectionsOf(context).flatMap(({ id, data, at: since }): SmallSeed[] => {
      const { name, provider } = JSON.parse(data) as EnterpriseConnection;
      const mapped = random.chance(0.8);
      const at = Math.min(since + day, context.anchor - day / 2);
      const kind = providers[provider];
      if (kind === undefined) return [];
      const mappings = groups.map((each) => ({
        id: makeId('dgrm', at, random),
        group: each.group,
        group_name: each.name,
        role_id: roleId(each.role),
        at,
      }));
      return [
        {
          at,
          data: {
            name: name.replace(/ sign-on$/, ' directory'),
            enterprise_connection_id: id,
            provider: kind,
            enabled: true,
            group_role_mapping_enabled: mapped,
            attribute_mapping: { first_name: 'name.givenName', last_name: 'name.familyName' },
            mappings: mapped ? mappings : [],
          },
        },
      ];
    });
  },
};
