import { Button, Menu } from '@mantine/core';
import { stage } from '@renderer/state/stage';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import { actsOf, isDone } from '@shared/domain/acts';
import type { EntityName } from '@shared/domain/entity';
import type { JsonObject } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { ChevronDown, Zap } from 'lucide-react';
import { useState } from 'react';
import classes from './act-menu.module.css';

interface ActTarget {
  readonly entity: EntityName;
  readonly record: StoredRecord;
}

/** Stages what is to be done to a record; the failure says why it cannot be. */
export async function stageAct(
  { entity, record }: ActTarget,
  operation: string,
  values: JsonObject,
  title: string,
): Promise<Failure | null> {
  const action = { verb: 'perform', operation, values } as const;
  const outcome = await stage([{ entity, recordId: record.id, action }], () => `Staged. ${title}`);
  return outcome?.rejected[0]?.failure ?? null;
}

const doneAlready = 'It is so already.';

/** What can be done to a record as it is, each with what it does; nothing is sent before it is reconciled. */
export function ActMenu({ entity, record }: ActTarget) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const name = labelOf(entity, record, '');
  const acts = Object.entries(actsOf(entity)).filter(([, { values }]) => values === undefined);
  if (acts.length === 0) return null;
  return (
    <>
      <Menu width={300}>
        <Menu.Target>
          <Button
            variant="default"
            disabled={record.staged?.verb === 'delete'}
            leftSection={<Zap size={13} aria-hidden />}
            rightSection={<ChevronDown size={12} aria-hidden />}
          >
            Actions
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.map(([operation, { label, says, fault }]) => {
            const done = isDone(entity, record, { operation, values: {} }) === true;
            const against = done ? doneAlready : (fault?.(record as unknown as JsonObject, {}) ?? null);
            return (
              <Menu.Item
                key={operation}
                disabled={against !== null}
                onClick={async () =>
                  setFailure(await stageAct({ entity, record }, operation, {}, `${label}: ${name}`))
                }
              >
                <span className={classes.label}>{label}</span>
                <span className={classes.says}>{against ?? says}</span>
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      {failure && <InlineFailure failure={failure} />}
    </>
  );
}
