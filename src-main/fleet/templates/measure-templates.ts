import { hash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Store } from '@main/store/store';
import type { TemplateKey, TemplateState } from '@shared/contract/templates';
import { ownWords } from '@shared/domain/fleet/expected-settings';
import { RecordId } from '@shared/domain/ids';
import { serverRow } from '@shared/domain/project';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { TemplateReads } from '@shared/domain/templates/template-reads';
import {
  type TemplateTexts,
  textFields,
  textsOf,
  type Words,
  withoutWords,
} from '@shared/domain/templates/template-texts';

/** An application as far as its templates are told apart by it. */
export interface TemplateOwner {
  readonly id: RecordId;
  readonly name: string;
  readonly domain: string;
  readonly words: Words;
}

/** What is known beside the rows. */
export interface TemplateFacts {
  readonly owners: readonly TemplateOwner[];
  readonly reads: TemplateReads;
  /** Ids of templates of which something is staged. */
  readonly staged: ReadonlySet<string>;
}

export interface MeasuredTemplate {
  readonly owner: TemplateOwner;
  readonly recordId: RecordId;
  readonly state: TemplateState;
  /** Place of its wording among all; null where it is not known. */
  readonly version: number | null;
}

export interface MeasuredTemplates {
  /** Wordings, the most frequent first: how many have it, and the first of them by name. */
  readonly versions: readonly { readonly count: number; readonly first: MeasuredTemplate }[];
  readonly rows: readonly MeasuredTemplate[];
  /** One that was never rewritten, of the wording that most of those have: the service tells its own in no other way. */
  readonly untouched: MeasuredTemplate | null;
}

/** Wordings as they were worked out last, by template: worked out anew only where the template or the words are others. */
export type KnownWordings = Map<
  string,
  { readonly of: string; readonly wording: string; readonly untouched: boolean }
>;

/** Rows that are read at once. */
const chunk = 200;

export const templateId = (applicationId: string, { type, slug }: TemplateKey): RecordId =>
  RecordId.parse(`${applicationId}/${type}/${slug}`);

/** An application with its words for variables. */
export const ownerOf = (
  { id, name, domain }: { readonly id: RecordId; readonly name: string; readonly domain: string },
  variables: Words,
): TemplateOwner => ({ id, name, domain, words: ownWords({ name, domain }, variables) });

/** The service's texts of a template, without the words of its owner; null where it is not there. */
export function wordingOf(row: StoredRecord<'template'>, { words }: TemplateOwner): TemplateTexts | null {
  const held = serverRow('template', row);
  if (held === null) return null;
  const texts = Object.entries(textsOf(held)) as [keyof TemplateTexts, string][];
  return Object.fromEntries(
    texts.map(([field, text]) => [field, withoutWords(held.type, field, text, words)]),
  ) as Record<keyof TemplateTexts, string>;
}

/** One template over all applications: which of them have the same wording, and which what is else to say of. */
export async function measureTemplates(
  store: Pick<Store, 'hashes' | 'getMany'>,
  key: TemplateKey,
  { owners, reads, staged }: TemplateFacts,
  known: KnownWordings,
): Promise<MeasuredTemplates> {
  const ids = owners.map(({ id }) => templateId(id, key));
  const hashes = await store.hashes('template', ids);
  const marks = owners.map(({ words }, at) => {
    const held = hashes.get(ids[at] as RecordId) ?? '';
    return held === '' ? '' : `${held} ${JSON.stringify(words)}`;
  });
  const stale = owners
    .map((_, at) => at)
    .filter((at) => marks[at] !== '' && known.get(ids[at] ?? '')?.of !== marks[at]);
  for (let from = 0; from < stale.length; from += chunk) {
    const some = stale.slice(from, from + chunk);
    const rows = await store.getMany(
      'template',
      some.map((at) => ids[at] as RecordId),
    );
    for (const at of some) {
      const [id, owner] = [ids[at] as RecordId, owners[at] as TemplateOwner];
      const row = rows.get(id);
      const texts = row === undefined ? null : wordingOf(row, owner);
      if (texts === null) continue;
      const wording = hash('sha1', JSON.stringify(textFields.map((field) => texts[field])), 'base64');
      const held = row && serverRow('template', row);
      known.set(id, { of: marks[at] ?? '', wording, untouched: held?.resourceType === 'system' });
    }
    await breathe();
  }
  const wordings = owners.map((_, at) => (marks[at] === '' ? undefined : known.get(ids[at] ?? '')?.wording));
  const places = placesOf(wordings);
  const rows = owners.map((owner, at): MeasuredTemplate => {
    const recordId = ids[at] as RecordId;
    const wording = wordings[at];
    const version = wording === undefined ? null : (places.get(wording) ?? null);
    return {
      owner,
      recordId,
      version,
      state: stateOf(version, staged.has(recordId), reads.get(owner.id)?.failure),
    };
  });
  const versions: { count: number; first: MeasuredTemplate }[] = [];
  for (const row of rows) {
    if (row.version === null) continue;
    const version = versions[row.version];
    if (version === undefined) versions[row.version] = { count: 1, first: row };
    else version.count += 1;
  }
  const untouched = rows
    .filter(({ recordId, version }) => version !== null && known.get(recordId)?.untouched)
    .sort((a, b) => (a.version ?? 0) - (b.version ?? 0));
  return { versions, rows, untouched: untouched[0] ?? null };
}

function stateOf(version: number | null, staged: boolean, failure: unknown): TemplateState {
  if (version === null) return failure ? 'refused' : 'not-read';
  if (staged) return 'staged';
  return version === 0 ? 'same' : 'differs';
}

/** Different wordings, the most frequent first, those as frequent in the order in which they come. */
function placesOf(wordings: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const wording of wordings)
    if (wording !== undefined) counts.set(wording, (counts.get(wording) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return new Map(sorted.map(([wording], place) => [wording, place]));
}
