import { createHash } from 'node:crypto';
import type { Store } from '@main/store/store';
import { DraftKey, type deskOperations, KeptDraft, Recent, SavedView } from '@shared/contract/desk';
import type { JsonValue } from '@shared/domain/json';
import { namedApart } from '@shared/domain/views/named-apart';
import { t } from '@shared/language/t';
import { z } from 'zod';

type Asked<O extends keyof typeof deskOperations> = Omit<
  z.output<(typeof deskOperations)[O]['input']>,
  'workspaceId'
>;
type Kept = z.output<(typeof deskOperations)['keepDrafts']['output']>;

/** What is typed and not staged, saved views, and records opened lately; in the store's small values. */
export interface Desk {
  drafts(asked: Asked<'drafts'>): Promise<(KeptDraft & { readonly key: string })[]>;
  keepDrafts(asked: Asked<'keepDrafts'>): Promise<Kept>;
  views(): Promise<SavedView[]>;
  /** Returns what they are called now. */
  keepViews(views: readonly SavedView[]): Promise<string[]>;
  removeView(id: string): Promise<void>;
  recents(): Promise<Recent[]>;
  keepRecents(recents: readonly Recent[]): Promise<void>;
}

export const viewsKey = 'desk/views';
export const recentsKey = 'desk/recents';
/** Whether a small value lies on the desk. */
export const isDeskKey = (key: string): boolean => key.startsWith('desk/');
/** The store's keys are short, and those of drafts hold paths of any length. */
const draftKey = (key: string): string => `desk/draft/${createHash('sha256').update(key).digest('hex')}`;

const recentsKept = 20;
const StoredDraft = KeptDraft.extend({ key: z.string() });
const AskedDraft = z.object({ key: DraftKey, draft: KeptDraft.nullable() });

export function createDesk(store: Pick<Store, 'meta' | 'write'>): Desk {
  const draft = async (key: string) => StoredDraft.safeParse(await store.meta(draftKey(key))).data;
  const views = async () => z.array(SavedView).parse((await store.meta(viewsKey)) ?? []);
  const recents = async () => z.array(Recent).parse((await store.meta(recentsKey)) ?? []);
  return {
    drafts: async ({ keys }) => (await Promise.all(keys.map(draft))).flatMap((found) => found ?? []),
    keepDrafts: async ({ drafts, onlyNew }) => {
      const read = drafts.map((asked) => ({ key: asked.key, ...AskedDraft.safeParse(asked) }));
      await store.write(async () => {
        const meta: Record<string, JsonValue> = {};
        for (const { data } of read) {
          if (data === undefined || (onlyNew && (await draft(data.key)) !== undefined)) continue;
          meta[draftKey(data.key)] = data.draft === null ? null : { key: data.key, ...data.draft };
        }
        return { meta };
      });
      return {
        refused: read.flatMap(({ key, error }) =>
          error === undefined ? [] : [{ key, why: error.issues[0]?.message ?? t('it is no text') }],
        ),
      };
    },
    views,
    keepViews: async (put) => {
      let kept: readonly SavedView[] = [];
      await store.write(async () => {
        kept = namedApart(await views(), put);
        return { meta: { [viewsKey]: kept as unknown as JsonValue } };
      });
      return put.map((asked) => kept.find(({ id }) => id === asked.id)?.name ?? asked.name);
    },
    removeView: (id) =>
      store.write(async () => ({
        meta: { [viewsKey]: (await views()).filter((view) => view.id !== id) as unknown as JsonValue },
      })),
    recents,
    keepRecents: (opened) =>
      store.write(async () => {
        const newest = [...opened, ...(await recents())].sort((a, b) => b.at - a.at);
        const places = newest.map(({ screen, recordId }) => `${screen}/${recordId}`);
        const kept = newest.filter((_, index) => places.indexOf(places[index] ?? '') === index);
        return { meta: { [recentsKey]: kept.slice(0, recentsKept) } };
      }),
  };
}
