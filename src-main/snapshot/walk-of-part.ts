import type { JsonObject, JsonValue } from '@shared/domain/json';
import { t } from '@shared/language/t';

/**
 * How a list was read (`src-main/sync/walk-state.ts`), told of the part of it that a copy holds: when, and whether it came to its end. How
 * many others there are, and which ids and names they have, is not told. `isIn`: whether a record of that id is in the copy.
 */
export function walkOfPart(walk: JsonValue, count: number, isIn: (id: string) => boolean): JsonValue {
  const { unread, failure, ...rest } = walk as JsonObject;
  const ours = (Array.isArray(unread) ? unread : []).filter((each) => isIn(String(each?.id)));
  return {
    ...rest,
    ...{ cursor: { offset: count, tail: [] }, total: count, least: null, uncounted: 0, ending: null },
    ...{ unread: ours, unreadCount: ours.length, unreadBefore: 0, changed: 0, deleted: 0 },
    failure: failure ? ofPart(failure as JsonObject) : null,
  };
}

/** Its own words may count records, and quote what the service said of them; that it lacks the list for good stays known. */
const ofPart = ({ code, detail }: JsonObject): JsonObject => ({
  code: code ?? 'incomplete',
  ...(detail instanceof Object && 'lack' in detail && { detail: { lack: detail.lack } }),
  message: t('This list was not read as a whole before the snapshot was made.'),
  next: t('Ask who made the snapshot for one after the next complete sync.'),
});
