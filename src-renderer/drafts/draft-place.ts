import type { KeptDraft } from '@shared/contract/desk';

/** Where drafts are kept while nobody looks at them. Keys begin with the id of their workspace: `<workspace>/<entity>/<record>/<field>`. */
export interface DraftPlace {
  /** Of these keys, those that hold something. */
  read(keys: readonly string[]): Promise<ReadonlyMap<string, KeptDraft>>;
  /** Never fails: what cannot be written at once is written as soon as it can. Null forgets. */
  keep(key: string, draft: KeptDraft | null): void;
}

/** The workspace of a key, and what is left of it. */
export function splitKey(key: string): readonly [workspaceId: string, rest: string] {
  const end = key.indexOf('/');
  return [key.slice(0, end), key.slice(end + 1)];
}
