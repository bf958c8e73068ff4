import type { HistoryScopes } from '@main/store/store';
import type { Result } from '@shared/contract/failure';
import type { ChainReport, CompareQuery, Comparison, HistoryAbout } from '@shared/contract/history';
import type { Page, PageQuery } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import type { JsonObject } from '@shared/domain/json';

/** History as a time machine. Moments are ms since 1970; those before the first complete copy fail with `not-found`. */
export interface Audit {
  range(): Promise<{ readonly from: number; readonly to: number }>;
  page(query: PageQuery, at: number): Promise<Result<Page>>;
  record(entity: EntityName, id: RecordId, at: number): Promise<Result<{ record: JsonObject | null }>>;
  compare(query: CompareQuery): Promise<Result<Comparison>>;
  verify(): Promise<ChainReport>;
  about(whom: HistoryAbout): Promise<HistoryScopes>;
}
