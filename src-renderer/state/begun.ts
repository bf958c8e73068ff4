import { useEffect } from 'react';

/** What was begun, each with the workspace that it opens; null where it makes one. */
const begun = new Map<symbol, string | null>();

/** Of the workspaces that something begun on the first page opens or makes: nothing else may take its place unasked. */
export const whatIsBegun = (): ReadonlySet<string | null> => new Set(begun.values());

/** Says while `active` that somebody is at it: a passphrase that is typed, a form that is open. */
export function useBegun(active: boolean, workspaceId: string | null): void {
  useEffect(() => {
    if (!active) return;
    return begin(workspaceId);
  }, [active, workspaceId]);
}

/** Says so while the work is under way. */
export async function whileBegun<T>(workspaceId: string | null, work: () => Promise<T>): Promise<T> {
  const end = begin(workspaceId);
  try {
    return await work();
  } finally {
    end();
  }
}

function begin(workspaceId: string | null): () => void {
  const mark = Symbol();
  begun.set(mark, workspaceId);
  return () => void begun.delete(mark);
}
