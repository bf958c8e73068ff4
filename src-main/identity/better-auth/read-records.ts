import { blankRecord } from '@shared/domain/blank-record';
import type { EntityName } from '@shared/domain/entity';
import { wire } from '@shared/domain/kinds/wire';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { z } from 'zod';
import { decodeRecords } from '../decode-records';
import type { Adapter } from '../entities/adapter';
import { addressOf, type Kind } from './addresses';

const List = z.object({ data: z.array(z.unknown()), total: z.int().min(0) });

/** A time on the wire is ISO 8601, null where there is none; ms since 1970 here, 0 for none. */
const time = z.iso
  .datetime()
  .nullish()
  .transform((text) => (text ? Date.parse(text) : 0));

const Common = z.object({ id: wire.id, createdAt: time, updatedAt: time });

/** How one kind of record is read: from the plugin's list of them, one as well as many. */
export function readBy<E extends EntityName, Shape extends z.ZodRawShape>(
  entity: E,
  kind: Kind,
  shape: Shape,
  read: (wired: z.output<z.ZodObject<Shape>>) => Partial<RemoteRecord<E>>,
) {
  const schema = Common.extend(shape);
  const made = (wired: object): RemoteRecord<E> => {
    const { id, createdAt, updatedAt } = wired as z.output<typeof Common>;
    const times = { createdAt, updatedAt: updatedAt || createdAt };
    return { ...blankRecord(entity, id, 0), ...times, ...read(wired as never) };
  };
  const decodePage: Adapter<E>['decodePage'] = (body) => {
    const list = List.safeParse(body).data;
    return list && { ...decodeRecords(list.data, schema, made), total: list.total };
  };
  return {
    pagePath: ({ limit, offset }) => addressOf(kind, { limit, offset }),
    decodePage,
    onePath: ({ id }) => addressOf(kind, { field: 'id', value: id }),
    decodeOne: (body, { id }) => {
      const page = decodePage(body);
      if (page === undefined || page.unread.length > 0) return undefined;
      const found = page.records.find((record) => record.id === id);
      // Another one in its place says nothing of it.
      return found ?? (page.records.length === 0 ? null : undefined);
    },
    decodeAnswer: (body) => {
      const decoded = schema.safeParse(body);
      return decoded.success ? made(decoded.data) : undefined;
    },
  } satisfies Adapter<E>;
}

const person = z.object({ name: wire.text, email: wire.text }).nullish();

export const reads = {
  user: readBy(
    'user',
    'user',
    {
      name: wire.text,
      email: wire.text,
      emailVerified: wire.flag,
      image: wire.text,
      banned: wire.flag,
      twoFactorEnabled: wire.flag,
    },
    ({ name, email, emailVerified, image, banned, twoFactorEnabled }) => ({
      // One name it has, and no first and last one.
      ...{ name: name || email, firstName: name, email, emails: email === '' ? [] : [email] },
      ...{
        unverified: emailVerified || email === '' ? [] : [email],
        picture: image,
        banned,
        twoFactorEnabled,
      },
    }),
  ),
  organization: readBy(
    'organization',
    'organization',
    {
      name: wire.text,
      slug: wire.text,
      logo: wire.text,
      metadata: wire.metadata,
      members: wire.whole,
      invited: wire.whole,
    },
    ({ name, slug, logo, metadata: publicMetadata, members, invited }) => ({
      ...{
        name: name || slug,
        slug,
        logo,
        publicMetadata,
        membersCount: members,
        pendingInvitationsCount: invited,
      },
    }),
  ),
  membership: readBy(
    'membership',
    'member',
    {
      organizationId: wire.id,
      userId: wire.id,
      role: wire.key,
      user: person,
      organization: z.object({ name: wire.text }).nullish(),
    },
    ({ organizationId, userId, role, user, organization }) => ({
      ...{ organizationId, organizationName: organization?.name ?? '', role, roleName: role },
      ...{ userId, userName: user?.name || user?.email || userId, userEmail: user?.email ?? '' },
    }),
  ),
  invitation: readBy(
    'invitation',
    'invitation',
    {
      organizationId: wire.id,
      email: wire.key,
      role: wire.key,
      status: wire.key,
      inviterId: wire.text,
      expiresAt: time,
    },
    ({ organizationId, email, role, status, inviterId, expiresAt }) => ({
      ...{ organizationId, email, role, roleName: role, inviterId, expiresAt },
      status: status === 'canceled' ? 'revoked' : status,
    }),
  ),
  role: readBy('role', 'role', { id: wire.id, permissions: z.array(z.string()) }, ({ id, permissions }) => ({
    ...{ key: String(id), name: String(id), permissionKeys: [...permissions].sort() },
  })),
};
