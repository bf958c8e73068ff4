/**
 * The indexes, made after bulk seeding.
 *
 * `(instance, created_at, id)` covers the default order of every list, so that a deep `offset` walks one index and
 * no rows. Statistics keep that index from being walked for one member of one organization. The unique ones are the rules of the service that hold even if a rule in code were wrong.
 */
export const indexes = `
CREATE UNIQUE INDEX users_id ON users (instance, id);
CREATE UNIQUE INDEX users_email ON users (instance, email);
CREATE UNIQUE INDEX users_username ON users (instance, username);
CREATE UNIQUE INDEX users_external ON users (instance, external_id);
CREATE INDEX users_created ON users (instance, created_at, id);
CREATE UNIQUE INDEX organizations_id ON organizations (instance, id);
CREATE UNIQUE INDEX organizations_slug ON organizations (instance, slug);
CREATE INDEX organizations_created ON organizations (instance, created_at, id);
CREATE UNIQUE INDEX roles_id ON roles (instance, id);
CREATE UNIQUE INDEX roles_key ON roles (instance, key);
CREATE UNIQUE INDEX permissions_id ON permissions (instance, id);
CREATE UNIQUE INDEX permissions_key ON permissions (instance, key);
CREATE UNIQUE INDEX memberships_id ON memberships (instance, id);
CREATE UNIQUE INDEX memberships_pair ON memberships (instance, organization_id, user_id);
CREATE INDEX memberships_user ON memberships (instance, user_id);
CREATE INDEX memberships_role ON memberships (instance, role_id, organization_id);
CREATE INDEX memberships_created ON memberships (instance, created_at, id);
CREATE UNIQUE INDEX invitations_id ON invitations (instance, id);
CREATE INDEX invitations_organization ON invitations (instance, organization_id, status);
CREATE INDEX invitations_created ON invitations (instance, created_at, id);
PRAGMA analysis_limit = 1000;
ANALYZE;
`;
