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

const hourly = (limit: number, what: string): Rule => ({
  limit,
  windowMs: 3_600_000,
  per: 'instance',
  says: t('the service takes {limit, number} {what} an hour', { limit, what }),
});

const ofRecord = (one: string): Rule => ({
  limit: 10,
  windowMs: 10_000,
  per: 'record',
  says: t('the service takes 10 changes of one {one} in 10 seconds', { one }),
});

/**
 * The service's limits of single endpoints, which hold beside the instance's own (source: Clerk's documentation, system
 * limits). Changes of a record and of its metadata are counted together here: if the service counts them apart, that is
 * a little too careful, and never too many.
 */
const rules: Readonly<Record<string, Rule>> = {
  'POST /invitations': hourly(100, t('invitations to the application')),
  'POST /invitations/bulk': hourly(25, t('bulk invitations to the application')),
  'POST /organizations/{id}/invitations': hourly(250, t('organization invitations')),
  'POST /organizations/{id}/invitations/bulk': hourly(50, t('bulk organization invitations')),
  ...changesOf('/users/{id}', 'person'),
  ...changesOf('/organizations/{id}', 'organization'),
  ...changesOf('/organizations/{id}/memberships/{id}', 'membership'),
};

function changesOf(path: string, one: string): Readonly<Record<string, Rule>> {
  return {
    [`PATCH ${path}`]: ofRecord(one),
    [`PATCH ${path}/metadata`]: ofRecord(one),
    [`PUT ${path}/metadata`]: ofRecord(one),
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
