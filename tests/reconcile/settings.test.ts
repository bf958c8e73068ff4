import { readField } from '@shared/domain/field-path';
import { type JsonValue, jsonEqual } from '@shared/domain/json';
import { isUnverified, type SettingsId, settingsParts } from '@shared/domain/settings-parts';
import { expect, it } from 'vitest';
import { id, type ReconcileRig } from './reconcile-rig';
import { throughProxy } from './through-proxy';

/** Two values of a setting that differ, where its kind does not say which: others are switched. */
const values: Readonly<Record<string, readonly [JsonValue, JsonValue]>> = {
  max_allowed_memberships: [40, 41],
  domains_default_role: ['org:viewer', 'org:billing'],
  domains_enrollment_modes: [['automatic_invitation'], ['automatic_suggestion', 'manual_invitation']],
  blocked_country_codes: [['AF'], ['AF', 'KP']],
  support_email: ['help@acme.example', 'desk@acme.example'],
  allowed_origins: [['https://one.example'], ['https://one.example', 'https://two.example']],
  development_origin: ['https://dev.example', 'https://other.example'],
  clerk_js_version: ['5', '6'],
  preferred_sign_in_strategy_when_password_required: ['otp', 'password'],
};

const held = async ({ store }: ReconcileRig, record: string, key: string): Promise<JsonValue> =>
  readField((await store.get('settings', id(record)))?.values ?? {}, key) ?? null;

const draft = (record: string, key: string, value: JsonValue) =>
  ({
    entity: 'settings',
    recordId: id(record),
    action: { verb: 'update', field: `values.${key}`, value },
  }) as const;

it.each(Object.keys(settingsParts) as SettingsId[])(
  'every setting of %s: set, set with its answer lost, met by a colleague, and undone',
  async (record) => {
    const { rig, writes, colleague, loseAnswers, heal } = await throughProxy();
    // Who may create one is checked below; without organizations there are no roles to choose from.
    const keys = Object.keys(settingsParts[record]).filter((key) => key !== 'creator_role');
    for (const key of keys) {
      const now = await held(rig, record, key);
      const [first, second] = values[key] ?? [now !== true, now === true];
      await rig.stage(draft(record, key, first));
      expect(await rig.reconcile(), key).toMatchObject({ applied: 1 });
      expect(await held(rig, record, key), key).toEqual(first);

      await rig.stage(draft(record, key, second));
      const before = writes();
      loseAnswers();
      await rig.reconcile();
      heal();
      const unverified = isUnverified(record, key);
      await rig.plan();
      expect(await rig.open(), `${key}, lost`).toHaveLength(unverified ? 1 : 0);
      // Nothing shows whether it arrived: the same value is sent again, which changes nothing.
      if (!unverified) expect(writes(), key).toBe(before + 1);
      if (unverified) expect(await rig.reconcile(), key).toMatchObject({ applied: 1 });
      expect(await held(rig, record, key), key).toEqual(second);

      await rig.stage(draft(record, key, first));
      await rig.staging.undo();
      expect(await rig.open(), key).toEqual([]);
      expect(await held(rig, record, key), key).toEqual(second);
      if (unverified || typeof first === 'boolean') continue;
      await rig.stage(draft(record, key, first));
      const row = await rig.store.get('settings', id(record));
      if (row === null) throw new Error('it was copied');
      const theirs = typeof first === 'number' ? 99 : jsonEqual(first, second) ? first : otherOf(key);
      const sent = { verb: 'update', entity: 'settings', record: row, field: `values.${key}`, value: theirs };
      expect(await colleague.send(sent as never), key).toMatchObject({ ok: true });
      const plan = await rig.plan();
      expect(
        plan.steps.map(({ verdict }) => verdict),
        key,
      ).toEqual(['conflict']);
      for (const { intentId } of plan.steps) await rig.staging.withdraw([intentId]);
    }
  },
);

/** A third value, that a colleague sets. */
function otherOf(key: string): JsonValue {
  const others: Readonly<Record<string, JsonValue>> = {
    domains_default_role: 'org:member',
    domains_enrollment_modes: [],
    blocked_country_codes: ['SY'],
    allowed_origins: [],
  };
  return others[key] ?? null;
}

it('what was last written from here outlives the sweeps, and what was never written is not known', async () => {
  const { rig } = await throughProxy();
  expect(await held(rig, 'restrictions', 'blocklist')).toBeNull();
  await rig.stage(draft('restrictions', 'blocklist', true), draft('instance', 'hibp', true));
  expect(await rig.reconcile()).toMatchObject({ applied: 2 });
  for (const record of ['restrictions', 'instance']) {
    const row = await rig.store.get('settings', id(record));
    if (row === null) throw new Error('it was copied');
    const read = await rig.identity.fetchOne('settings', row);
    expect(read).toMatchObject({ ok: true, value: { values: row.values } });
  }
  expect(await held(rig, 'restrictions', 'allowlist')).toBe(false);
  expect(await held(rig, 'instance', 'hibp')).toBe(true);
});

it('a setting is refused where it is known to be wrong, or is no setting of its record', async () => {
  const { rig } = await throughProxy();
  const refused = (record: string, key: string, value: JsonValue) =>
    rig.stage(draft(record, key, value)).then(
      () => '',
      (error: Error) => error.message,
    );
  expect(await refused('organization_settings', 'creator_role', 'org:viewer')).toContain('may not manage');
  expect(await refused('organization_settings', 'creator_role', 'org:none')).toContain('There is no role');
  expect(await refused('organization_settings', 'blocklist', true)).toContain('cannot be edited');
  expect(await refused('restrictions', 'blocklist', 'yes')).toContain('must be on or off');
  expect(await refused('communication', 'blocked_country_codes', ['kp'])).toContain('cannot be this value');
  expect(await refused('organization_settings', 'max_allowed_memberships', -1)).toContain('whole number');
});
