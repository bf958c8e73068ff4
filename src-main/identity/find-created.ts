import type { PushPort } from '@main/reconcile/identity-port';
import type { JsonObject } from '@shared/domain/json';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import { apiPath } from './api-call';
import type { CallApi } from './call-api';
import { textOf } from './creation-call';
import { readAnswer } from './read-answer';
import { strangeAnswer } from './strange-answer';

/** How far the service's clock may lag behind ours: creations are told from older namesakes by their time. */
const skewMs = 120_000;

const List = z.object({ data: z.array(z.unknown()) });

/** Where to look for a creation, and what proves that it is the one. */
interface Search {
  readonly path: string;
  readonly isIt: (record: RemoteRecord) => boolean;
}

export function createFindCreated(callApi: CallApi): PushPort['findCreated'] {
  return async (entity, values, since, signal) => {
    const search = searchFor(entity, values);
    if (search === null) return { ok: true, value: null, requestId: '' };
    const answer = await callApi({ method: 'GET', path: search.path }, signal);
    if (!answer.ok) return notThere(answer);
    const list = List.safeParse(answer.value);
    if (!list.success) return strangeAnswer(false);
    const records = list.data.data.map((raw) => readAnswer(entity, raw));
    if (records.includes(undefined)) return strangeAnswer(false);
    const found = records
      .filter((record) => record !== undefined && search.isIt(record) && createdAt(record) >= since - skewMs)
      .sort((a, b) => createdAt(b) - createdAt(a));
    return { ...answer, value: found[0] ?? null };
  };
}

function searchFor(entity: Parameters<PushPort['findCreated']>[0], values: JsonObject): Search | null {
  const organizationId = textOf(values, 'organizationId');
  switch (entity) {
    case 'organization': {
      const [name, slug] = [textOf(values, 'name'), textOf(values, 'slug')];
      return {
        path: apiPath`/organizations?query=${slug || name}&order_by=${'-created_at'}&limit=${100}&include_members_count=true`,
        isIt: (record) => 'slug' in record && (slug === '' ? record.name === name : record.slug === slug),
      };
    }
    case 'membership': {
      const userId = textOf(values, 'userId');
      return {
        path: apiPath`/organizations/${organizationId}/memberships?user_id=${userId}&limit=1`,
        isIt: (record) => 'userId' in record && record.userId === userId,
      };
    }
    case 'invitation': {
      const email = textOf(values, 'email');
      return {
        path: apiPath`/organizations/${organizationId}/invitations?email_address=${email}&order_by=${'-created_at'}&limit=${100}`,
        isIt: (record) => 'email' in record && record.email.toLowerCase() === email.toLowerCase(),
      };
    }
    case 'role': {
      const key = textOf(values, 'key');
      return {
        path: apiPath`/organization_roles?query=${key}&limit=${100}`,
        isIt: (record) => 'key' in record && record.key === key,
      };
    }
    case 'user':
    case 'permission':
    case 'settings':
    case 'application':
      return null;
  }
}

function createdAt(record: RemoteRecord | undefined): number {
  return record !== undefined && 'createdAt' in record ? record.createdAt : 0;
}

/** No organization means that nothing was made in it. */
function notThere(answer: Extract<RemoteResult<unknown>, { ok: false }>): RemoteResult<null> {
  return answer.failure.kind === 'not-found'
    ? { ok: true, value: null, requestId: answer.failure.requestId }
    : answer;
}
