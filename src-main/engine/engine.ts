import type { Activity } from '@shared/contract/activity';
import type { ExportReport } from '@shared/contract/export';
import type { Result } from '@shared/contract/failure';
import type { FeedName } from '@shared/contract/feeds';
import type { BackupReport } from '@shared/contract/maintenance';
import type { OperationName, OutputOf } from '@shared/contract/operations';

export interface EngineWindow extends Pick<Engine, 'call' | 'subscribe'> {
  leave(): void;
}

/**
 * A workspace at work: its store, sync, staging and reconciling behind the contract. It runs in Electron's utility
 * process, in the command line and in tests alike, and knows nothing of the transport.
 */
export interface Engine {
  /** Decodes the input, does the work; expected failures and bad input are returned, bugs come back as `internal`. */
  call<O extends OperationName>(operation: O, input: unknown): Promise<Result<OutputOf<O>>>;
  /** Sends the feed's present value at once and again whenever it changes; returns the unsubscriber. */
  subscribe(feed: FeedName, input: unknown, listener: (value: Result<unknown>) => void): () => void;
  /** The same for one window, until it leaves: undo goes by who asked. */
  openWindow(): EngineWindow;
  /**
   * Copies the whole workspace into one encrypted file. No operation of the contract: a window must not name paths.
   *
   * @param label what it takes to open the file later; it is kept as it is
   */
  backUp(to: string, label: string): Promise<Result<BackupReport>>;
  /**
   * Writes rows of a table to a file, as many as there are. No operation of the contract, likewise. Expected failures: `invalid-input`,
   * `not-found` (a moment before all history), `disk-full`, `disk-read-only`, `disk-error`; the file is then as it was.
   */
  exportTable(to: string, request: unknown): Promise<Result<ExportReport>>;
  /** Whether another API key opens the same instance. No operation of the contract: a window must not hold keys. */
  tryKey(apiKey: string): Promise<Result<null>>;
  /** Whether a Platform token shows the application of this workspace's instance. No operation of the contract, likewise. */
  tryPlatformToken(token: string): Promise<Result<null>>;
  /** Tells what it does, now and at each change of it; the function returned ends that. */
  watchActivity(listener: (activity: Activity) => void): () => void;
  /** Whether a run sends changes right now. */
  isSending(): boolean;
  /** Whether its admin works offline by choice, so that nobody is to be asked anything. */
  isLeftAlone(): boolean;
  close(): Promise<void>;
}
