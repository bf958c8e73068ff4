import { baseline } from '@shared/domain/books/baseline';
import { createJudge } from '@shared/domain/fleet/judge-application';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applicationId, applicationRow } from './application-row';

it('what a part of a setting lacks, the whole lacks: neither is brought to a text with braces', () => {
  const said = (name: string, rank: number, path: string, value: string | { readonly lang: string }) => ({
    ...{ id: name, by: 'Ada', why: '', at: 1 },
    value: baseline.value.parse({ name, level: 'all', rank, settings: [{ path, value }] }),
  });
  const claims = 'config.session.claims';
  const baselines = [said('part', 0, `${claims}.tier`, '{{tier}}'), said('whole', 1, claims, { lang: 'de' })];
  const known = { settings: new Map(), isUnpaid: () => false, now: 10_000 };
  const row = applicationRow(
    { config: { session: { claims: { tier: 'gold', lang: 'de' } } }, domain: '' },
    {},
  );
  const judged = createJudge({ baselines, groups: [], variables: [], exceptions: [] }, known)(row);
  expect(judged.map(({ path, verdict }) => [path, verdict]).sort()).toEqual([
    [claims, 'missing-variable'],
    [`${claims}.tier`, 'missing-variable'],
  ]);
});

it('where nobody can tell whether an application is of a group, nobody can tell what its setting should be', () => {
  const minLength = 'config.auth_password.min_length';
  const level = fc.constantFrom('all', 'group', 'application');
  const said = fc.record({ level, rank: fc.integer({ min: 0, max: 2 }), value: fc.constantFrom(8, 9) });
  const shown = fc.constantFrom(true, false, null, undefined, '••••••••');
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 5 }), shown, fc.boolean(), (all, on, named) => {
      const baselines = all.map((one, place) => ({
        ...{ id: `${place}`, by: 'Ada', why: '', at: 1 },
        value: baseline.value.parse({
          ...{ name: `${place}`, level: one.level, rank: one.rank },
          of: { all: '', group: 'g', application: applicationId }[one.level],
          settings: [{ path: minLength, value: one.value }],
        }),
      }));
      const where = [
        { field: 'config.pilot.on', value: true },
        { field: 'name', value: 'Acme' },
      ];
      const value = { name: 'Pilots', members: named ? [applicationId] : [], where };
      const groups = [{ id: 'g', by: 'Ada', why: '', at: 1, value }];
      const pilot = on === undefined ? {} : { on };
      const row = applicationRow({ config: { auth_password: { min_length: 8 }, pilot } }, {});
      const known = { settings: new Map(), isUnpaid: () => false, now: 10_000 };
      const judge = createJudge({ baselines, groups, variables: [], exceptions: [] }, known);

      const isPilot = named || on === true ? true : on === false || on === undefined ? false : undefined;
      const first = ['application', 'group', 'all']
        .flatMap((of) => [0, 1, 2].map((rank) => ({ of, rank })))
        .flatMap(({ of, rank }) => all.filter((one) => one.level === of && one.rank === rank))
        .find((one) => one.level !== 'group' || isPilot !== false);
      const told = first?.value === 8 ? 'same' : 'differs';
      expect(judge(row).map(({ verdict }) => verdict)).toEqual(
        first === undefined ? [] : [first.level === 'group' && isPilot === undefined ? 'unknown' : told],
      );
    }),
    { numRuns: 300 },
  );
});
