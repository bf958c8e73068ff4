import type { PushPort } from '@main/reconcile/identity-port';
import { editableField } from '@shared/domain/editable-fields';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import { absentWith } from './absent-as';
import type { CallApi } from './call-api';
import { adapterOf } from './entities/adapters';
import { createSlugOwner } from './slug-owner';
import { strangeAnswer } from './strange-answer';
import { textOf } from './text-of';

const List = z.object({ data: z.array(z.unknown()) });

export function createFindCreated(callApi: CallApi): PushPort['findCreated'] {
  const slugOwner = createSlugOwner(callApi);
  return async (entity, values, signal) => {
    const slug = editableField(entity, 'slug')?.kind === 'slug' ? textOf(values, 'slug') : '';
    if (slug !== '') {
      const owner = await slugOwner(slug, signal);
      return owner.ok ? { ...owner, value: owner.value === null ? [] : [owner.value] } : owner;
    }
    const adapter = adapterOf(entity);
    const search = adapter?.find?.(values);
    let result: RemoteResult<readonly RemoteRecord[]> = { ok: true, value: [], requestId: '' };
    for (const path of search?.paths ?? []) {
      const answer = await callApi({ method: 'GET', path }, signal);
      // No organization means that nothing was made in it; no list means nothing.
      if (!answer.ok) return absentWith(callApi, answer, { parent: search?.parent, value: [] }, signal);
      const list = List.safeParse(answer.value);
      if (!list.success) return strangeAnswer(false);
      const records = list.data.data.map((raw) => adapter?.decodeAnswer(raw));
      if (records.includes(undefined)) return strangeAnswer(false);
      const like = records
        .filter((record) => record !== undefined)
        .filter((record) => search?.isLike(record));
      result = { ...answer, value: like.sort((a, b) => createdAt(b) - createdAt(a)) };
      if (like.length > 0) break;
    }
    return result;
  };
}

function createdAt(record: RemoteRecord): number {
  return 'createdAt' in record ? record.createdAt : 0;
}
