import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import type { PageRequest, RemotePage } from './identity-port';
import type { WalkCursor } from './walk-state';

/** A page in the order of the walk. */
export interface WalkedPage<E extends EntityName> {
  readonly records: readonly RemoteRecord<E>[];
  readonly total: number;
  /** When it was asked for, ms. */
  readonly requestedAt: number;
  /** Where the walk goes on behind it. */
  readonly cursor: WalkCursor;
  /** The list was seen to have moved since the page before. */
  readonly moved: boolean;
  readonly last: boolean;
}

export interface FetchedPage<E extends EntityName> {
  readonly requestedAt: number;
  readonly result: RemoteResult<RemotePage<E>>;
}

/** Asks for one page, with all patience that is due to a failing service. */
export type FetchPage<E extends EntityName> = (page: PageRequest) => Promise<FetchedPage<E>>;

/** Pages one after the other; ends behind the last one or a failure. */
export type Pages<E extends EntityName> = AsyncGenerator<RemoteResult<WalkedPage<E>>, void>;
