import { hash } from 'node:crypto';
import { RecordId } from '@shared/domain/ids';
import { z } from 'zod';
import type { UnreadRecord } from './identity-port';

/** Records of a list: those that can be read, and what is known of the others. */
export interface DecodedRecords<Remote> {
  readonly records: readonly Remote[];
  readonly unread: readonly UnreadRecord[];
}

/** Decodes a list record by record: an odd one costs itself, never the list. `idField`: where records keep their id. */
export function decodeRecords<Schema extends z.ZodType, Remote>(
  list: readonly unknown[],
  schema: Schema,
  read: (wired: z.output<Schema>) => Remote,
  idField = 'id',
): DecodedRecords<Remote> {
  const records: Remote[] = [];
  const unread: UnreadRecord[] = [];
  for (const raw of list) {
    const decoded = schema.safeParse(raw);
    if (decoded.success) records.push(read(decoded.data));
    else unread.push(unreadRecord(raw, decoded.error, idField));
  }
  return { records, unread };
}

function unreadRecord(raw: unknown, error: z.ZodError, idField: string): UnreadRecord {
  const [issue] = error.issues;
  return { id: idOf(raw, idField), path: issue?.path.join('.') ?? '', why: issue?.message ?? '' };
}

/** Its id; for a record without one a stand-in that is the same each time the same record comes. */
function idOf(raw: unknown, field: string): RecordId {
  const named = z.object({ [field]: RecordId }).safeParse(raw).data?.[field];
  return named ?? RecordId.parse(`unread_${hash('sha1', JSON.stringify(raw) ?? '', 'hex').slice(0, 16)}`);
}
