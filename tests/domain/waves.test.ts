import { RecordId } from '@shared/domain/ids';
import type { IntentAction } from '@shared/domain/intent';
import { type PlanUnit, parseWaves, type WaveSize, wavesOf } from '@shared/domain/plan/waves';
import type { DraftStep } from '@shared/domain/reconcile/draft-step';
import { planUnits } from '@shared/domain/reconcile/plan-units';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { recordKey } from '@shared/domain/rules/staging-world';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intentOf } from './intent-of';

const sizesOf = (text: string): readonly WaveSize[] => {
  const parsed = parseWaves(text);
  if ('fault' in parsed) throw new Error(parsed.fault);
  return parsed.sizes;
};

const row = (id: string, more: object) => ({ id: RecordId.parse(id), ...more }) as unknown as StoredRecord;

/** A fleet whose every application has one domain. */
function fleet(count: number, development: readonly number[] = []) {
  const apps = Array.from({ length: count }, (_, index) => {
    const environment = development.includes(index) ? 'development' : 'production';
    return row(`app_${index}`, { name: `U${String(index).padStart(4, '0')}`, environment });
  });
  const domains = apps.map(({ id }, index) =>
    row(`dmn_${index}`, { applicationId: id, name: `u${index}.io` }),
  );
  return {
    customers: new Map(apps.map((app) => [app.id as string, app])),
    rows: new Map([
      ...apps.map((app) => [recordKey('application', app.id), app] as const),
      ...domains.map((domain) => [recordKey('domain', domain.id), domain] as const),
    ]),
  };
}

let seq = 0;
const step = (
  entity: 'application' | 'domain' | 'role',
  recordId: string,
  action: IntentAction,
  dependsOn: readonly DraftStep[] = [],
): DraftStep => {
  seq += 1;
  return {
    intent: intentOf(action, { seq, entity, recordId: RecordId.parse(recordId), organizationId: '' }),
    verdict: 'clean',
    theirs: null,
    reason: '',
    dependsOn: dependsOn.map(({ intent }) => intent.id),
  };
};
const policy = (id: string, needs?: readonly DraftStep[]) =>
  step(
    'application',
    id,
    { verb: 'update', field: 'config.auth_password.min_length', base: 8, value: 14 },
    needs,
  );
const renamed = (id: string, base: string, value: string) =>
  step('domain', id, { verb: 'update', field: 'name', base, value });

const all = () => true;
const namesOf = (units: readonly PlanUnit[]) =>
  units.map(({ customers }) => customers.map(({ name }) => name));
const counts = (units: readonly PlanUnit[], text: string, first?: string) =>
  wavesOf(units, all, { sizes: sizesOf(text), first }).map(({ customers }) => customers.length);

describe('waves', () => {
  it('take so many customers as they say, a share of all that are touched, rounded up, and at last all', () => {
    const of300 = planUnits(
      fleet(300),
      Array.from({ length: 300 }, (_, index) => policy(`app_${index}`)),
    );
    expect(counts(of300, '1,10%,all')).toEqual([1, 30, 269]);
    expect(counts(of300, '1, 5, 10 %, 50%, 100%')).toEqual([1, 5, 30, 150, 114]);
    const of24 = planUnits(
      fleet(24),
      Array.from({ length: 24 }, (_, index) => policy(`app_${index}`)),
    );
    expect(counts(of24, '1,10%,all')).toEqual([1, 3, 20]);
    expect(counts(of24, '20,10,10%,all')).toEqual([20, 4]);
  });

  it.each([
    ['', /"" is no size/],
    ['0,all', /"0" is no size/],
    ['1,101%,all', /"101%" is no size/],
    ['1,10', /last wave must be all/],
    ['all,1', /After all nothing is left/],
    ['1,ten,all', /"ten" is no size of a wave\. Say how many/],
  ])('of "%s" are refused, with what is possible', (text, fault) => {
    expect(parseWaves(text)).toEqual({ fault: expect.stringMatching(fault) });
  });

  it('begin with a development-only application, else with the first by name; what cannot be taken back comes last', () => {
    const steps = ['app_0', 'app_1', 'app_2', 'app_3'].map((id) => policy(id));
    const deletion = step('application', 'app_0', { verb: 'delete', base: { name: 'U0000' } });
    expect(namesOf(planUnits(fleet(4), steps)).flat()).toEqual(['U0000', 'U0001', 'U0002', 'U0003']);
    expect(namesOf(planUnits(fleet(4, [2]), [...steps, deletion])).flat()).toEqual([
      'U0002',
      'U0001',
      'U0003',
      'U0000',
    ]);
    const [wave] = wavesOf(planUnits(fleet(4, [2]), steps), all, { sizes: sizesOf('1,all'), first: 'app_3' });
    expect(wave?.customers).toEqual([{ id: 'app_3', name: 'U0003' }]);
  });

  it('keep together those that pass a name on, and a template that is deleted with whom it is taken over by', () => {
    const swap = [policy('app_0'), renamed('dmn_1', 'u1.io', 'x.io'), renamed('dmn_2', 'u2.io', 'u1.io')];
    expect(namesOf(planUnits(fleet(3), swap))).toEqual([['U0000'], ['U0001', 'U0002']]);
    const made = (from: string) =>
      step('application', 'app_0', { verb: 'create', values: { name: 'U0000', from } });
    const gone = step('application', 'app_1', { verb: 'delete', base: {} });
    expect(namesOf(planUnits(fleet(3), [made('app_1'), gone, policy('app_2')]))).toEqual([
      ['U0002'],
      ['U0000', 'U0001'],
    ]);
    expect(namesOf(planUnits(fleet(3), [made('app_1'), policy('app_1')]))).toHaveLength(2);
  });

  it('who gives up the same name is not tied by it, until somebody takes it', () => {
    const given = [0, 1, 2].map((at) => renamed(`dmn_${at}`, 'same.io', `own${at}.io`));
    expect(namesOf(planUnits(fleet(4), given))).toEqual([['U0000'], ['U0001'], ['U0002']]);
    const taken = renamed('dmn_3', 'u3.io', 'same.io');
    expect(namesOf(planUnits(fleet(4), [...given, taken]))).toHaveLength(1);
  });

  it('there are none where no customer is touched', () => {
    expect(planUnits(fleet(0), [step('role', 'role_1', { verb: 'delete', base: {} })])).toEqual([]);
  });

  it('hold every step once, keep customers and what depends on each other whole, and go in order', () => {
    const kinds = fc.constantFrom('policy', 'domain', 'rename', 'role', 'delete');
    const drawn = fc.array(
      fc.record({ kind: kinds, customer: fc.nat(7), value: fc.nat(3), needs: fc.option(fc.nat(30)) }),
      { maxLength: 30 },
    );
    const size = fc.oneof(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 99 }).map((n) => `${n}%`),
    );
    fc.assert(
      fc.property(
        drawn,
        fc.array(size, { maxLength: 4 }),
        fc.nat(7),
        fc.func(fc.boolean()),
        (steps, sizes, first, goes) => {
          const facts = fleet(8, [3]);
          const made: DraftStep[] = [];
          for (const { kind, customer, value, needs } of steps) {
            const before = needs === null ? undefined : made[needs];
            const on = before === undefined ? [] : [before];
            if (kind === 'rename') made.push(renamed(`dmn_${customer}`, `u${customer}.io`, `u${value}.io`));
            else if (kind === 'domain')
              made.push(step('domain', `dmn_${customer}`, { verb: 'delete', base: {} }, on));
            else if (kind === 'delete')
              made.push(step('application', `app_${customer}`, { verb: 'delete', base: {} }, on));
            else if (kind === 'role')
              made.push(step('role', `role_${customer}`, { verb: 'delete', base: {} }, on));
            else made.push(policy(`app_${customer}`, on));
          }
          const going = new Set(made.filter(({ intent }) => goes(intent.seq)).map(({ intent }) => intent.id));
          const units = planUnits(facts, made);
          const wanted = { sizes: sizesOf([...sizes, 'all'].join(',')), first: `app_${first}` };
          const waves = wavesOf(units, (id) => going.has(id), wanted);
          if (units.length === 0) return;
          const at = new Map(
            waves.flatMap(({ intentIds }, wave) => intentIds.map((id) => [id, wave] as const)),
          );
          // Every step that goes, once; no wave of nothing.
          expect(waves.flatMap(({ intentIds }) => intentIds).sort()).toEqual([...going].sort());
          expect(waves.every(({ intentIds }) => intentIds.length > 0)).toBe(true);
          // No customer in two waves.
          const customers = waves.flatMap((wave) => wave.customers.map(({ id }) => id));
          expect(new Set(customers).size).toBe(customers.length);
          // Nothing before what it needs.
          for (const { intent, dependsOn } of made)
            for (const id of dependsOn.filter((needed) => going.has(needed) && going.has(intent.id)))
              expect(at.get(id) ?? 0).toBeLessThanOrEqual(at.get(intent.id) ?? 0);
          // The chosen one goes first, where it goes at all.
          const leads = customers.includes(wanted.first) && waves[0]?.customers.map(({ id }) => id);
          if (leads) expect(leads).toContain(wanted.first);
          // Where nothing ties customers together, a wave holds what its size says.
          if (units.every((unit) => unit.customers.length <= 1))
            for (const [wave, { customers: own }] of waves.slice(0, -1).entries())
              expect(own.length).toBe(sizeIn(wanted.sizes[wave], customers.length));
        },
      ),
      { numRuns: 400 },
    );
  });
});

const sizeIn = (size: WaveSize | undefined, total: number): number =>
  size?.kind === 'count'
    ? size.count
    : size?.kind === 'percent'
      ? Math.ceil((total * size.percent) / 100)
      : total;
