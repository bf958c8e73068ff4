import { wire } from '@shared/domain/kinds/wire';
import { sameHeld } from '@shared/domain/normalised';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { apiPath } from '../api-call';
import { spelledAs, textOf } from '../text-of';
import type { Adapter } from './adapter';
import { completeInvitation } from './complete-record';
import { recordReader } from './record-reader';
import { decodePage, decodeRecord, offsetPage, wireBody } from './resource';

/** Both places that name the organization are optional in the spec; one of them must. */
const reader = recordReader('invitation', {
  properties: {
    role: wire.key,
    role_name: wire.text,
    email_address: wire.key,
    organization_id: wire.id.nullish(),
    public_organization_data: z.object({ id: wire.id }).nullish(),
  },
  fault: ({ organization_id: id, public_organization_data: data }) =>
    (id ?? data?.id) === undefined ? { path: 'organization_id', message: t('names no organization') } : null,
  read: ({ role, role_name: roleName, organization_id: id, public_organization_data: data }) => {
    const organizationId = id ?? data?.id;
    return { roleName: roleName || role, ...(organizationId && { organizationId }) };
  },
});

const decode = decodeRecord(reader);
const listOf = (organizationId: string): string => apiPath`/organizations/${organizationId}/invitations`;

export const invitation: Adapter<'invitation'> = {
  pagePath: (page) => `/organization_invitations?${offsetPage(page)}`,
  decodePage: decodePage(reader),
  onePath: ({ id, organizationId }) => listOf(organizationId) + apiPath`/${id}`,
  decodeOne: (body, known) => decode(completeInvitation(body, known)),
  decodeAnswer: decode,
  create: (values) => ({
    method: 'POST',
    path: listOf(textOf(values, 'organizationId')),
    json: wireBody('invitation', values),
  }),
  /** It lives on, as revoked. */
  remove: ({ id, organizationId }) => ({
    method: 'POST',
    path: `${listOf(organizationId)}${apiPath`/${id}`}/revoke`,
    json: {},
  }),
  livesOn: true,
  find: (values) => {
    const email = textOf(values, 'email');
    const newest = apiPath`order_by=${'-created_at'}&limit=${100}`;
    const organizationId = textOf(values, 'organizationId');
    return {
      parent: apiPath`/organizations/${organizationId}`,
      paths: spelledAs(email).map(
        (text) => `${listOf(organizationId)}?${apiPath`email_address=${text}`}&${newest}`,
      ),
      isLike: (record) => sameHeld('email', record.email, email),
    };
  },
};
