/**
 * One table for all small lists of an instance: their records differ in `data` (JSON) only. A list costs its description
 * (`rules/small-list.ts`), its view and its seed, and no table. `IF NOT EXISTS`: data directories made before get it.
 */
export const smallRecordTables = `
CREATE TABLE IF NOT EXISTS small_records (
  instance TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, data TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS small_records_id ON small_records (instance, kind, id);
CREATE INDEX IF NOT EXISTS small_records_created ON small_records (instance, kind, created_at, id);
`;

/** The small lists there are, as effects and the control surface name their records. */
export type SmallKind =
  | 'allowlistIdentifier'
  | 'blocklistIdentifier'
  | 'redirectUrl'
  | 'instanceInvitation'
  | 'waitlistEntry'
  | 'organizationDomain'
  | 'roleSet'
  | 'enterpriseConnection'
  | 'connectionTest'
  | 'directory'
  | 'jwtTemplate'
  | 'oauthApplication'
  | 'machine'
  | 'apiKey'
  | 'domain'
  | 'plan'
  | 'subscriptionItem'
  | 'template';

/** A row of `small_records`; `data` is JSON text. */
export type SmallRow = {
  readonly id: string;
  readonly data: string;
  readonly created_at: number;
  readonly updated_at: number;
};
