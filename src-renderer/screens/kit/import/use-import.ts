import { engine } from '@renderer/bridge/engine';
import { notifyDone, notifyFailure } from '@renderer/state/notify';
import { undoing } from '@renderer/state/undo';
import { type Failure, failure, type Result } from '@shared/contract/failure';
import type { ImportPreview, OpenedImport, StagedImport } from '@shared/contract/import';
import type { EntityName } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import { useEffect, useRef, useState } from 'react';
import { readBytes } from './read-bytes';

/** A file, or a text that was pasted. */
export type Source = Blob & { readonly name?: string };

interface OpenSource {
  readonly from: Source;
  readonly head?: readonly string[] | undefined;
}

/** What is asked of the lines, beside what they say. */
export interface ImportChoices {
  /** Fields by columns, where they were said and not guessed. */
  readonly columns: Readonly<Record<string, string | null>>;
  readonly emptyClears: boolean;
  readonly onlyExisting: boolean;
}

export interface ImportState {
  readonly opened: OpenedImport | null;
  readonly preview: ImportPreview | null;
  readonly choices: ImportChoices;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** @param head names of the columns, where the first line is none */
  readonly open: (source: Source | null, head?: readonly string[]) => Promise<void>;
  readonly choose: (change: Partial<ImportChoices>) => void;
  /** What was staged and what was left out; null where nothing was. */
  readonly stage: () => Promise<StagedImport | null>;
}

const noChoices: ImportChoices = { columns: {}, emptyClears: false, onlyExisting: false };

/** A file on its way in: opened, looked at again with each choice, and staged as it was seen. The engine forgets it with the dialog. */
export function useImport(entity: EntityName, always: Readonly<Record<string, string>> = {}): ImportState {
  const [source, setSource] = useState<OpenSource | null>(null);
  const [opened, setOpened] = useState<OpenedImport | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [choices, setChoices] = useState(noChoices);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Grows with each question: the answer to an older one is none to what is shown. */
  const asked = useRef(0);
  /** Id of the file that is open, or the ticket of one that is being opened. */
  const file = useRef<string | null>(null);
  const forget = (): void => {
    if (file.current !== null) void engine.call('closeImport', { file: file.current });
    file.current = null;
  };
  useEffect(
    () => () => {
      asked.current += 1;
      if (file.current !== null) void engine.call('closeImport', { file: file.current });
    },
    [],
  );

  /** The answer to what was asked last; undefined where something newer was asked meanwhile, null where it failed. */
  async function ask<T>(work: () => Promise<Result<T>>): Promise<T | null | undefined> {
    asked.current += 1;
    const mine = asked.current;
    setBusy(true);
    const answer = await work();
    if (mine !== asked.current) return undefined;
    setBusy(false);
    setFailure(answer.ok ? null : answer.error);
    return answer.ok ? answer.value : null;
  }

  async function look(of: OpenedImport, { columns, ...flags }: ImportChoices): Promise<void> {
    const found = await ask(() =>
      engine.call('previewImport', { file: of.file, entity, always, columns: { ...columns }, ...flags }),
    );
    if (found !== undefined) setPreview(found);
  }

  /** To be called as a question: what is opened when nobody waits for it any more is closed again. */
  const read = async (from: Source, head?: readonly string[]): Promise<Result<OpenedImport>> => {
    const mine = asked.current;
    const bytes = await readBytes(from);
    if (!bytes.ok || mine !== asked.current) return bytes.ok ? notWaitedFor : bytes;
    const ticket = crypto.randomUUID();
    file.current ??= ticket;
    const found = await openBytes(bytes.value, head, ticket);
    if (found.ok && mine !== asked.current) void engine.call('closeImport', { file: found.value.file });
    return found;
  };

  return {
    opened,
    preview,
    choices,
    busy,
    failure,
    open: async (from, head) => {
      forget();
      asked.current += 1;
      setBusy(false);
      setFailure(null);
      setSource(from && { from, head });
      setOpened(null);
      setPreview(null);
      setChoices(noChoices);
      const found = from && (await ask(() => read(from, head)));
      if (!found) return;
      file.current = found.file;
      setOpened(found);
      await look(found, noChoices);
    },
    choose: (change) => {
      const next = { ...choices, ...change };
      setChoices(next);
      if (opened !== null) void look(opened, next);
    },
    stage: async () => {
      if (source === null || preview === null) return null;
      const staged = await ask(async () => {
        const mine = asked.current;
        const done = await stageAsSeen(source, preview.preview);
        // Also to who closed the dialog meanwhile.
        if (done.ok) tellStaged(done.value, source.from.name);
        else if (mine !== asked.current) notifyFailure(done.error);
        return done;
      });
      return staged ?? null;
    },
  };
}

const openBytes = (
  bytes: Uint8Array<ArrayBuffer>,
  head?: readonly string[],
  ticket = '',
): Promise<Result<OpenedImport>> =>
  engine.call('openImport', { bytes, ticket, ...(head && { head: [...head] }) });

/** Reads it once more: staged is what it says now, if that is what was seen. */
async function stageAsSeen({ from, head }: OpenSource, preview: string): Promise<Result<StagedImport>> {
  const bytes = await readBytes(from);
  if (!bytes.ok) return bytes;
  const now = await openBytes(bytes.value, head);
  if (!now.ok) return now;
  const { file } = now.value;
  const staged = await engine.call('stageImport', { preview, file });
  void engine.call('closeImport', { file });
  return staged;
}

/** What nobody looks at: the question is an old one by then. */
const notWaitedFor = failure(
  'not-found',
  t('The file is not looked at any more. Nothing was changed.'),
  t('Choose it again.'),
);

function tellStaged({ staged, left, why, undoGroup }: StagedImport, name = t('what was pasted')): void {
  if (left > 0)
    notifyFailure({
      code: 'stale-plan',
      message: t('{left, plural, one {# change} other {# changes}} of {count, number} were left out: {why}', {
        left,
        count: staged + left,
        why,
      }),
      next: t('Choose the file again to see what is left of it.'),
    });
  notifyDone(
    t('Staged. {staged, plural, one {# change} other {# changes}} from {name}', { staged, name }),
    undoing(undoGroup),
  );
}
