import { createHash } from 'node:crypto';
import type { Store } from '@main/store/store';
import { type deskOperations, KeptDraft, Recent, SavedView } from '@shared/contract/desk';
import type { JsonValue } from '@shared/domain/json';
import { z } from 'zod';

type Asked<O extends keyof typeof deskOperations> = Omit<
  z.output<(typeof deskOperations)[O]['input']>,
  'workspaceId'
>;

/** What is typed and not staged, saved views, and records opened lately; in the store's small values. */
export interface Desk {
  drafts(asked: Asked<'drafts'>): Promise<(KeptDraft & { readonly key: string })[]>;
  keepDrafts(asked: Asked<'keepDrafts'>): Promise<void>;
  views(): Promise<SavedView[]>;
  keepViews(views: readonly SavedView[]): Promise<void>;
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

export function createDesk(store: Pick<Store, 'meta' | 'write'>): Desk {
  const draft = async (key: string) => StoredDraft.safeParse(await store.meta(draftKey(key))).data;
  const views = async () => z.array(SavedView).parse((await store.meta(viewsKey)) ?? []);
  const recents = async () => z.array(Recent).parse((await store.meta(recentsKey)) ?? []);
  return {
    drafts: async ({ keys }) => (await Promise.all(keys.map(draft))).flatMap((found) => found ?? []),
    keepDrafts: ({ drafts, onlyNew }) =>
      store.write(async () => {
        const meta: Record<string, JsonValue> = {};
        for (const { key, draft: typed } of drafts) {
          if (onlyNew && (await draft(key)) !== undefined) continue;
          meta[draftKey(key)] = typed === null ? null : { key, ...typed };
        }
        return { meta };
      }),
    views,
    keepViews: (put) =>
      store.write(async () => {
        const byId = new Map([...(await views()), ...put].map((view) => [view.id, view]));
        return { meta: { [viewsKey]: [...byId.values()] as unknown as JsonValue } };
      }),
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
