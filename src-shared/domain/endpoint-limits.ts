import { t } from '../language/t';
import { endpointOf } from './endpoint-of';

/** So many calls in any window; which of them count together, `key` tells. */
export interface EndpointLimit {
  readonly key: string;
  readonly limit: number;
  readonly windowMs: number;
  /** As a sentence that goes on after a colon: `the service takes 250 organization invitations an hour`. */
  readonly says: string;
}

interface Rule {
  readonly limit: number;
  readonly windowMs: number;
  /** All calls of the instance count together, or those that are about one record. */
  readonly per: 'instance' | 'record';
  readonly says: string;
}

const hourly = (limit: number, says: string): Rule => ({
  limit,
  windowMs: 3_600_000,
  per: 'instance',
  says,
});

const ofRecord = (says: string): Rule => ({
  limit: 10,
  windowMs: 10_000,
  per: 'record',
  says,
});

/**
 * The service's limits of single endpoints, which hold beside the instance's own (source: Clerk's documentation, system
 * limits). Changes of a record and of its metadata are counted together here: if the service counts them apart, that is
 * a little too careful, and never too many.
 */
const rules: Readonly<Record<string, Rule>> = {
  'POST /invitations': hourly(100, t('the service takes 100 invitations to the application an hour')),
  'POST /invitations/bulk': hourly(25, t('the service takes 25 bulk invitations to the application an hour')),
  'POST /organizations/{id}/invitations': hourly(
    250,
    t('the service takes 250 organization invitations an hour'),
  ),
  'POST /organizations/{id}/invitations/bulk': hourly(
    50,
    t('the service takes 50 bulk organization invitations an hour'),
  ),
  ...changesOf('/users/{id}', t('the service takes 10 changes of one person in 10 seconds')),
  ...changesOf('/organizations/{id}', t('the service takes 10 changes of one organization in 10 seconds')),
  ...changesOf(
    '/organizations/{id}/memberships/{id}',
    t('the service takes 10 changes of one membership in 10 seconds'),
  ),
};

function changesOf(path: string, says: string): Readonly<Record<string, Rule>> {
  return {
    [`PATCH ${path}`]: ofRecord(says),
    [`PATCH ${path}/metadata`]: ofRecord(says),
    [`PUT ${path}/metadata`]: ofRecord(says),
  };
}

/** The limit of its own that a call counts for; null where only the instance's holds. Pure. */
export function endpointLimitOf(
  call: { readonly method: string; readonly path: string },
  endpoint = endpointOf(call),
): EndpointLimit | null {
  const rule = rules[endpoint];
  if (rule === undefined) return null;
  const { per, ...limit } = rule;
  const record = (call.path.split('?')[0] ?? '').replace(/\/metadata$/, '');
  return { ...limit, key: per === 'instance' ? endpoint : `changes of ${record}` };
}
