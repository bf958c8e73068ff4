import { setImmediate as breathe } from 'node:timers/promises';
import type { Store } from '@main/store/store';
import { ManyOutcome, type ManyRow, type templateOperations } from '@shared/contract/templates';
import type { IntentDraft } from '@shared/domain/intent';
import type { StoredRecord } from '@shared/domain/records/record-map';
import {
  type ChangedTemplate,
  changeFor,
  revertFor,
  type TemplateChange,
} from '@shared/domain/templates/change-for-many';
import { textsOf } from '@shared/domain/templates/template-texts';
import { t } from '@shared/language/t';
import type { z } from 'zod';
import type { StageDrafts } from '../bring-to-baseline';
import { type TemplateFacts, type TemplateOwner, templateId } from './measure-templates';

type Operations = typeof templateOperations;
export type ChangeRequest = z.output<Operations['changeTemplates']['input']>;
export type ChangeReport = z.infer<Operations['changeTemplates']['output']>;
export type RevertRequest = z.output<Operations['revertTemplates']['input']>;
export type RevertReport = z.infer<Operations['revertTemplates']['output']>;

interface Parts {
  readonly store: Pick<Store, 'getMany'>;
  readonly stage: StageDrafts;
}

/** What becomes of one customer's template. */
type Decide = (row: StoredRecord<'template'>, owner: TemplateOwner) => ChangedTemplate;

/** Rows that are read at once. */
const chunk = 200;

/** Stages a change of one template for many in one undo group, or only says what that would be. */
export async function changeMany(
  parts: Parts,
  facts: TemplateFacts,
  { before, after, shown, ...asked }: ChangeRequest,
): Promise<ChangeReport> {
  const change: TemplateChange = { before, after: { ...before, ...after } };
  let told: ChangeReport['shown'] = null;
  const report = await stageForMany(parts, facts, asked, (row, { id, words }) => {
    const changed = changeFor(row, change, words);
    if (id === shown && changed.drafts.length > 0) told = { ...textsOf(row), ...changed.texts };
    return changed;
  });
  return { ...report, shown: told };
}

/** Stages that many have the service's own wording of one template back, in one undo group; or only says who would. */
export const revertMany = (parts: Parts, facts: TemplateFacts, asked: RevertRequest): Promise<RevertReport> =>
  stageForMany(parts, facts, asked, revertFor);

async function stageForMany(
  { store, stage }: Parts,
  { owners }: TemplateFacts,
  asked: RevertRequest,
  decide: Decide,
): Promise<RevertReport> {
  const { applicationIds, changeSetId, preview } = asked;
  const chosen = new Set<string>(applicationIds === 'all' ? owners.map(({ id }) => id) : applicationIds);
  const meant = owners.filter(({ id }) => chosen.has(id));
  const counts = Object.fromEntries(ManyOutcome.options.map((one) => [one, 0])) as RevertReport['counts'];
  const drafts: IntentDraft[] = [];
  const rows: ManyRow[] = [];
  for (let from = 0; from < meant.length; from += chunk) {
    const some = meant.slice(from, from + chunk);
    const templates = await store.getMany(
      'template',
      some.map(({ id }) => templateId(id, asked)),
    );
    for (const owner of some) {
      const row = templates.get(templateId(owner.id, asked));
      const changed = row === undefined ? null : decide(row, owner);
      const outcome = changed?.outcome ?? 'not-read';
      counts[outcome] += 1;
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
  return { ...report, rows, counts };
}

const notRead = t('Its template is not read yet.');
const nothing = { staged: [], rejected: [] };
const named = ({ id, name }: TemplateOwner) => ({ applicationId: id, name });
