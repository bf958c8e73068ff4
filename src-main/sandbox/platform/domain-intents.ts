import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { mutate } from '../rules/mutate';
import type { DomainDraft } from './domain-row';
import { cnameTargets } from './domain-views';
import { type PlatformRecord, platformRecords } from './platform-records';
import { platformRefusals } from './platform-refusals';
import type { PlatformScope } from './platform-scope';

type Intent = {
  readonly name: string;
  readonly proxied: boolean;
  readonly status: 'pending' | 'completed' | 'canceled';
  readonly domain_id?: string;
};

export const domainIntents = platformRecords<Intent>('domain_intent', 'dmnint');

/** Spec: `PlatformDomainIntentResponse`. */
export const intentView = ({ id, data }: PlatformRecord<Intent>): object => ({
  object: 'domain_intent',
  id,
  status: data.status,
  domain_name: data.name,
  records: cnameTargets(data.name, data.proxied),
  ...(data.domain_id !== undefined && { domain_id: data.domain_id }),
});

/** Records of a domain before there is an application for it. Refuses (422) a name in use. */
export const createIntent = (
  scope: PlatformScope,
  { name, proxy_path: path }: DomainDraft,
): Outcome<object> =>
  mutate({ ...scope, instance: '' }, () => {
    if (scope.db.first('SELECT id FROM domains WHERE name = ?', [name]) !== undefined)
      return platformRefusals.domainElsewhere(name);
    const made = domainIntents.add(scope, { name, proxied: path !== undefined, status: 'pending' });
    return { ok: true, value: intentView(made) };
  });

/** Refuses with 404, and (400) one that is not pending. */
export const cancelIntent = (scope: PlatformScope, id: string): Outcome<object> =>
  mutate({ ...scope, instance: '' }, () => {
    const found = domainIntents.find(scope, id);
    if (!found.ok) return found;
    if (found.value.data.status !== 'pending') return platformRefusals.notPending(400, 'domain intent');
    const data = { ...found.value.data, status: 'canceled' } as const;
    domainIntents.set(scope, id, data);
    return { ok: true, value: intentView({ ...found.value, data }) };
  });

/** Marks the intent that a new domain comes from, inside the running transaction. */
export const completeIntent = (
  scope: Scope,
  { name, domain_intent_id: id }: DomainDraft,
  domain: string,
): Outcome<null> => {
  if (id === undefined) return { ok: true, value: null };
  const found = domainIntents.find(scope, id);
  if (!found.ok) return platformRefusals.notPending(400, 'domain intent');
  const { data } = found.value;
  if (data.status !== 'pending' || data.name !== name)
    return platformRefusals.notPending(400, 'domain intent');
  domainIntents.set(scope, id, { ...data, status: 'completed', domain_id: domain });
  return { ok: true, value: null };
};
