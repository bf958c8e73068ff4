import { wire } from '@shared/domain/kinds/wire';
import { z } from 'zod';
import { apiPath } from '../api-call';
import { sameInAnyCase, textOf } from '../text-of';
import type { Adapter } from './adapter';
import { recordReader } from './record-reader';
import { decodeListed, decodePage, resource, wireBody } from './resource';

const path = '/organization_domains';
const Verification = z.object({ status: wire.text }).nullish();

const reader = recordReader('organizationDomain', {
  properties: { affiliation_verification: Verification, ownership_verification: Verification },
  read: ({ affiliation_verification: affiliation, ownership_verification: ownership }) => ({
    verification: affiliation?.status ?? '',
    ownership: ownership?.status ?? '',
  }),
});

const plain = resource('organizationDomain', path, reader);

/** A domain has no address for reading: the instance's list, narrowed to its name, is the way to it. */
const listed = (organizationId: string, name: string): string =>
  path + apiPath`?organization_id=${organizationId}&domains=${name}&limit=${100}`;

const inside = (organizationId: string): string => apiPath`/organizations/${organizationId}/domains`;

export const organizationDomain: Adapter<'organizationDomain'> = {
  ...plain,
  onePath: ({ organizationId, name }) => listed(organizationId, name),
  decodeOne: decodeListed(decodePage(reader)),
  create: (values) => {
    const { organization_id: _, ...json } = wireBody('organizationDomain', values);
    return { method: 'POST', path: inside(textOf(values, 'organizationId')), json };
  },
  update: ({ id, organizationId }, _, value) => ({
    method: 'PATCH',
    path: inside(organizationId) + apiPath`/${id}`,
    json: { enrollment_mode: value },
  }),
  perform: ({ id, organizationId }, operation) => {
    if (operation !== 'verify') return null;
    const own = `${inside(organizationId)}${apiPath`/${id}`}/verify_ownership`;
    const call = { method: 'POST', path: own, json: {} } as const;
    return { shown: `POST ${own}`, of: () => [call], answersRecord: true };
  },
  remove: ({ id, organizationId }) => ({
    method: 'DELETE',
    path: inside(organizationId) + apiPath`/${id}`,
  }),
  find: (values) => {
    const name = textOf(values, 'name');
    return {
      paths: [listed(textOf(values, 'organizationId'), name)],
      isLike: (record) => sameInAnyCase(record.name, name),
    };
  },
};
