import { type Books, bookKey } from '@main/books/books';
import type { Store, StoreChange } from '@main/store/store';
import { type Result, success } from '@shared/contract/failure';
import {
  type TemplateFleetPage,
  type TemplateFleetQuery,
  type TemplateFleetRow,
  TemplateKey,
  TemplateState,
  type templateOperations,
} from '@shared/contract/templates';
import { openStates } from '@shared/domain/intent';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { type TemplateTexts, textFields } from '@shared/domain/templates/template-texts';
import type { z } from 'zod';
import type { StageDrafts } from '../bring-to-baseline';
import type { Fleet } from '../create-fleet';
import {
  type ChangeReport,
  type ChangeRequest,
  changeMany,
  type RevertReport,
  type RevertRequest,
  revertMany,
} from './change-many';
import {
  type KnownWordings,
  type MeasuredTemplate,
  type MeasuredTemplates,
  measureTemplates,
  ownerOf,
  type TemplateFacts,
  wordingOf,
} from './measure-templates';
import { readReads, readsKey } from './template-reads';

export type TemplateKinds = z.infer<(typeof templateOperations)['templateKinds']['output']>;

/** The templates of a fleet of applications. */
export interface TemplateFleet {
  kinds(): Promise<TemplateKinds>;
  page(query: TemplateFleetQuery): Promise<TemplateFleetPage>;
  change(asked: ChangeRequest): Promise<Result<ChangeReport>>;
  revert(asked: RevertRequest): Promise<Result<RevertReport>>;
  /** Calls back whenever any of it may be other. */
  watch(changed: () => void): () => void;
}

interface Parts {
  readonly store: Store;
  readonly books: Books;
  readonly fleet: Pick<Fleet, 'applications'>;
  readonly stage: StageDrafts;
}

/** Wordings that are told with their texts. */
const versionsTold = 20;

export function createTemplateFleet({ store, books, fleet, stage }: Parts): TemplateFleet {
  const known: KnownWordings = new Map();
  const variablesKey = bookKey('applicationVariables');
  const concerns = ({ entities, intents, meta }: StoreChange): boolean =>
    intents ||
    entities.has('template') ||
    entities.has('application') ||
    meta.some((key) => key === readsKey || key === variablesKey);

  const readFacts = async (): Promise<TemplateFacts> => {
    const variables = new Map(
      (await books.read('applicationVariables')).map(({ id, value }) => [id, value.values]),
    );
    const applications = await fleet.applications();
    const owners = applications
      .map((one) => ownerOf(one, variables.get(one.id) ?? {}))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
    // No other record has such an id.
    const open = await store.intents({ states: openStates });
    const staged = new Set<string>(open.map(({ recordId }) => recordId));
    return { owners, reads: await readReads(store), staged };
  };

  /** Texts of wordings, each from the first that has it. */
  const textsOfVersions = async ({ versions }: MeasuredTemplates): Promise<TemplateFleetPage['versions']> => {
    const told = versions.slice(0, versionsTold);
    const rows = await store.getMany(
      'template',
      told.map(({ first }) => first.recordId),
    );
    return told.flatMap(({ count, first }) => {
      const row = rows.get(first.recordId);
      const texts = row === undefined ? null : wordingOf(row, first.owner);
      return texts === null ? [] : [{ count, applicationId: first.owner.id, texts: { ...texts } }];
    });
  };

  const untouchedOf = async ({ untouched }: MeasuredTemplates): Promise<TemplateFleetPage['untouched']> => {
    const row = untouched && (await store.get('template', untouched.recordId));
    const texts = untouched && row && wordingOf(row, untouched.owner);
    return texts && { applicationId: untouched.owner.id, name: untouched.owner.name, texts: { ...texts } };
  };

  return {
    watch: (changed) => store.subscribe((change) => concerns(change) && changed()),
    kinds: async () => {
      const facts = await readFacts();
      const kinds: TemplateKinds = [];
      for (const key of kindsIn(await store.ids('template'))) {
        const measured = await measureTemplates(store, key, facts, known);
        const first = measured.versions[0]?.first;
        if (first === undefined) continue;
        const row = await store.get('template', first.recordId);
        kinds.push({
          ...key,
          name: row?.name ?? key.slug,
          counts: countsOf(measured.rows),
          versions: measured.versions.length,
        });
      }
      return kinds;
    },
    page: async (query) => {
      const facts = await readFacts();
      const measured = await measureTemplates(store, query, facts, known);
      const found = measured.rows.filter((row) => isMeant(row, query));
      const shown = found.slice(query.offset, query.offset + query.limit);
      const versions = await textsOfVersions(measured);
      const rows = await store.getMany(
        'template',
        shown.map(({ recordId }) => recordId),
      );
      return {
        total: found.length,
        offset: query.offset,
        counts: countsOf(measured.rows),
        wordings: measured.versions.length,
        versions,
        untouched: await untouchedOf(measured),
        rows: shown.map((one) => rowOf(one, rows.get(one.recordId), versions[0]?.texts, facts)),
      };
    },
    change: async (asked) => success(await changeMany({ store, stage }, await readFacts(), asked)),
    revert: async (asked) => success(await revertMany({ store, stage }, await readFacts(), asked)),
  };
}

/** Types and slugs that some application has. */
function kindsIn(ids: readonly string[]): readonly TemplateKey[] {
  const keys = new Set(ids.map((id) => id.slice(id.indexOf('/') + 1)));
  return [...keys].sort().flatMap((key) => {
    const [type, slug] = key.split('/');
    return TemplateKey.safeParse({ type, slug }).data ?? [];
  });
}

function countsOf(rows: readonly MeasuredTemplate[]): TemplateFleetPage['counts'] {
  const counts = Object.fromEntries(
    TemplateState.options.map((state) => [state, 0]),
  ) as TemplateFleetPage['counts'];
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

function isMeant({ owner, state, version }: MeasuredTemplate, query: TemplateFleetQuery): boolean {
  const needle = query.text.trim().toLowerCase();
  if (query.states.length > 0 && !query.states.includes(state)) return false;
  if (query.version !== undefined && query.version !== version) return false;
  return needle === '' || `${owner.name}\n${owner.domain}\n${owner.id}`.toLowerCase().includes(needle);
}

function rowOf(
  { owner, recordId, state, version }: MeasuredTemplate,
  row: StoredRecord<'template'> | undefined,
  most: TemplateTexts | undefined,
  { reads }: TemplateFacts,
): TemplateFleetRow {
  const own = row === undefined ? null : wordingOf(row, owner);
  const read = reads.get(owner.id);
  return {
    applicationId: owner.id,
    recordId,
    name: owner.name,
    domain: owner.domain,
    state,
    version,
    differs:
      own === null || most === undefined ? [] : textFields.filter((field) => own[field] !== most[field]),
    readAt: read?.at ?? 0,
    failure: read?.failure ?? null,
  };
}
