import type { Failure } from '@shared/contract/failure';
import type { EntityName } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { useMemo } from 'react';
import { decodeRecord } from './decode-record';
import { useFeed } from './use-feed';

/** `undefined` record: on its way; `null`: there is none. */
export interface RecordState<E extends EntityName> {
  readonly record: StoredRecord<E> | null | undefined;
  readonly extras: JsonObject;
  readonly openIntents: readonly Intent[];
  readonly failure: Failure | undefined;
}

/** One record, live, with what belongs to its page. */
export function useRecord<E extends EntityName>(entity: E, id: string | null): RecordState<E> {
  const feed = useFeed('record', id === null ? null : { entity, id: RecordId.parse(id) });
  return useMemo(() => {
    const { value, failure } = feed;
    if (!value) return { record: undefined, extras: {}, openIntents: [], failure };
    const record = value.record === null ? null : decodeRecord(entity, value.record);
    return { record, extras: value.extras, openIntents: value.openIntents, failure };
  }, [entity, feed]);
}
