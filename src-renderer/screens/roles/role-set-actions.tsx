import { Button, Menu } from '@mantine/core';
import { ActForm } from '@renderer/screens/kit/act-form';
import { actsOf } from '@shared/domain/acts';
import type { JsonObject } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { ChevronDown, Zap } from 'lucide-react';
import { useState } from 'react';
import { ReplaceSetDialog } from './replace-set-dialog';
import classes from './role-set-dialogs.module.css';

type RoleSet = StoredRecord<'roleSet'>;

/** What is done to the roles of a set, each act with a dialog for what it takes. */
export function RoleSetActions({ record }: { readonly record: RoleSet }) {
  const [open, setOpen] = useState<string | null>(null);
  const acts = Object.entries(actsOf('roleSet'));
  const act = open === null ? undefined : actsOf('roleSet')[open];
  const close = (): void => setOpen(null);
  return (
    <>
      <Menu width={300}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<Zap size={13} aria-hidden />}
            rightSection={<ChevronDown size={12} aria-hidden />}
          >
            {t('Actions')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.map(([operation, { label, says, ends, fault }]) => {
            const against = ends ? (fault?.(record as unknown as JsonObject, {}) ?? null) : null;
            return (
              <Menu.Item key={operation} disabled={against !== null} onClick={() => setOpen(operation)}>
                <span className={classes.label}>{label}…</span>
                <span className={classes.says}>{against ?? says}</span>
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      {act?.ends && <ReplaceSetDialog record={record} onClose={close} />}
      {open !== null && act && !act.ends && (
        <ActForm entity="roleSet" record={record} operation={open} onClose={close} />
      )}
    </>
  );
}
