import { Autocomplete } from '@mantine/core';
import { useAnswer } from '@renderer/bridge/use-answer';
import { useColumnLayouts } from '@renderer/state/column-layouts';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { EntityName } from '@shared/domain/entity';
import { isMetadataPath, metadataFields } from '@shared/domain/views/metadata-paths';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { useOwnPaths } from './own-columns';

interface OwnColumnDialogProps {
  readonly entity: EntityName;
  readonly table: string;
  readonly onClose: () => void;
}

/** Makes a column of a value inside of metadata: one that occurs, or one that is typed. */
export function OwnColumnDialog({ entity, table, onClose }: OwnColumnDialogProps) {
  const found = useAnswer('metadataPaths', { entity }, '');
  const own = useOwnPaths(table);
  const setOwn = useColumnLayouts((store) => store.setOwn);
  const [path, setPath] = useState('');
  const wanted = path.trim();
  const fault = own.includes(wanted)
    ? t('This column is there already.')
    : wanted === '' || isMetadataPath(entity, wanted)
      ? null
      : t('A path begins with {fields}. and goes on with keys.', {
          fields: metadataFields(entity).join('., '),
        });
  const add = (): void => {
    if (wanted === '' || fault !== null) return;
    setOwn(table, [...own, wanted]);
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('Add column from metadata')}
      verb={t('Add column')}
      disabled={wanted === '' || fault !== null}
      onClose={onClose}
      onConfirm={add}
    >
      <Autocomplete
        data-autofocus
        label={t('Path')}
        description={
          found?.length === 0
            ? t('No metadata was found in the first rows; type a path.')
            : t('Found in the first rows, the most frequent first; or type one.')
        }
        placeholder="publicMetadata.tier"
        data={(found ?? []).map((each) => each.path)}
        value={path}
        error={fault}
        onChange={setPath}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.defaultPrevented) add();
        }}
      />
    </ConfirmDialog>
  );
}
