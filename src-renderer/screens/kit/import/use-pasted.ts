import { engine } from '@renderer/bridge/engine';
import type { Draft } from '@renderer/drafts/use-draft';
import type { EntityName } from '@shared/domain/entity';
import { type PastedTable, pastedTable } from '@shared/domain/import/pasted-table';
import type { Role } from '@shared/domain/records/record-map';
import { useEffect, useMemo, useRef } from 'react';
import { type ImportState, useImport } from './use-import';

interface Pasted {
  /** Null where what was pasted is no table. */
  readonly table: PastedTable | null;
  readonly state: ImportState;
  /** Stages all lines but the refused ones, which stay in the draft to be mended; `done` where none is left. */
  readonly stage: (draft: Pick<Draft, 'change' | 'discard'>, done: () => void) => Promise<void>;
}

interface PastedOptions {
  readonly entity: EntityName;
  readonly text: string;
  readonly roles: readonly Role[];
  readonly organizationId: string;
  /** Of lines that say none. */
  readonly role: string | null;
  /** Of all lines: what is asked for beside the table, as a file would say it. */
  readonly said?: Readonly<Record<string, string>>;
  /** One address a line is a table as well. */
  readonly single: boolean;
}

const nothing: NonNullable<PastedOptions['said']> = {};

/** What was pasted from a spreadsheet, looked at as a file is, again with each letter that is typed. */
export function usePasted(options: PastedOptions): Pasted {
  const { entity, text, roles, organizationId, role, said = nothing, single } = options;
  const table = useMemo(() => {
    const known = new Set(roles.flatMap(({ key, name }) => [key.toLowerCase(), name.toLowerCase()]));
    return pastedTable(text, (cell) => known.has(cell.toLowerCase()), single);
  }, [text, roles, single]);
  const given: Readonly<Record<string, string>> = table?.hasRoles || role === null ? {} : { role };
  const state = useImport(entity, { ...given, ...said, organizationId });
  const asked = JSON.stringify([role, said]);
  const open = useRef(state.open);
  open.current = state.open;
  const whole = table?.lines.join('\n') ?? null;
  const head = table?.head;
  const heads = head?.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said of all lines is asked with it
  useEffect(() => {
    void open.current(whole === null ? null : new Blob([whole]), head ?? undefined);
  }, [whole, heads, asked]);
  return {
    table,
    state,
    stage: async (draft, done) => {
      const { preview } = state;
      if (preview === null || table === null) return;
      const refused = await refusedLines(preview.preview);
      // What cannot be told apart is not staged: a line that is refused would be lost with the draft.
      if (refused === null) return;
      const staged = await state.stage();
      if (staged === null) return;
      // Which lines were left out is seen by looking again: those that are staged are the same by now.
      if (staged.left > 0) return state.open(new Blob([table.lines.join('\n')]), table.head ?? undefined);
      const left = refused.flatMap((line) => table.lines[line - 1] ?? []);
      if (left.length > 0)
        return draft.change([...(table.head === null ? table.lines.slice(0, 1) : []), ...left].join('\n'));
      draft.discard();
      done();
    },
  };
}

const page = 500;

/** Numbers of all lines that are refused; null where they cannot be read. */
async function refusedLines(preview: string): Promise<readonly number[] | null> {
  const lines: number[] = [];
  for (;;) {
    const asked = { preview, outcome: 'refused', offset: lines.length, limit: page } as const;
    const read = await engine.call('importRows', asked);
    if (!read.ok) return null;
    lines.push(...read.value.rows.map(({ line }) => line));
    if (read.value.rows.length < page) return lines;
  }
}
