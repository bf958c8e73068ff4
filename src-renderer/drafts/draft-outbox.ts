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
  /** Hands over all that waits at once: the page is about to go. */
  leave(): void;
}

export interface OutboxParts {
  readonly client: Pick<EngineClient, 'call'>;
  /** Before a workspace is read: what an earlier version kept elsewhere is there by then. */
  readonly ready: (workspaceId: string) => Promise<void>;
  /** A write, or one draft of it, that the engine did not take; what was typed waits on. Told once, until it is taken again. */
  readonly onFailure: (failure: Failure) => void;
}

/** A draft as it was kept last, until the engine has said that it is on disk. Another one of its key takes its place. */
interface Waiting {
  readonly key: string;
  /** Null to let go of what is kept. */
  readonly draft: KeptDraft | null;
  /** `refused`: waits until it is typed on, and holds up no other. */
  state: 'unsent' | 'sent' | 'refused';
}

/**
 * Drafts in the encrypted workspace, through its engine. What is typed goes to the engine with the key that typed it, also behind a
 * write that has no answer yet: a page that is killed has given it away. It is held here until the engine has said that it is on disk:
 * an engine that died is given it again, another workspace's engine never gets it.
 */
export function createDraftOutbox({ client, ready, onFailure }: OutboxParts): DraftOutbox {
  const waiting = new Map<string, Waiting>();
  const underWay = new Map<string, Set<Promise<void>>>();
  /** Workspaces whose drafts of this moment go together. */
  const next = new Set<string>();
  /** Keys whose last draft was refused: told once. */
  const refused = new Set<string>();
  /** What each workspace's writes failed with last. */
  const told = new Map<string, Failure['code']>();
  const isHeld = (each: Waiting): boolean => waiting.get(each.key) === each;

  const deliver = async (workspaceId: string, batch: readonly Waiting[]): Promise<void> => {
    for (let left = batch; left.length > 0; left = left.filter(isHeld)) {
      for (const each of left) each.state = 'sent';
      const kept = await client.call('keepDrafts', {
        workspaceId: WorkspaceId.parse(workspaceId),
        drafts: left.map(({ key, draft }) => ({ key: splitKey(key)[1], draft })),
      });
      // A call without an engine waits for the next one: this asks again, and does not go round.
      if (!kept.ok && kept.error.code === 'engine-stopped') continue;
      if (kept.ok) {
        told.delete(workspaceId);
        const why = new Map(kept.value.refused.map((one) => [`${workspaceId}/${one.key}`, one.why]));
        for (const each of left) settle(each, why.get(each.key));
      } else {
        for (const each of left) each.state = 'unsent';
        if (told.get(workspaceId) !== kept.error.code) onFailure(kept.error);
        told.set(workspaceId, kept.error.code);
      }
      return;
    }
  };
  const settle = (each: Waiting, reason: string | undefined): void => {
    if (reason === undefined) {
      refused.delete(each.key);
      if (isHeld(each)) waiting.delete(each.key);
      return;
    }
    each.state = 'refused';
    if (!refused.has(each.key)) onFailure(notKept(each.key, reason));
    refused.add(each.key);
  };
  const flush = async (workspaceId: string): Promise<void> => {
    const own = underWay.get(workspaceId) ?? new Set();
    underWay.set(workspaceId, own);
    const unsent = [...waiting.values()].filter(
      ({ key, state }) => state === 'unsent' && splitKey(key)[0] === workspaceId,
    );
    for (let first = 0; first < unsent.length; first += atOnce) {
      const sent = deliver(workspaceId, unsent.slice(first, first + atOnce)).finally(() => own.delete(sent));
      own.add(sent);
    }
    while (own.size > 0) await Promise.all(own);
  };

  return {
    flush,
    leave: () => {
      for (const workspaceId of new Set([...waiting.keys()].map((key) => splitKey(key)[0])))
        void flush(workspaceId);
    },
    keep: (key, draft) => {
      const [workspaceId] = splitKey(key);
      // Typed while none is open: there is nothing that it could be about.
      if (workspaceId === '') return;
      waiting.set(key, { key, draft, state: 'unsent' });
      if (next.has(workspaceId)) return;
      next.add(workspaceId);
      queueMicrotask(() => {
        next.delete(workspaceId);
        void flush(workspaceId);
      });
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
        if (typed?.draft === null) found.delete(key);
        else if (typed !== undefined) found.set(key, typed.draft);
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
