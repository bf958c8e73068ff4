import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import type { CallApi } from './call-api';
import type { Adapter } from './entities/adapter';
import type { PartialRecord, RemotePage } from './identity-port';
import { readEach } from './read-each';

type Whole<E extends EntityName> = Pick<RemotePage<E>, 'records' | 'partial'>;

/** What ends a walk: nothing else would be answered either. */
const ends: readonly string[] = ['offline', 'unauthorized', 'rate-limited', 'timeout'];
export const endsWalk = ({ kind }: RemoteFailure): boolean => ends.includes(kind);

/**
 * Reads the lists that stand within records (`Adapter.within`). A list that is refused, or cannot be read, costs its fields only: they
 * stay as they were known, and it is told why.
 *
 * @param total records of the whole list, of which these are a page
 */
export async function readWithin<E extends EntityName>(
  callApi: CallApi,
  { within }: Pick<Adapter<E>, 'within'>,
  records: readonly RemoteRecord<E>[],
  total: number,
  signal?: AbortSignal,
): Promise<RemoteResult<Whole<E>>> {
  if (within === undefined) return { ok: true, value: { records, partial: [] }, requestId: '' };
  const { fields, most = Number.POSITIVE_INFINITY } = within;
  if (total > most) {
    // As it should be, and so without a reason.
    const partial = records.map((record) => ({ id: record.id, record, missing: fields, path: '', why: '' }));
    return { ok: true, value: { records: [], partial }, requestId: '' };
  }
  const read = await readEach(records, async (record) => {
    const path = within.path(record);
    const answer = await callApi({ method: 'GET', path }, signal);
    if (!answer.ok && endsWalk(answer.failure)) return answer;
    const whole = answer.ok ? within.read(record, answer.value) : undefined;
    const why = answer.ok ? t('cannot be read') : answer.failure.message;
    const partial: PartialRecord<E> = { id: record.id, record, missing: fields, path, why };
    return { ok: true, value: { whole, partial }, requestId: '' };
  });
  if (!read.ok) return read;
  const value = {
    records: read.value.flatMap(({ whole }) => whole ?? []),
    partial: read.value.flatMap(({ whole, partial }) => (whole === undefined ? [partial] : [])),
  };
  return { ok: true, value, requestId: '' };
}
