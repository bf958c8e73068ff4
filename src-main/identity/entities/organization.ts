import { noBranding } from '@shared/domain/blank-record';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import { isJsonArray } from '@shared/domain/json';
import { wire } from '@shared/domain/kinds/wire';
import { brandingKey } from '@shared/domain/models/organization';
import { sameHeld, spelt } from '@shared/domain/normalised';
import type { Branding } from '@shared/domain/records/record-map';
import { z } from 'zod';
import { apiPath } from '../api-call';
import { imageCall } from '../image-call';
import { textOf } from '../text-of';
import type { Adapter } from './adapter';
import { metadataCall } from './metadata-call';
import { recordReader } from './record-reader';
import { offsetPage, resource, wireBody } from './resource';

const path = '/organizations';
const counted = 'include_members_count=true';
const brandingPrefix = `${brandingKey}.`;

/** The counts come only when asked for. */
const count = z.int().min(0).nullish();

const reader = recordReader('organization', {
  properties: {
    id: wire.id,
    name: wire.text,
    slug: wire.text,
    has_image: wire.flag,
    image_url: wire.text,
    members_count: count,
    pending_invitations_count: count,
    public_metadata: wire.metadata,
  },
  read: (wired, known) => {
    const { [brandingKey]: branding, ...publicMetadata } = wired.public_metadata;
    return {
      name: wired.name || wired.slug || wired.id,
      logo: wired.has_image ? wired.image_url : '',
      membersCount: wired.members_count ?? known?.membersCount ?? 0,
      pendingInvitationsCount: wired.pending_invitations_count ?? known?.pendingInvitationsCount ?? 0,
      branding: readBranding(branding),
      publicMetadata,
    };
  },
});

const plain = resource('organization', path, reader);

export const organization: Adapter<'organization'> = {
  ...plain,
  pagePath: (page) => `${path}?${offsetPage(page)}&${counted}`,
  onePath: ({ id }) => `${path}${apiPath`/${id}`}?${counted}`,
  create: (values) => ({
    method: 'POST',
    path,
    json: { ...wireBody('organization', values), ...publicMetadata(values) },
  }),
  update: (record, field, value) => {
    const own = `${path}${apiPath`/${record.id}`}`;
    if (field.startsWith(brandingPrefix)) {
      // Metadata is merged deeply, and null takes a key out (spec: `MergeOrganizationMetadata`).
      const branding = { [field.slice(brandingPrefix.length)]: value === '' ? null : value };
      const json = { public_metadata: { [brandingKey]: branding } };
      return { method: 'PATCH', path: `${own}/metadata`, json };
    }
    if (field !== 'logo')
      return metadataCall('organization', own, record, field, value) ?? plain.update(record, field, value);
    return imageCall(`${own}/logo`, 'PUT', value);
  },
  // Spec: `GetOrganization` takes an id or a slug.
  slugPath: (slug) => `${path}${apiPath`/${slug}`}?${counted}`,
  find: (values) => {
    const name = textOf(values, 'name');
    const newest = `${apiPath`order_by=${'-created_at'}&limit=${100}`}&${counted}`;
    return {
      // A search may lag, or know the name in another spelling: the newest are looked through as well.
      paths: [`${path}?${apiPath`query=${spelt(name)}`}&${newest}`, `${path}?${newest}`],
      isLike: (record) => sameHeld('text', record.name, name),
    };
  },
};

/** Anybody may write metadata: what is no text counts as not set. */
function readBranding(stored: JsonValue | undefined): Branding {
  const values = objectOf(stored);
  const texts = Object.keys(noBranding).map((field) => [field, textOf(values, field)]);
  return Object.fromEntries(texts) as Branding;
}

/** Branding lives in public metadata, under a key of its own. */
function publicMetadata(values: JsonObject): JsonObject {
  const branding = Object.fromEntries(
    Object.entries(objectOf(values.branding)).filter(([, value]) => value !== ''),
  );
  const metadata = {
    ...objectOf(values.publicMetadata),
    ...(Object.keys(branding).length > 0 && { [brandingKey]: branding }),
  };
  return Object.keys(metadata).length > 0 ? { public_metadata: metadata } : {};
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return value !== undefined && value !== null && typeof value === 'object' && !isJsonArray(value)
    ? value
    : {};
}
