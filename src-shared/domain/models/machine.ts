import { t } from '../../language/t';
import { type JsonObject, textsIn } from '../json';
import type { Act } from '../kinds/act';
import { list, name, number, text, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';

const key = t('Secret key');

const other = { machineId: text({ label: t('Machine'), to: 'machine' }) };

const opposite = (operation: string) => (values: JsonObject) => ({ operation, values });

/** How long the old key of a machine works on once it is rotated: as long as the service allows. */
export const machineOverlapMs = 8 * 3_600_000;

const atOnce = { operation: 'replaceKey', values: {} };

const acts: Readonly<Record<'allow' | 'forbid' | 'rotateKey' | 'replaceKey', Act>> = {
  allow: {
    label: t('Let it call another machine'),
    says: t('Tokens that it gets are taken by the other one.'),
    values: other,
    shows: ({ scopedMachineIds }, { machineId = '' }) => ({
      scopedMachineIds: [...new Set([...textsIn(scopedMachineIds), String(machineId)])].sort(),
    }),
    fault: ({ id, scopedMachineIds }, { machineId = '' }) =>
      id === machineId
        ? t('A machine may call itself anyway.')
        : textsIn(scopedMachineIds).length >= 150
          ? t('A machine may call 150 others at the most.')
          : null,
    undo: opposite('forbid'),
  },
  forbid: {
    label: t('Keep it from calling another machine'),
    says: t('Tokens that it gets from now on are refused by the other one.'),
    values: other,
    shows: ({ scopedMachineIds }, { machineId = '' }) => ({
      scopedMachineIds: textsIn(scopedMachineIds).filter((id) => id !== machineId),
    }),
    undo: opposite('allow'),
  },
  rotateKey: {
    label: t('Rotate the secret key'),
    says: t('The old key works for 8 hours more. The new one is shown to you when it is reconciled.'),
    once: key,
    outlives: { ms: () => machineOverlapMs, endBy: atOnce },
    // Repeated after a lost answer it comes to the same: nobody has seen the one before.
    shows: () => ({}),
    undo: () => t('A key that was replaced does not come back.'),
  },
  replaceKey: {
    label: t('Replace the secret key at once'),
    says: t('The old key stops working at once: for one that leaked.'),
    once: key,
    outlives: { ms: () => 0, endBy: atOnce },
    shows: () => ({}),
    undo: () => t('A key that was replaced does not come back.'),
  },
};

/** Something that calls others without a person: a worker, a job. Its secret key is copied nowhere. */
export const machine = model({
  ...catalogued,
  name: 'machine',
  words: { one: t('machine'), many: t('machines') },
  home: { screen: 'developers', tab: 'machines' },
  spec: backend('Machine'),
  scenarios: ['b2c', 'b2b'],
  sort: by('name'),
  once: key,
  fields: {
    name: name({ column: 'wide', label: t('Name'), wire: 'name', create: 'must', edit: true, search: 1 }),
    defaultTokenTtl: number({
      column: 'middle',
      label: t('Its tokens hold for, in seconds'),
      wire: 'default_token_ttl',
      create: true,
      edit: true,
      blank: () => 3_600,
    }),
    /** Machines that it may call. */
    scopedMachineIds: list({ label: t('May call'), from: ['scoped_machines'] }),
    ...times,
  },
  acts,
  label: ({ id, name }) => name || id,
  ignored: { object: 'says what it is', instance_id: 'the workspace’s own' },
});
