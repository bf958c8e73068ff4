import { MultiSelect } from '@mantine/core';
import { fieldLabel } from '@renderer/fields/field-input';
import { countOf } from '@renderer/ui/format/count-of';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { ExportFormat } from '@shared/contract/export';
import type { PageRequest } from '@shared/contract/page';
import { entityWords } from '@shared/domain/entity';
import { exportColumns, furtherColumns } from '@shared/domain/export/export-columns';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { ExportFormatField, PseudonymiseField } from './export-fields';
import classes from './stage-dialog.module.css';
import { useExport } from './use-export';

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

const words: Readonly<Record<string, string>> = {
  id: t('Id'),
  state: t('State (synced, staged)'),
};

/** Saves what a table shows, or the rows that are selected, as a file. */
export function ExportDialog({ query, total, selected, own, asOf, onClose }: ExportDialogProps) {
  const { entity } = query;
  const { busy, failure, save } = useExport();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [columns, setColumns] = useState<string[]>([]);
  const [pseudonymise, setPseudonymise] = useState(false);
  const { many } = entityWords[entity];
  const further = asOf === undefined ? furtherColumns(entity) : [];
  const named = new Map(further.map(({ path, label }) => [path, label]));
  const rows = countOf(selected.length || total, entityWords[entity]);
  const leave = async (): Promise<void> => {
    const only = { field: 'id', op: 'in' as const, value: [...selected] };
    const asked = selected.length === 0 ? query : { ...query, where: [...(query.where ?? []), only] };
    const request = { query: asked, columns, format, pseudonymise, ...(asOf !== undefined && { asOf }) };
    const date = new Date(asOf ?? Date.now()).toISOString().slice(0, 10);
    const name = asOf === undefined ? `${many} ${date}` : t('{many} as of {date}', { many, date });
    if (!(await save(request, name, entityWords[entity]))) return;
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('Export {rows}', { rows })}
      verb={t('Choose where…')}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onConfirm={() => void leave()}
    >
      <div className={classes.form}>
        <ExportFormatField format={format} onChange={setFormat} />
        <MultiSelect
          label={t('Columns')}
          placeholder={columns.length === 0 ? t('All fields') : ''}
          searchable
          clearable
          data={[...exportColumns(entity), ...further]
            .map(({ path }) => path)
            .concat(own)
            .map((path) => ({
              value: path,
              label: words[path] ?? named.get(path) ?? fieldLabel(entity, path),
            }))}
          value={columns}
          onChange={setColumns}
        />
        <PseudonymiseField checked={pseudonymise} onChange={setPseudonymise} />
      </div>
    </ConfirmDialog>
  );
}
