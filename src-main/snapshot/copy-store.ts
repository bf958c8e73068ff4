import { walkedEntity } from '@main/store/kept-walk';
import type { ClosedStore } from '@main/store/maintenance/closed-store';
import type { HistoryDraft, RecordPut, Store } from '@main/store/store';
import { EntityName } from '@shared/domain/entity';
import type { HistoryEntry } from '@shared/domain/history-entry';
import type { RecordId } from '@shared/domain/ids';
import type { JsonValue } from '@shared/domain/json';
import { project, serverRow } from '@shared/domain/project';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { inChunks } from './in-chunks';
import type { IsPart } from './in-part';
import { walkOfPart } from './walk-of-part';

const recordsAtOnce = 2_000;
const entriesAtOnce = 500;

export interface Copied {
  readonly records: number;
  readonly history: number;
}

export interface Part {
  readonly isPart: IsPart;
  /** '' for all. */
  readonly organizationId: string;
  /** Which of the small values go along. */
  readonly keeps: (key: string) => boolean;
}

/**
 * Copies records as the service holds them: what is staged stays behind, and so does what only a staged creation made. Of a
 * whole copy the history is chained as it was; of a part the chain is a new one, for nobody vouches for what is left out.
 */
export async function copyStore(
  from: ClosedStore,
  to: Store,
  { isPart, organizationId, keeps }: Part,
): Promise<Copied> {
  const known = new Set<RecordId>();
  const counts = new Map<string, number>();
  for (const entity of EntityName.options)
    for await (const rows of inChunks(served(from, entity, isPart), recordsAtOnce)) {
      for (const { record } of rows) known.add(record.id);
      counts.set(entity, (counts.get(entity) ?? 0) + rows.length);
      await to.write({ put: rows });
    }
  const told = ({ organizationId: of, recordId }: HistoryEntry): boolean =>
    organizationId === '' || of === organizationId || known.has(recordId);
  let history = 0;
  for await (const entries of inChunks(from.history(), entriesAtOnce)) {
    const drafts = entries.filter(told).map(asDraft);
    history += drafts.length;
    if (drafts.length > 0) await to.write({ history: drafts });
  }
  const meta: Record<string, JsonValue> = {};
  const isIn = (id: string): boolean => known.has(id as RecordId);
  for (const [key, value] of from.meta()) {
    if (!keeps(key)) continue;
    const walked = organizationId === '' ? null : walkedEntity(key);
    meta[key] = walked === null ? value : walkOfPart(value, counts.get(walked) ?? 0, isIn);
  }
  await to.write({ meta });
  return { records: known.size, history };
}

function* served(from: ClosedStore, entity: EntityName, isPart: IsPart): Generator<RecordPut> {
  for (const row of from.records(entity)) {
    const record = asServed(entity, row);
    if (record !== null && isPart(entity, record)) yield { entity, record };
  }
}

function asServed(entity: EntityName, row: StoredRecord): StoredRecord | null {
  const remote = serverRow(entity, row);
  return remote === null ? null : project(entity, remote, [], row.sync);
}

function asDraft({
  id: _id,
  seq: _seq,
  previousHash: _previous,
  hash: _hash,
  ...draft
}: HistoryEntry): HistoryDraft {
  return draft;
}
