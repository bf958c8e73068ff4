import { EntityName } from '@shared/domain/entity';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import { sameHeld } from '@shared/domain/normalised';
import type { ApiCall } from '../api-call';
import type { Adapter, Adapters } from '../entities/adapter';
import { textOf } from '../text-of';
import { addressOf } from './addresses';
import { reads } from './read-records';

const post = (path: string, json: unknown): ApiCall => ({ method: 'POST', path, json });

const user: Adapter<'user'> = {
  ...reads.user,
  // Its answer to a ban is the person in an envelope, to an update the person.
  decodeAnswer: (body) =>
    reads.user.decodeAnswer(typeof body === 'object' && body !== null && 'user' in body ? body.user : body),
  update: ({ id }, field, value) => {
    if (field === 'banned')
      return post(value === true ? '/admin/ban-user' : '/admin/unban-user', { userId: id });
    return field === 'firstName' ? post('/admin/update-user', { userId: id, data: { name: value } }) : null;
  },
};

const metadata = 'publicMetadata.';

/** A value at a path as the plugin merges it: null takes the key out. */
const patchAt = (path: string, value: JsonValue): JsonValue =>
  path.split('.').reduceRight<JsonValue>((inner, key) => ({ [key]: inner }), value);

const organization: Adapter<'organization'> = {
  ...reads.organization,
  update: ({ id }, field, value) => {
    const change = field.startsWith(metadata)
      ? { metadata: patchAt(field.slice(metadata.length), value) }
      : field === 'name' || field === 'slug'
        ? { [field]: value }
        : null;
    return change && post('/tenantry/update-organization', { id, ...change });
  },
};

const membership: Adapter<'membership'> = {
  ...reads.membership,
  update: ({ id }, field, value) =>
    field === 'role' ? post('/tenantry/update-member', { id, role: value }) : null,
  remove: ({ id }) => post('/tenantry/remove-member', { id }),
};

/** What an invitation may say besides; the server's own word where it does not. */
const said = ({ expiresInDays, notify }: JsonObject): JsonObject => ({
  ...(typeof expiresInDays === 'number' && { expiresInDays }),
  ...(typeof notify === 'boolean' && { notify }),
});

const invitation: Adapter<'invitation'> = {
  ...reads.invitation,
  create: (values) =>
    post('/tenantry/invite', {
      organizationId: textOf(values, 'organizationId'),
      email: textOf(values, 'email'),
      role: textOf(values, 'role'),
      ...said(values),
    }),
  remove: ({ id }) => post('/tenantry/revoke', { id }),
  livesOn: true,
  find: (values) => ({
    paths: [addressOf('invitation', { field: 'email', value: textOf(values, 'email').toLowerCase() })],
    isLike: ({ organizationId, email }) =>
      organizationId === textOf(values, 'organizationId') &&
      sameHeld('email', email, textOf(values, 'email')),
  }),
};

/** How a Better Auth server is asked, by its own admin plugin and by Tenantry's; of everything else it has nothing. */
export const betterAuthAdapters: Adapters = {
  ...(Object.fromEntries(EntityName.options.map((entity) => [entity, null])) as Record<EntityName, null>),
  ...{ user, organization, membership, invitation, role: reads.role },
};
