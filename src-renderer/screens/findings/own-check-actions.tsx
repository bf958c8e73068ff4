import { Button } from '@mantine/core';
import { useBook } from '@renderer/bridge/use-book';
import { useRemoval } from '@renderer/screens/shared/use-keep';
import { select } from '@renderer/state/use-route';
import { t } from '@shared/language/t';
import { Trash2 } from 'lucide-react';

/** Takes a check of one's own out; the toast offers to put it back. `id`: of the check, `own.` and that of its entry. */
export function OwnCheckActions({ id }: { readonly id: string }) {
  const entry = useBook('findingCheck')?.find((each) => `own.${each.id}` === id);
  const remove = useRemoval();
  if (entry === undefined) return null;
  const takeOut = async (): Promise<void> => {
    await remove('findingCheck', entry, t('Check removed: {title}', { title: entry.value.title }));
    select(null);
  };
  return (
    <Button variant="default" leftSection={<Trash2 size={13} aria-hidden />} onClick={() => void takeOut()}>
      {t('Remove the check')}
    </Button>
  );
}
