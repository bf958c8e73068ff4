import type { Scope } from '../kit/scope';

/** What is stored of an instance's settings: what was never set is missing. */
export type InstanceSettings = {
  readonly allowed_origins: readonly string[] | null;
  readonly restrictions?: Readonly<Record<string, boolean>>;
  readonly protect?: Readonly<Record<string, boolean>>;
  readonly blocked_country_codes?: readonly string[];
};

const rowOf = ({ db, instance }: Scope) => {
  const row = db.first<{ environment_type: string; settings: string }>(
    'SELECT environment_type, settings FROM instances WHERE id = ?',
    [instance],
  );
  if (row === undefined) throw new Error(`no instance ${instance}`);
  return row;
};

export const instanceSettings = (scope: Scope): InstanceSettings =>
  JSON.parse(rowOf(scope).settings) as InstanceSettings;

/** Shows the instance (spec: `components/schemas/Instance`). */
export const instanceView = (scope: Scope) => ({
  object: 'instance',
  id: scope.instance,
  environment_type: rowOf(scope).environment_type,
  allowed_origins: instanceSettings(scope).allowed_origins,
  workspace_id: null,
});

/** Shows who may sign up, in the answer to a change only (spec: `InstanceRestrictions`). */
export const restrictionsView = (scope: Scope) => ({
  object: 'instance_restrictions',
  allowlist: false,
  blocklist: false,
  allowlist_blocklist_disabled_on_sign_in: false,
  block_email_subaddresses: false,
  block_disposable_email_domains: false,
  ...instanceSettings(scope).restrictions,
});

/** Shows the settings of text messages (spec: `InstanceCommunication`). */
export const communicationView = (scope: Scope) => ({
  object: 'instance_communication',
  blocked_country_codes: instanceSettings(scope).blocked_country_codes ?? [],
});

/** Shows what watches over sign-ins (spec: `InstanceProtect`). */
export const protectView = (scope: Scope) => ({
  object: 'instance_protect',
  rules_enabled: false,
  specter_enabled: false,
  checks_bypassed: false,
  ...instanceSettings(scope).protect,
});
