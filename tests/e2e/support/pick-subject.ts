import { z } from 'zod';
import type { Service } from './service';

const Organization = z.object({
  id: z.string(),
  name: z.string(),
  members_count: z.number(),
  max_allowed_memberships: z.number(),
});

const Membership = z.object({
  role: z.string(),
  public_user_data: z.object({
    user_id: z.string(),
    identifier: z.string(),
    first_name: z.string().nullable(),
    last_name: z.string().nullable(),
  }),
});

export interface Subject {
  readonly organization: z.infer<typeof Organization>;
  /** A plain member of it. */
  readonly member: { readonly userId: string; readonly name: string; readonly email: string };
  /** A limit that it does not have yet, and that it can have. */
  readonly seats: number;
}

/** The first organization with a seat limit, and a plain member of it, as the service tells. */
export async function pickSubject(service: Service): Promise<Subject> {
  const rows = await service.list('/organizations?limit=100&include_members_count=true&order_by=name');
  const organization = rows
    .map((row) => Organization.parse(row))
    .find((row) => row.max_allowed_memberships > 0);
  if (!organization) throw new Error('No organization of this world has a seat limit');
  const members = await service.list(`/organizations/${organization.id}/memberships?limit=100`);
  const member = members.map((row) => Membership.parse(row)).find(({ role }) => role === 'org:member');
  if (!member) throw new Error(`${organization.name} has no plain member`);
  const { user_id: userId, identifier: email, first_name, last_name } = member.public_user_data;
  return {
    organization,
    member: { userId, email, name: `${first_name ?? ''} ${last_name ?? ''}`.trim() },
    seats: organization.max_allowed_memberships + 25,
  };
}

/** Another plain member of the same organization. */
export async function otherMember(
  service: Service,
  { organization, member }: Subject,
): Promise<{ readonly userId: string; readonly email: string }> {
  const rows = await service.list(`/organizations/${organization.id}/memberships?limit=100`);
  const other = rows
    .map((row) => Membership.parse(row))
    .find(({ role, public_user_data: { user_id } }) => role === 'org:member' && user_id !== member.userId);
  if (!other) throw new Error(`${organization.name} has one plain member only`);
  return { userId: other.public_user_data.user_id, email: other.public_user_data.identifier };
}

/** Role of the member as the service holds it now. */
export async function roleOnService(
  service: Service,
  { organization, member }: Subject,
): Promise<string | undefined> {
  const rows = await service.list(`/organizations/${organization.id}/memberships?limit=100`);
  return rows
    .map((row) => Membership.parse(row))
    .find((row) => row.public_user_data.user_id === member.userId)?.role;
}
