import type { PushPort } from '@main/reconcile/identity-port';
import { absentAs } from './absent-as';
import { apiPath } from './api-call';
import type { CallApi } from './call-api';
import { organization } from './entities/organization';
import { strangeAnswer } from './strange-answer';

/** Who has a slug (spec: `GetOrganization` takes an id or a slug). */
export function createSlugOwner(callApi: CallApi): NonNullable<PushPort['slugOwner']> {
  return async (slug, signal) => {
    const path = apiPath`/organizations/${slug}?include_members_count=true`;
    const answer = await callApi({ method: 'GET', path }, signal);
    if (!answer.ok) return absentAs(answer, null);
    const record = organization.decodeAnswer(answer.value);
    return record === undefined ? strangeAnswer(false) : { ...answer, value: record };
  };
}
