import { createHash } from 'node:crypto';
import type { Scope } from '../kit/scope';
import { ConfigDocument } from '../seed/config-document';
import { type OrganizationSettings, organizationSettings } from '../views/organization-settings';

/** An instance's config as the service holds it, and its version: a digest, so that it moves with the content only. */
export type HeldConfig = {
  readonly document: ConfigDocument;
  readonly version: string;
  /** Whether the workspace pays for what is not free. */
  readonly paid: boolean;
};

/** Fields that the config document and the instance's organization settings share. */
const mirrored = [
  'enabled',
  'max_allowed_memberships',
  'admin_delete_enabled',
  'domains_enabled',
] as const satisfies readonly (keyof OrganizationSettings)[];

/** Reads the config of the scope's instance; one that was never written has the defaults. */
export const configOf = (scope: Scope): HeldConfig => {
  const row = scope.db.first<{ document: string; paid: number }>(
    'SELECT document, paid FROM configs WHERE instance = ?',
    [scope.instance],
  );
  const settings = organizationSettings(scope);
  const shared = Object.fromEntries(mirrored.map((key) => [key, settings[key]]));
  const held = JSON.parse(row?.document ?? '{}') as { readonly organization_settings?: object };
  const document = ConfigDocument.parse({
    ...held,
    organization_settings: { ...held.organization_settings, ...shared },
  });
  const digest = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  return { document, version: `cfg_${digest.slice(0, 24)}`, paid: row?.paid === 1 };
};

/** Writes the config of the scope's instance, inside the running transaction. */
export const keepConfig = (scope: Scope, { document, paid }: Omit<HeldConfig, 'version'>): void => {
  scope.db.run(
    `INSERT INTO configs VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET document = excluded.document`,
    [scope.instance, paid ? 1 : 0, JSON.stringify(document)],
  );
  const { organization_settings: own } = document;
  const shared = Object.fromEntries(mirrored.map((key) => [key, own[key]]));
  const settings = { ...organizationSettings(scope), ...shared };
  scope.db.run('UPDATE instances SET organization_settings = ? WHERE id = ?', [
    JSON.stringify(settings),
    scope.instance,
  ]);
};
