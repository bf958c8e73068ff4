import { Button, Menu } from '@mantine/core';
import { CreateInput } from '@renderer/screens/kit/create-input';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useStaging } from '@renderer/screens/kit/use-staging';
import { actsOf } from '@shared/domain/acts';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { Act } from '@shared/domain/kinds/act';
import type { StoredRecord } from '@shared/domain/records/record-map';
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
            Actions
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
        <ActForm record={record} operation={open} act={act} onClose={close} />
      )}
    </>
  );
}

interface ActFormProps {
  readonly record: RoleSet;
  readonly operation: string;
  readonly act: Act;
  readonly onClose: () => void;
}

/** Asks for what an act takes, and stages it. */
function ActForm({ record, operation, act, onClose }: ActFormProps) {
  const staging = useStaging();
  const [values, setValues] = useState<Readonly<Record<string, JsonValue | undefined>>>({});
  const fields = Object.entries(act.values ?? {});
  const given = Object.fromEntries(
    fields.flatMap(([name]) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  const submit = async (): Promise<void> => {
    const action = { verb: 'perform', operation, values: given } as const;
    const outcome = await staging.stage({
      drafts: [{ entity: 'roleSet', recordId: record.id, action }],
      names: [record.name],
      done: () => `Staged. ${act.label}: ${record.name}`,
    });
    if (outcome && outcome.rejected.length === 0) onClose();
  };
  return (
    <StageDialog
      opened
      title={`${act.label}: ${record.name}`}
      verb="Stage"
      ready={Object.keys(given).length === fields.length}
      staging={staging}
      onSubmit={submit}
      onClose={onClose}
    >
      {fields.map(([name, field], place) => (
        <CreateInput
          key={name}
          field={field}
          text=""
          value={values[name]}
          first={place === 0}
          onType={() => undefined}
          onChoose={(value) => setValues((last) => ({ ...last, [name]: value }))}
        />
      ))}
      <p className={classes.lasting}>{act.says}</p>
    </StageDialog>
  );
}
