import { Button, Menu } from '@mantine/core';
import { useLacks } from '@renderer/state/capabilities';
import { useReadOnly } from '@renderer/state/read-only';
import { stage } from '@renderer/state/stage';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import { actsOf, isDone } from '@shared/domain/acts';
import { takes } from '@shared/domain/capabilities';
import type { EntityName } from '@shared/domain/entity';
import type { JsonObject } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { t } from '@shared/language/t';
import { ChevronDown, Zap } from 'lucide-react';
import { useState } from 'react';
import { ActForm } from './act-form';
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
  const outcome = await stage([{ entity, recordId: record.id, action }], () =>
    t('Staged. {title}', { title }),
  );
  return outcome?.rejected[0]?.failure ?? null;
}

const doneAlready = t('It is so already.');

interface ActMenuProps extends ActTarget {
  /** Acts that take something, which a dialog asks for. */
  readonly forms?: readonly string[];
}

/** What can be done to a record as it is, each with what it does; nothing is sent before it is reconciled. */
export function ActMenu({ entity, record, forms = [] }: ActMenuProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asking, setAsking] = useState<string | null>(null);
  const readOnly = useReadOnly();
  const lackOf = useLacks();
  const name = labelOf(entity, record, '');
  const acts = Object.entries(actsOf(entity)).filter(
    ([operation, { values }]) => values === undefined || forms.includes(operation),
  );
  if (acts.length === 0) return null;
  const lacking = acts.map(([operation]) => lackOf(takes('perform', entity, operation)));
  const lack = readOnly ?? (lacking.includes(null) ? null : (lacking[0] ?? null));
  return (
    <>
      <Menu width={300}>
        <Menu.Target>
          <Button
            variant="default"
            disabled={lack !== null || record.staged?.verb === 'delete'}
            title={lack ?? undefined}
            leftSection={<Zap size={13} aria-hidden />}
            rightSection={<ChevronDown size={12} aria-hidden />}
          >
            {t('Actions')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.map(([operation, { label, says, fault }]) => {
            const asks = forms.includes(operation);
            const done = !asks && isDone(entity, record, { operation, values: {} }) === true;
            const against =
              lackOf(takes('perform', entity, operation)) ??
              (done ? doneAlready : (fault?.(record as unknown as JsonObject, {}) ?? null));
            return (
              <Menu.Item
                key={operation}
                disabled={against !== null}
                onClick={async () => {
                  if (asks) setAsking(operation);
                  else setFailure(await stageAct({ entity, record }, operation, {}, `${label}: ${name}`));
                }}
              >
                <span className={classes.label}>
                  {label}
                  {asks && '…'}
                </span>
                <span className={classes.says}>{against ?? says}</span>
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      {asking !== null && (
        <ActForm entity={entity} record={record} operation={asking} onClose={() => setAsking(null)} />
      )}
      {failure && <InlineFailure failure={failure} />}
    </>
  );
}
