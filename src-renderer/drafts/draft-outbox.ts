import type { EngineClient } from '@renderer/bridge/engine-client';
import type { KeptDraft } from '@shared/contract/desk';
import type { Failure } from '@shared/contract/failure';
import { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
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
  /** A write, or one draft of it, that the engine did not take; what was typed waits on. Told once, until it is taken again. */
  readonly onFailure: (failure: Failure) => void;
}

/**
 * Drafts in the encrypted workspace, through its engine. What is typed is held here until the engine has said that it is on disk: an
 * engine that died is given it again, another workspace's engine never gets it.
 */
export function createDraftOutbox({ client, ready, onFailure }: OutboxParts): DraftOutbox {
  const waiting = new Map<string, KeptDraft | null>();
  const flushing = new Map<string, Promise<void>>();
  /** Drafts that the engine refused, as they were then: they wait here until they are typed on, and hold up no other. */
  const refused = new Map<string, KeptDraft | null>();
  /** What each workspace's writes failed with last. */
  const told = new Map<string, Failure['code']>();
  const waitingOf = (workspaceId: string) =>
    [...waiting].filter(([key, draft]) => splitKey(key)[0] === workspaceId && refused.get(key) !== draft);
  const write = (workspaceId: string, batch: ReturnType<typeof waitingOf>) =>
    client.call('keepDrafts', {
      workspaceId: WorkspaceId.parse(workspaceId),
      drafts: batch.map(([key, draft]) => ({ key: splitKey(key)[1], draft })),
    });

  const send = async (workspaceId: string): Promise<void> => {
    for (;;) {
      const batch = waitingOf(workspaceId).slice(0, atOnce);
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
      const why = new Map(kept.value.refused.map((one) => [`${workspaceId}/${one.key}`, one.why]));
      for (const [key, draft] of batch) {
        const reason = why.get(key);
        if (reason !== undefined) {
          if (!refused.has(key)) onFailure(notKept(key, reason));
          refused.set(key, draft);
        } else {
          refused.delete(key);
          if (waiting.get(key) === draft) waiting.delete(key);
        }
      }
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
      for (const workspaceId of owners) {
        const left = waitingOf(workspaceId);
        for (let first = 0; first < left.length; first += atOnce)
          void write(workspaceId, left.slice(first, first + atOnce));
      }
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

function notKept(key: string, why: string): Failure {
  return {
    code: 'invalid-input',
    message: t('What is typed at {key} cannot be kept: {why}. All else is kept.', {
      key: splitKey(key)[1].slice(0, 200),
      why,
    }),
    next: t(
      'It stands in this window as long as that is open: stage it, or make it shorter, before you close it.',
    ),
  };
}
