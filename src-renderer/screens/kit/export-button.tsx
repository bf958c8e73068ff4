import { ActionIcon } from '@mantine/core';
import { t } from '@shared/language/t';
import { Download } from 'lucide-react';

interface ExportButtonProps {
  /** Rows to export; none, or not known yet: closed. */
  readonly total: number | undefined;
  readonly onClick: () => void;
}

/** Above a table: opens what its rows leave by as a file. */
export const ExportButton = ({ total, onClick }: ExportButtonProps) => (
  <ActionIcon
    variant="default"
    size={28}
    aria-label={t('Export…')}
    title={t('Export…')}
    disabled={!total}
    onClick={onClick}
  >
    <Download size={13} aria-hidden />
  </ActionIcon>
);
