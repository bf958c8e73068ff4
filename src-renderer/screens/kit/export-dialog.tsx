import { Checkbox, MultiSelect, SegmentedControl } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import { fieldLabel } from '@renderer/fields/field-input';
import { notifyDone } from '@renderer/state/notify';
import { useWorkspace } from '@renderer/state/use-session';
import { formatCount } from '@renderer/ui/format/format-count';
import { plural } from '@renderer/ui/format/plural';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { ExportFormat } from '@shared/contract/export';
import type { PageRequest } from '@shared/contract/page';
import { entityWords } from '@shared/domain/entity';
import { exportColumns } from '@shared/domain/export/export-columns';
import { useState } from 'react';
import classes from './stage-dialog.module.css';

interface ExportDialogProps {
  /** What the table shows. */
  readonly query: PageRequest;
  readonly total: number;
  /** Ids of the rows that are selected; they leave instead of all. */
  readonly selected: readonly string[];
  /** Columns of metadata that the table has. */
  readonly own: readonly string[];
  /** The moment (ms) of which the table tells; left out: now. */
  readonly asOf?: number;
  readonly onClose: () => void;
}

const formats: readonly { readonly value: ExportFormat; readonly label: string; readonly says: string }[] = [
  {
    value: 'xlsx',
    label: 'Excel',
    says: 'A workbook: numbers and times as such, the head stays, roles to choose from.',
  },
  {
    value: 'csv',
    label: 'CSV',
    says: 'UTF-8, times in UTC. A text that would run as a formula has a ’ before it.',
  },
  { value: 'jsonl', label: 'JSON lines', says: 'One object a line, values as the copy holds them.' },
];

const words: Readonly<Record<string, string>> = { id: 'Id', state: 'State (synced, staged)' };

/** Saves what a table shows, or the rows that are selected, as a file. */
export function ExportDialog({ query, total, selected, own, asOf, onClose }: ExportDialogProps) {
  const { entity } = query;
  const workspace = useWorkspace();
  const { busy, failure, send } = useSending();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [columns, setColumns] = useState<string[]>([]);
  const [pseudonymise, setPseudonymise] = useState(false);
  const { one, many } = entityWords[entity];
  const count = plural(selected.length || total, one, many);
  const save = async (): Promise<void> => {
    const only = { field: 'id', op: 'in' as const, value: [...selected] };
    const asked = selected.length === 0 ? query : { ...query, where: [...(query.where ?? []), only] };
    const request = { query: asked, columns, format, pseudonymise, ...(asOf !== undefined && { asOf }) };
    // A workspace may have a long name, and a file may not.
    const name = `${workspace?.name.slice(0, 50).trim() ?? ''} ${many} ${asOf === undefined ? '' : 'as of '}${new Date(asOf ?? Date.now()).toISOString().slice(0, 10)}`;
    const written = await send(() => shell.call('exportTable', { request, name }));
    if (!written.ok || written.value.saved === null) return;
    const { path, rows, cut, changedMeanwhile } = written.value.saved;
    notifyDone(
      [
        `Saved ${plural(rows, one, many)} as ${path}.`,
        ...(cut > 0 ? [`${formatCount(cut)} texts were too long for a cell, and were cut.`] : []),
        ...(changedMeanwhile ? ['Rows were written meanwhile: one may be as it was before.'] : []),
      ].join(' '),
    );
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={`Export ${count}`}
      verb="Choose where…"
      busy={busy}
      failure={failure}
      onClose={onClose}
      onConfirm={() => void save()}
    >
      <div className={classes.form}>
        <SegmentedControl
          aria-label="Format"
          data={formats.map(({ value, label }) => ({ value, label }))}
          value={format}
          onChange={(value) => setFormat(formats.find((each) => each.value === value)?.value ?? format)}
        />
        <p>{formats.find(({ value }) => value === format)?.says}</p>
        <MultiSelect
          label="Columns"
          placeholder={columns.length === 0 ? 'All fields' : ''}
          searchable
          clearable
          data={[...exportColumns(entity).map(({ path }) => path), ...own].map((path) => ({
            value: path,
            label: words[path] ?? fieldLabel(entity, path),
          }))}
          value={columns}
          onChange={setColumns}
        />
        <Checkbox
          label="Replace names, addresses, ids and metadata"
          description="The same by the same, so that tables can still be joined"
          checked={pseudonymise}
          onChange={(event) => setPseudonymise(event.currentTarget.checked)}
        />
      </div>
    </ConfirmDialog>
  );
}
