import type { PageRequest, PartialRecord, RemotePage } from '@main/identity/identity-port';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { UnreadRecord } from '@shared/domain/records/unread-record';
import type { RemoteResult } from '@shared/domain/remote-failure';
import type { PageProof } from './page-proof';
import type { WalkCursor } from './walk-state';

/** A page as it was fetched. */
export interface ListedPage<E extends EntityName> {
  /** Of everything that the page lists, also of what could not be read. */
  readonly ids: readonly RecordId[];
  /** Null: the answer is that of `proof`, and was not decoded. */
  readonly records: readonly RemoteRecord<E>[] | null;
  readonly unread: readonly UnreadRecord[];
  readonly partial: readonly PartialRecord<E>[];
  readonly total: number;
  readonly digest: string;
  /** Where in its walk, and what was asked for: under these its proof is kept. */
  readonly place: number;
  readonly at: string;
  readonly proof: PageProof | null;
  /** Asks for the same page once more, to be decoded whatever it is. */
  readonly askAgain: () => Promise<RemoteResult<RemotePage<E>>>;
}

/** A page in the order of the walk. */
export interface WalkedPage<E extends EntityName> extends ListedPage<E> {
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
  readonly result: RemoteResult<ListedPage<E>>;
}

/** Asks for one page, with all patience that is due to a failing service. `place`: its number in the walk. */
export type FetchPage<E extends EntityName> = (page: PageRequest, place: number) => Promise<FetchedPage<E>>;

/** Pages one after the other; ends behind the last one or a failure. */
export type Pages<E extends EntityName> = AsyncGenerator<RemoteResult<WalkedPage<E>>, void>;
