import { changeMany } from '@main/fleet/templates/change-many';
import { ownerOf } from '@main/fleet/templates/measure-templates';
import { RecordId } from '@shared/domain/ids';
import { textsOf } from '@shared/domain/templates/template-texts';
import { expect, it } from 'vitest';
import { sampleRecord } from '../store/sample-records';

it('a change that is put together for many lets others have their turn', async () => {
  const body = Array.from({ length: 40 }, (_, at) => `<p>Sentence ${at}.</p>`).join('');
  const owners = Array.from({ length: 450 }, (_, at) =>
    ownerOf({ id: RecordId.parse(`app_${at}`), name: '', domain: '' }, {}),
  );
  const held = { type: 'email', slug: 'code', subject: 'Code', body, canEditBody: true } as const;
  const rows = owners.map(({ id }) => sampleRecord('template', `${id}/email/code`, held));
  let most = 0;
  let turns = 0;
  let over = false;
  const turn = (): void => {
    turns += 1;
    if (!over) setImmediate(turn);
  };
  setImmediate(turn);
  const read = async (_: string, ids: readonly RecordId[]) => {
    most = Math.max(most, ids.length);
    return new Map(rows.filter(({ id }) => ids.includes(id)).map((row) => [row.id, row]));
  };
  const [first] = rows;
  if (first === undefined) throw new Error('there are many');
  const report = await changeMany(
    {
      store: { getMany: read as never },
      stage: async () => ({ staged: [], rejected: [] }) as never,
    },
    { owners, reads: new Map(), staged: new Set() },
    {
      type: 'email',
      slug: 'code',
      applicationIds: 'all',
      before: textsOf(first),
      after: { body: body.replace('Sentence 7.', 'Another.') },
      preview: true,
    },
  );
  over = true;
  expect(report.counts).toMatchObject({ clean: 450 });
  expect(report.rows.map(({ applicationId }) => applicationId)).toEqual(owners.map(({ id }) => id));
  expect(turns).toBeGreaterThanOrEqual(400);
  expect(most).toBeLessThanOrEqual(200);
});
