/** What became of a ruined database. */
export interface Recovery {
  /** Where the damaged file lies now. */
  readonly aside: string;
  /** Open intents in the new database. */
  readonly openIntents: number;
  readonly historyEntries: number;
  /** Journal lines that could not be read; beside a damaged database, only these can have held lost edits. */
  readonly unreadableLines: number;
}

/** Thrown once after a ruined database was replaced: opening again opens the new one. */
export class StoreRecovered extends Error {
  override readonly name = 'StoreRecovered';

  constructor(readonly recovery: Recovery) {
    super(`The database was damaged and lies at ${recovery.aside} now.`);
  }
}
