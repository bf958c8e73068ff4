import { wireList } from '@shared/domain/kinds/wire';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import { type ApiCall, apiPath } from '../../api-call';
import type { CallApi } from '../../call-api';
import { readAs } from './read-application-details';

const pageSize = 500;

/**
 * A list of the whole workspace of a platform, which comes newest first: all of it, oldest first. The service may give fewer at once
 * than it is asked for.
 */
export async function walkWorkspace<Wired extends { readonly id: string }>(
  callApi: CallApi,
  list: ApiCall['path'],
  schema: z.ZodType<Wired>,
  signal?: AbortSignal,
): Promise<RemoteResult<readonly Wired[]>> {
  const all = new Map<string, Wired>();
  for (let after = ''; ; ) {
    const from = after === '' ? '' : apiPath`&starting_after=${after}`;
    const path: ApiCall['path'] = `${list}?limit=${pageSize}${from}`;
    const page = await readAs(callApi, path, z.object({ data: wireList(schema) }), signal);
    if (!page.ok) return page;
    const before = all.size;
    for (const one of page.value.data) all.set(one.id, one);
    if (all.size === before) return { ...page, value: [...all.values()].reverse() };
    after = page.value.data.at(-1)?.id ?? '';
  }
}
