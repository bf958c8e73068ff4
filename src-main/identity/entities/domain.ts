import { fieldAt } from '@shared/domain/records/fields-of';
import { apiPath } from '../api-call';
import { sameInAnyCase, textOf } from '../text-of';
import type { Adapter } from './adapter';
import { recordReader } from './record-reader';
import { resource, wireBody, wireOf } from './resource';

const path = '/domains';

/** What only the Platform API tells of a domain. */
const notOfPlatform = {
  applicationId: '',
  rank: '',
  dns: '',
  ssl: '',
  mail: '',
  proxy: '',
  createdAt: 0,
} as const;

const { decodePage, decodeOne, decodeAnswer, remove } = resource(
  'domain',
  path,
  recordReader('domain', { properties: {}, read: () => notOfPlatform }),
);

/** Domains of the instance: the list comes whole, and is the only way to read one (spec). */
export const domain: Adapter<'domain'> = {
  decodePage,
  decodeOne,
  decodeAnswer,
  remove,
  pagePath: () => path,
  // No other than satellites can be added (spec).
  create: (values) => ({ method: 'POST', path, json: { ...wireBody('domain', values), is_satellite: true } }),
  update: ({ id }, field, value) => {
    const property = wireOf(fieldAt('domain', field));
    if (property === undefined) return null;
    return {
      method: 'PATCH',
      path: path + apiPath`/${id}`,
      json: { [property]: value === '' ? null : value },
    };
  },
  find: (values) => ({ isLike: (record) => sameInAnyCase(record.name, textOf(values, 'name')) }),
};
