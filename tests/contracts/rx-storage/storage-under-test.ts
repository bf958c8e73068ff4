import type { RxStorage } from 'rxdb';

/** One storage the contract is checked on. */
export interface StorageUnderTest {
  readonly name: string;
  /** A storage over nothing yet; called once per test. */
  open(): RxStorage<unknown, never>;
  /** Gives back files and other traces of the last test. */
  clean(): Promise<void>;
  /** What this storage promises beyond the interface. */
  readonly keeps: {
    /** Data outlive `close` and are read by a new storage over the same place. */
    readonly dataAcrossRestarts: boolean;
    /** `count` honours skip and limit, as the interface asks; RxDB itself never sends them. */
    readonly pagedCounts: boolean;
    /** A refused attachment is answered with error 510 even when it is the bulk's only document. */
    readonly attachmentErrors: boolean;
    /** An attachment is only given out by its own digest. */
    readonly attachmentDigests: boolean;
  };
}
