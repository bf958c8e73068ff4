import { t } from '../../language/t';
import type { IntentDraft } from '../intent';
import { serverRow } from '../project';
import type { StoredRecord } from '../records/record-map';
import { templateFault } from '../rules/template';
import { type Collision, mergeTexts } from '../text/merge-texts';
import { isAmongOthers } from '../text/other-words';
import { type TemplateTexts, type TextField, textFields, type Words, withWords } from './template-texts';

/** The same change for many: texts before and after it, with `[[variables]]` of customers. */
export interface TemplateChange {
  readonly before: TemplateTexts;
  readonly after: TemplateTexts;
}

/** What of a template a change touches. */
export const changedFields = ({ before, after }: TemplateChange): readonly TextField[] =>
  textFields.filter((field) => before[field] !== after[field]);

/**
 * What a change comes to for one customer. `clean`: its text was as the one before; `merged`: changes of its own are kept; `same`: it has
 * all of it already; `collides`: it changed the same places otherwise; `lacks`: words for variables are wanting; `refused`: the
 * template may not be so, or not be changed.
 */
export const changeOutcomes = ['clean', 'merged', 'same', 'collides', 'lacks', 'refused'] as const;
export type ChangeOutcome = (typeof changeOutcomes)[number];

export interface ChangedTemplate {
  readonly outcome: ChangeOutcome;
  /** Why nothing is staged, as a sentence; '' where something is, or nothing needs to be. */
  readonly why: string;
  readonly collisions: readonly (Collision & { readonly field: TextField })[];
  /** Its texts as they would be; as they are where nothing is staged. */
  readonly texts: Readonly<Partial<Record<TextField, string>>>;
  readonly drafts: readonly IntentDraft[];
}

const stays = (outcome: ChangeOutcome, why: string): ChangedTemplate => ({
  outcome,
  why,
  collisions: [],
  texts: {},
  drafts: [],
});

/**
 * What it comes to for one customer to have the service's own wording back. Where something is staged of its words nothing is: that would be
 * lost, or undo it. Pure.
 */
export function revertFor(row: StoredRecord<'template'>): ChangedTemplate {
  if (textFields.some((field) => row.server[field] !== undefined && row.server[field] !== row[field]))
    return stays('collides', t('Something is staged of its words.'));
  if (!row.canRevert) return stays('same', '');
  const action = { verb: 'perform', operation: 'revert' } as const;
  const drafts: readonly IntentDraft[] = [{ entity: 'template', recordId: row.id, action }];
  return { ...stays('clean', ''), drafts };
}

const otherWords = t(
  'Its words are others from the first to the last, as in another language: this change would stand among them. Begin with its own wording, and change those that have it.',
);

/**
 * A change put together with what one customer made of the template: all of it, or nothing. What is staged of it already counts as its
 * own, so that nothing typed is lost; no sentence is put into a text of another language. Pure.
 */
export function changeFor(
  row: StoredRecord<'template'>,
  change: TemplateChange,
  words: Words,
): ChangedTemplate {
  const collisions: ChangedTemplate['collisions'][number][] = [];
  const texts: Partial<Record<TextField, string>> = {};
  const lacking = new Set<string>();
  let own = false;
  let strange = false;
  for (const field of changedFields(change)) {
    const base = withWords(row.type, field, change.before[field], words).text;
    const mine = withWords(row.type, field, change.after[field], words);
    for (const name of mine.missing) lacking.add(name);
    const theirs = row[field];
    own ||= theirs !== base;
    const three = { base, mine: mine.text, theirs };
    const merged = mergeTexts(three);
    if (!merged.ok) collisions.push(...merged.collisions.map((one) => ({ ...one, field })));
    else if (isAmongOthers(three)) {
      strange = true;
      collisions.push({ ...three, field });
    } else texts[field] = merged.text;
  }
  if (lacking.size > 0) {
    const names = [...lacking].map((name) => `[[${name}]]`).join(', ');
    return stays('lacks', t('It has no words for {names}.', { names }));
  }
  if (collisions.length > 0)
    return {
      ...stays('collides', strange ? otherWords : t('It changed the same words in another way.')),
      collisions,
    };
  const changed = textFields.filter((field) => texts[field] !== undefined && texts[field] !== row[field]);
  if (changed.length === 0) return stays('same', '');
  for (const field of changed) {
    const wrong = templateFault(row, field, texts[field] ?? '');
    if (wrong !== null) return stays('refused', wrong);
  }
  const held = serverRow('template', row);
  const drafts = changed.map((field): IntentDraft => {
    const base = held === null ? {} : { base: held[field] };
    return {
      entity: 'template',
      recordId: row.id,
      action: { verb: 'update', field, value: texts[field] ?? '', ...base },
    };
  });
  return { outcome: own ? 'merged' : 'clean', why: '', collisions: [], texts, drafts };
}
