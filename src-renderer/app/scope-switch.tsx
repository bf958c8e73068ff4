import { Popover } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { RecordSelect } from '@renderer/screens/shared/record-select';
import { narrowTo, useScope } from '@renderer/state/use-scope';
import { useCommandTarget } from '@renderer/ui/controls/command-target';
import { t } from '@shared/language/t';
import { ChevronsUpDown, Focus, X } from 'lucide-react';
import { useState } from 'react';
import classes from './scope-switch.module.css';

/** What the window is narrowed to: all organizations, or one of them. Found by typing; the cross is the way out. */
export function ScopeSwitch() {
  const scope = useScope();
  const { record } = useRecord('organization', scope);
  const [opened, setOpened] = useState(false);
  useCommandTarget('scope', () => setOpened(true));
  const name = scope === null ? t('All organizations') : (record?.name ?? scope);
  return (
    <span className={classes.scope} data-on={scope !== null || undefined}>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" width={300} trapFocus>
        <Popover.Target>
          <button
            type="button"
            className={classes.name}
            aria-label={t('Scope: {name}. Choose another', { name })}
            title={name}
            onClick={() => setOpened(!opened)}
          >
            <Focus size={13} aria-hidden />
            <span className={classes.text}>{name}</span>
            {scope === null && <ChevronsUpDown size={12} aria-hidden />}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <RecordSelect
            entity="organization"
            label={t('Show only this organization')}
            known
            required={false}
            value={scope}
            {...(record && { called: record.name })}
            onChange={(id) => {
              setOpened(false);
              narrowTo(id);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {scope !== null && (
        <button
          type="button"
          className={classes.out}
          aria-label={t('Show all organizations')}
          onClick={() => narrowTo(null)}
        >
          <X size={12} aria-hidden />
        </button>
      )}
    </span>
  );
}
