/**
 * What a platform has beyond its instances. `IF NOT EXISTS`: data directories made before platforms get them when they
 * are opened.
 */
export const platformTables = `
CREATE TABLE IF NOT EXISTS platform_tokens (token TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS configs (
  instance TEXT PRIMARY KEY REFERENCES instances (id), paid INTEGER NOT NULL, document TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS domains (
  instance TEXT NOT NULL, id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE, is_provider INTEGER NOT NULL,
  proxy_url TEXT, dns TEXT NOT NULL, checked_at INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS platform_records (
  kind TEXT NOT NULL, id TEXT NOT NULL PRIMARY KEY, data TEXT NOT NULL, created_at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS application_images (
  application_id TEXT NOT NULL, what TEXT NOT NULL, content_type TEXT NOT NULL, bytes BLOB NOT NULL,
  PRIMARY KEY (application_id, what));
`;
