import type { PushPort } from '@main/reconcile/identity-port';
import type { JsonObject } from '@shared/domain/json';
import { sameHeld, spelt } from '@shared/domain/normalised';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import { absentAs } from './absent-as';
import { apiPath } from './api-call';
import type { CallApi } from './call-api';
import { textOf } from './creation-call';
import { readAnswer } from './read-answer';
import { createSlugOwner } from './slug-owner';
import { strangeAnswer } from './strange-answer';

const List = z.object({ data: z.array(z.unknown()) });

/** Where to look for a creation, one list after the other until one holds something like it, and the mark that it bears. */
interface Search {
  readonly paths: readonly string[];
  readonly isLike: (record: RemoteRecord) => boolean;
}

export function createFindCreated(callApi: CallApi): PushPort['findCreated'] {
  const slugOwner = createSlugOwner(callApi);
  return async (entity, values, signal) => {
    const slug = entity === 'organization' ? textOf(values, 'slug') : '';
    if (slug !== '') {
      const owner = await slugOwner(slug, signal);
      return owner.ok ? { ...owner, value: owner.value === null ? [] : [owner.value] } : owner;
    }
    const { paths, isLike } = searchFor(entity, values);
    let result: RemoteResult<readonly RemoteRecord[]> = { ok: true, value: [], requestId: '' };
    for (const path of paths) {
      const answer = await callApi({ method: 'GET', path }, signal);
      // No organization means that nothing was made in it.
      if (!answer.ok) return absentAs(answer, []);
      const list = List.safeParse(answer.value);
      if (!list.success) return strangeAnswer(false);
      const records = list.data.data.map((raw) => readAnswer(entity, raw));
      if (records.includes(undefined)) return strangeAnswer(false);
      const like = records.filter((record) => record !== undefined).filter(isLike);
      result = { ...answer, value: like.sort((a, b) => createdAt(b) - createdAt(a)) };
      if (like.length > 0) break;
    }
    return result;
  };
}

function searchFor(entity: Parameters<PushPort['findCreated']>[0], values: JsonObject): Search {
  const organizationId = textOf(values, 'organizationId');
  switch (entity) {
    case 'organization': {
      const name = textOf(values, 'name');
      const newest = apiPath`order_by=${'-created_at'}&limit=${100}&include_members_count=true`;
      return {
        // A search may lag, or know the name in another spelling: the newest are looked through as well.
        paths: [`/organizations?${apiPath`query=${spelt(name)}`}&${newest}`, `/organizations?${newest}`],
        isLike: (record) => 'slug' in record && sameHeld('text', record.name, name),
      };
    }
    case 'membership': {
      const userId = textOf(values, 'userId');
      return {
        paths: [apiPath`/organizations/${organizationId}/memberships?user_id=${userId}&limit=1`],
        isLike: (record) => 'userId' in record && record.userId === userId,
      };
    }
    case 'invitation': {
      const email = textOf(values, 'email');
      const newest = apiPath`order_by=${'-created_at'}&limit=${100}`;
      const path = apiPath`/organizations/${organizationId}/invitations`;
      return {
        paths: [`${path}?${apiPath`email_address=${email}`}&${newest}`],
        isLike: (record) => 'email' in record && sameHeld('email', record.email, email),
      };
    }
    case 'role': {
      const key = textOf(values, 'key');
      return {
        paths: [apiPath`/organization_roles?query=${key}&limit=${100}`],
        isLike: (record) => 'key' in record && record.key === key,
      };
    }
    case 'user':
    case 'permission':
    case 'settings':
    case 'application':
      return { paths: [], isLike: () => false };
  }
}

function createdAt(record: RemoteRecord): number {
  return 'createdAt' in record ? record.createdAt : 0;
}
