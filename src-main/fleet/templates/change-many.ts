import { setImmediate as breathe } from 'node:timers/promises';
import type { Store } from '@main/store/store';
import { ManyOutcome, type ManyRow, type templateOperations } from '@shared/contract/templates';
import type { IntentDraft } from '@shared/domain/intent';
import { changeFor, type TemplateChange } from '@shared/domain/templates/change-for-many';
import { textsOf } from '@shared/domain/templates/template-texts';
import { t } from '@shared/language/t';
import type { z } from 'zod';
import type { StageDrafts } from '../bring-to-baseline';
import { type TemplateFacts, type TemplateOwner, templateId } from './measure-templates';

export type ChangeRequest = z.output<(typeof templateOperations)['changeTemplates']['input']>;
export type ChangeReport = z.infer<(typeof templateOperations)['changeTemplates']['output']>;

interface Parts {
  readonly store: Pick<Store, 'getMany'>;
  readonly stage: StageDrafts;
}

/** Rows that are read at once. */
const chunk = 200;

/** Stages a change of one template for many in one undo group, or only says what that would be. */
export async function changeMany(
  { store, stage }: Parts,
  { owners }: TemplateFacts,
  asked: ChangeRequest,
): Promise<ChangeReport> {
  const { before, after, applicationIds, changeSetId, preview, shown } = asked;
  const chosen = new Set<string>(applicationIds === 'all' ? owners.map(({ id }) => id) : applicationIds);
  const meant = owners.filter(({ id }) => chosen.has(id));
  const change: TemplateChange = { before, after: { ...before, ...after } };
  const counts = Object.fromEntries(ManyOutcome.options.map((one) => [one, 0])) as ChangeReport['counts'];
  const drafts: IntentDraft[] = [];
  const rows: ManyRow[] = [];
  let told: ChangeReport['shown'] = null;
  for (let from = 0; from < meant.length; from += chunk) {
    const some = meant.slice(from, from + chunk);
    const templates = await store.getMany(
      'template',
      some.map(({ id }) => templateId(id, asked)),
    );
    for (const owner of some) {
      const row = templates.get(templateId(owner.id, asked));
      const changed = row === undefined ? null : changeFor(row, change, owner.words);
      const outcome = changed?.outcome ?? 'not-read';
      counts[outcome] += 1;
      if (owner.id === shown && row !== undefined && changed !== null && changed.drafts.length > 0)
        told = { ...textsOf(row), ...changed.texts };
      drafts.push(...(changed?.drafts ?? []));
      rows.push({
        ...named(owner),
        outcome,
        why: changed?.why ?? notRead,
        collisions: [...(changed?.collisions ?? [])],
      });
      // To put together long texts takes milliseconds for each.
      await breathe();
    }
  }
  const report = preview || drafts.length === 0 ? nothing : await stage(drafts, changeSetId);
  return { ...report, rows, counts, shown: told };
}

const notRead = t('Its template is not read yet.');
const nothing = { staged: [], rejected: [] };
const named = ({ id, name }: TemplateOwner) => ({ applicationId: id, name });
