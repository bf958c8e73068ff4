import { ExportButton } from '@renderer/screens/kit/export-button';
import { ExportFormatField, PseudonymiseField } from '@renderer/screens/kit/export-fields';
import classes from '@renderer/screens/kit/stage-dialog.module.css';
import { useExport } from '@renderer/screens/kit/use-export';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { ExportFormat } from '@shared/contract/export';
import { t } from '@shared/language/t';
import { useState } from 'react';
import type { HistoryRequest } from './use-history';

interface ExportHistoryProps {
  /** What the feed shows. */
  readonly query: HistoryRequest;
  /** Entries that are loaded; undefined while none are. */
  readonly loaded: number | undefined;
}

/** All entries that match the filters leave as a file, those that are not loaded too. */
export function ExportHistory({ query, loaded }: ExportHistoryProps) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <ExportButton total={loaded} onClick={() => setOpened(true)} />
      {opened && <ExportHistoryDialog query={query} onClose={() => setOpened(false)} />}
    </>
  );
}

interface DialogProps extends Pick<ExportHistoryProps, 'query'> {
  readonly onClose: () => void;
}

function ExportHistoryDialog({ query, onClose }: DialogProps) {
  const { busy, failure, save } = useExport();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [pseudonymise, setPseudonymise] = useState(false);
  const leave = async (): Promise<void> => {
    const request = { kind: 'history' as const, query, format, pseudonymise };
    const name = t('history {date}', { date: new Date().toISOString().slice(0, 10) });
    if (await save(request, name, { one: t('entry'), many: t('entries') })) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('Export history')}
      verb={t('Choose where…')}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onConfirm={() => void leave()}
    >
      <div className={classes.form}>
        <p>{t('Every entry that matches the filters, newest first, with the hashes that prove it.')}</p>
        <ExportFormatField format={format} onChange={setFormat} />
        <PseudonymiseField checked={pseudonymise} onChange={setPseudonymise} />
        {pseudonymise && <p>{t('The hashes are left out then: a guess could be proven by them.')}</p>}
      </div>
    </ConfirmDialog>
  );
}
