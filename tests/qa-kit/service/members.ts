/** A person in an organization, as the service told. */
export interface Member {
  readonly userId: string;
  /** First and last name. */
  readonly name: string;
  readonly email: string;
  readonly organizationId: string;
  readonly organizationName: string;
  /** Key of the role at that moment. */
  readonly role: string;
}

/** Reads the service past its network, limits and recorder. `path` is that of the Backend API, after `/v1`. */
export type Look = (path: string) => Promise<unknown>;

interface Rows<Row> {
  readonly data: readonly Row[];
}

interface OrganizationRow {
  readonly id: string;
  readonly name: string;
}

interface MembershipRow {
  readonly role: string;
  readonly public_user_data: {
    readonly user_id: string;
    readonly identifier: string;
    readonly first_name: string | null;
    readonly last_name: string | null;
  };
}

interface RoleRow {
  readonly key: string;
  readonly name: string;
}

const most = 500;

/** The first with that role, by the names of organizations, then as the service lists them. Throws where nobody has it. */
export async function pickMember(
  look: Look,
  { role, organization }: { readonly role: string; readonly organization?: string },
): Promise<Member> {
  const organizations = (await look(`/organizations?limit=${most}&order_by=name`)) as Rows<OrganizationRow>;
  for (const { id, name } of organizations.data) {
    if (organization !== undefined && organization !== name && organization !== id) continue;
    const found = (await membersOf(look, id)).find((member) => member.role === role);
    if (!found) continue;
    const person = found.public_user_data;
    return {
      userId: person.user_id,
      name: `${person.first_name ?? ''} ${person.last_name ?? ''}`.trim(),
      email: person.identifier,
      organizationId: id,
      organizationName: name,
      role,
    };
  }
  const roles = (await rolesOf(look)).map(({ key }) => key).join(', ');
  throw new Error(`Nobody ${organization ? `of ${organization} ` : ''}has the role ${role}. Roles: ${roles}`);
}

/** Key of their role now; undefined where they are no member any more. */
export async function roleOf(
  look: Look,
  { organizationId, userId }: Pick<Member, 'organizationId' | 'userId'>,
): Promise<string | undefined> {
  const rows = await membersOf(look, organizationId);
  return rows.find(({ public_user_data }) => public_user_data.user_id === userId)?.role;
}

/** What the window calls a role. Throws where there is none of that key. */
export async function roleName(look: Look, key: string): Promise<string> {
  const roles = await rolesOf(look);
  const role = roles.find((each) => each.key === key);
  if (role) return role.name;
  throw new Error(`There is no role ${key}. Roles: ${roles.map((each) => each.key).join(', ')}`);
}

async function membersOf(look: Look, organization: string): Promise<readonly MembershipRow[]> {
  const path = `/organizations/${organization}/memberships?limit=${most}`;
  return ((await look(path)) as Rows<MembershipRow>).data;
}

async function rolesOf(look: Look): Promise<readonly RoleRow[]> {
  return ((await look(`/organization_roles?limit=${most}`)) as Rows<RoleRow>).data;
}
