import { baseline } from '@shared/domain/books/baseline';
import { createJudge } from '@shared/domain/fleet/judge-application';
import { expect, it } from 'vitest';
import { applicationRow } from './application-row';

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
