/**
 * What a user is known by besides the columns of `users`: further addresses, numbers and wallets, accounts at providers,
 * digests of backup codes; and which sessions were revoked. A primary address or number is here only where it is reserved. `IF NOT EXISTS`: data
 * directories made before get the table when they are opened.
 */
export const identificationTables = `
CREATE TABLE IF NOT EXISTS identifications (
  instance TEXT NOT NULL, user_id TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL,
  provider TEXT, reserved INTEGER NOT NULL, is_primary INTEGER NOT NULL, created_at INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS identifications_user ON identifications (user_id);
CREATE INDEX IF NOT EXISTS identifications_value ON identifications (kind, value);
CREATE TABLE IF NOT EXISTS revoked_sessions (
  instance TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (instance, id)) WITHOUT ROWID;
`;
