import { Button } from '@mantine/core';
import { go } from '@renderer/state/use-route';
import { t } from '@shared/language/t';
import { History } from 'lucide-react';

interface HistoryButtonProps {
  /** The record whose changes are shown. */
  readonly id: string;
  /** Where more than the record itself belongs to its history. */
  readonly onClick?: (() => void) | undefined;
}

/** The way from a record to what became of it. */
export function HistoryButton({ id, onClick }: HistoryButtonProps) {
  const open = onClick ?? (() => go('history', { params: { record: id } }));
  return (
    <Button variant="default" leftSection={<History size={13} aria-hidden />} onClick={open}>
      {t('History')}
    </Button>
  );
}
