import { hash } from 'node:crypto';
import { RecordId } from '@shared/domain/ids';
import type { UnreadRecord } from '@shared/domain/records/unread-record';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { mostLevels, tooDeepAt } from './too-deep';

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
    const deep = tooDeepAt(raw);
    if (deep !== undefined) {
      unread.push({ id: idOf(raw, idField, flat), path: deep, why: tooDeep() });
      continue;
    }
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

const tooDeep = (): string => t('nests deeper than {mostLevels, number} levels', { mostLevels });

/** Its id; for a record without one a stand-in that is the same each time the same record comes, told by what `shown` lets through. */
function idOf(raw: unknown, field: string, shown?: (name: string, value: unknown) => unknown): RecordId {
  const named = z.object({ [field]: RecordId }).safeParse(raw).data?.[field];
  if (named !== undefined) return named;
  return RecordId.parse(`unread_${hash('sha1', JSON.stringify(raw, shown) ?? '', 'hex').slice(0, 16)}`);
}

/** What is too deep for a text is told by its own level alone. */
const flat = (name: string, value: unknown): unknown =>
  name !== '' && typeof value === 'object' ? null : value;
