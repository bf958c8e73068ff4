import { identificationTables } from './identification-tables';
import { smallRecordTables } from './small-records';

/**
 * The tables, without their indexes (see `indexes.ts`: bulk seeding is faster without them).
 *
 * Everything but `meta` and `applications` is partitioned by `instance`: an application instance is an isolated user
 * pool with its own keys. Booleans are 0/1, times are Unix milliseconds, metadata is JSON text.
 */
export const tables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE applications (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, scenario TEXT NOT NULL, created_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE instances (
  id TEXT PRIMARY KEY, application_id TEXT NOT NULL REFERENCES applications (id), environment_type TEXT NOT NULL,
  settings TEXT NOT NULL, organization_settings TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE secret_keys (
  secret TEXT PRIMARY KEY, instance TEXT NOT NULL REFERENCES instances (id), revoked_at INTEGER) WITHOUT ROWID;
CREATE TABLE users (
  instance TEXT NOT NULL, id TEXT NOT NULL, first_name TEXT, last_name TEXT, username TEXT, external_id TEXT,
  email TEXT, email_id TEXT, phone TEXT, phone_id TEXT, locale TEXT, has_image INTEGER NOT NULL,
  banned INTEGER NOT NULL, locked INTEGER NOT NULL, password_enabled INTEGER NOT NULL,
  two_factor_enabled INTEGER NOT NULL, delete_self_enabled INTEGER NOT NULL,
  create_organization_enabled INTEGER NOT NULL, create_organizations_limit INTEGER,
  bypass_client_trust INTEGER NOT NULL, public_metadata TEXT NOT NULL, private_metadata TEXT NOT NULL,
  unsafe_metadata TEXT NOT NULL, last_sign_in_at INTEGER, last_active_at INTEGER, legal_accepted_at INTEGER,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, directory TEXT);
CREATE TABLE organizations (
  instance TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, slug TEXT NOT NULL, created_by TEXT,
  image_id TEXT, max_allowed_memberships INTEGER NOT NULL, admin_delete_enabled INTEGER NOT NULL,
  role_set_key TEXT, public_metadata TEXT NOT NULL, private_metadata TEXT NOT NULL, last_active_at INTEGER,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE logos (
  instance TEXT NOT NULL, organization_id TEXT NOT NULL, content_type TEXT NOT NULL, bytes BLOB NOT NULL,
  PRIMARY KEY (instance, organization_id));
CREATE TABLE roles (
  instance TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, description TEXT,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE permissions (
  instance TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, description TEXT NOT NULL,
  type TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE role_permissions (
  instance TEXT NOT NULL, role_id TEXT NOT NULL, permission_id TEXT NOT NULL,
  PRIMARY KEY (instance, role_id, permission_id)) WITHOUT ROWID;
CREATE TABLE memberships (
  instance TEXT NOT NULL, id TEXT NOT NULL, organization_id TEXT NOT NULL, user_id TEXT NOT NULL,
  role_id TEXT NOT NULL, public_metadata TEXT NOT NULL, private_metadata TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE invitations (
  instance TEXT NOT NULL, id TEXT NOT NULL, organization_id TEXT NOT NULL, email TEXT NOT NULL,
  role_id TEXT NOT NULL, inviter_id TEXT, status TEXT NOT NULL, url TEXT, public_metadata TEXT NOT NULL,
  private_metadata TEXT NOT NULL, expires_at INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
${identificationTables}
${smallRecordTables}`;
