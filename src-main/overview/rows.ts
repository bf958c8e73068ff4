import type { Facet, Page, PageQuery } from '@shared/contract/page';

/** Rows as tables ask for them, narrowed to what a query says: figures are what the tables behind them show. */
export interface Rows {
  page(query: PageQuery): Promise<Page>;
  /** By conditions and scope alone. */
  count(query: PageQuery): Promise<number>;
  facets(query: PageQuery, field: string): Promise<readonly Facet[]>;
}
