import type { EngineClient } from '@renderer/bridge/engine-client';
import type { KeptDraft } from '@shared/contract/desk';
import type { Failure } from '@shared/contract/failure';
import { WorkspaceId } from '@shared/domain/ids';
import { type DraftPlace, splitKey } from './draft-place';

/** Drafts that go into one write at most. */
const atOnce = 200;

export interface DraftOutbox extends DraftPlace {
  /** Writes what waits for a workspace; resolves once nothing does, or its engine would not take it. */
  flush(workspaceId: string): Promise<void>;
  /** Hands over all that waits at once, behind what is under way: the page is about to go. */
  leave(): void;
}

export interface OutboxParts {
  readonly client: Pick<EngineClient, 'call'>;
  /** Before a workspace is read: what an earlier version kept elsewhere is there by then. */
  readonly ready: (workspaceId: string) => Promise<void>;
  /** A write that the engine answered with a failure; what was typed waits on. Told once, until a write is taken again. */
  readonly onFailure: (failure: Failure) => void;
}

/**
 * Drafts in the encrypted workspace, through its engine. What is typed is held here until the engine has said that it is on disk: an
 * engine that died is given it again, another workspace's engine never gets it.
 */
export function createDraftOutbox({ client, ready, onFailure }: OutboxParts): DraftOutbox {
  const waiting = new Map<string, KeptDraft | null>();
  const flushing = new Map<string, Promise<void>>();
  /** What each workspace's writes failed with last. */
  const told = new Map<string, Failure['code']>();
  const waitingOf = (workspaceId: string) =>
    [...waiting].filter(([key]) => splitKey(key)[0] === workspaceId).slice(0, atOnce);
  const write = (workspaceId: string, batch: ReturnType<typeof waitingOf>) =>
    client.call('keepDrafts', {
      workspaceId: WorkspaceId.parse(workspaceId),
      drafts: batch.map(([key, draft]) => ({ key: splitKey(key)[1], draft })),
    });

  const send = async (workspaceId: string): Promise<void> => {
    for (;;) {
      const batch = waitingOf(workspaceId);
      if (batch.length === 0) return;
      const kept = await write(workspaceId, batch);
      if (!kept.ok) {
        // A call without an engine waits for the next one: this asks again, and does not go round.
        if (kept.error.code === 'engine-stopped') continue;
        if (told.get(workspaceId) !== kept.error.code) onFailure(kept.error);
        told.set(workspaceId, kept.error.code);
        return;
      }
      told.delete(workspaceId);
      for (const [key, draft] of batch) if (waiting.get(key) === draft) waiting.delete(key);
    }
  };
  const flush = (workspaceId: string): Promise<void> => {
    const known = flushing.get(workspaceId);
    if (known !== undefined) return known;
    const sent = send(workspaceId).finally(() => flushing.delete(workspaceId));
    flushing.set(workspaceId, sent);
    return sent;
  };

  return {
    flush,
    leave: () => {
      const owners = new Set([...waiting.keys()].map((key) => splitKey(key)[0]));
      for (const workspaceId of owners) void write(workspaceId, waitingOf(workspaceId));
    },
    keep: (key, draft) => {
      const [workspaceId] = splitKey(key);
      // Typed while none is open: there is nothing that it could be about.
      if (workspaceId === '') return;
      waiting.set(key, draft);
      void flush(workspaceId);
    },
    read: async (keys) => {
      const found = new Map<string, KeptDraft>();
      const [workspaceId] = splitKey(keys[0] ?? '');
      if (workspaceId === '') return found;
      await ready(workspaceId);
      const asked = {
        workspaceId: WorkspaceId.parse(workspaceId),
        keys: keys.map((key) => splitKey(key)[1]),
      };
      const answer = await client.call('drafts', asked);
      for (const { key, ...draft } of answer.ok ? answer.value : [])
        found.set(`${workspaceId}/${key}`, draft);
      // What is typed counts before what was written: it may be on its way.
      for (const key of keys) {
        const typed = waiting.get(key);
        if (typed === null) found.delete(key);
        else if (typed !== undefined) found.set(key, typed);
      }
      return found;
    },
  };
}
