import { hash } from 'node:crypto';
import { configSchemaId } from '@shared/domain/config-settings';
import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import type { PageRequest, PullPort, RemotePage } from '../../identity-port';

/** The reading half of the two: each list where it is, and the schema of the config as one more of the settings. */
export function pullBoth(
  instance: PullPort,
  platform: PullPort,
  isPlatforms: (entity: EntityName) => boolean,
): PullPort {
  async function settings(
    { known, ...page }: PageRequest,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemotePage<'settings'>>> {
    const own = await instance.fetchPage('settings', page, signal);
    if (!own.ok) return own;
    const { records, partial, unread } = own.value;
    const total = own.value.total + 1;
    const isLast = page.offset + records.length + partial.length + unread.length >= own.value.total;
    const schema = isLast ? await platform.fetchPage('settings', page, signal) : null;
    // What the Platform API does not answer stays as it was copied: the application's own list says why, and asks again.
    const kept = schema?.ok === false ? [unreadSchema] : [];
    const digest = hash('sha1', JSON.stringify([own.value.digest, schema, kept]), 'base64');
    if (digest === known?.digest)
      return { ...own, value: { records: [], unread: [], partial: [], total, digest } };
    return {
      ...own,
      value: {
        records: [...records, ...(schema?.ok ? schema.value.records : [])],
        unread,
        partial: [...partial, ...kept],
        total,
        digest,
      },
    };
  }

  return {
    pagesBy: (entity) => (isPlatforms(entity) ? platform : instance).pagesBy(entity),
    fetchPage: async <E extends EntityName>(entity: E, page: PageRequest, signal?: AbortSignal) => {
      if (isPlatforms(entity)) return platform.fetchPage(entity, page, signal);
      if (entity !== 'settings') return instance.fetchPage(entity, page, signal);
      return (await settings(page, signal)) as unknown as RemoteResult<RemotePage<E>>;
    },
    fetchOne: async <E extends EntityName>(
      entity: E,
      known: StoredRecord<E>,
      signal?: AbortSignal,
    ): Promise<RemoteResult<RemoteRecord<E> | null>> =>
      (isPlatforms(entity) || known.id === configSchemaId ? platform : instance).fetchOne(
        entity,
        known,
        signal,
      ),
  };
}

const unreadSchema = {
  id: configSchemaId,
  record: { id: configSchemaId, values: {} },
  missing: ['values'],
  path: '',
  why: '',
};
