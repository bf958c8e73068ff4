import { Button } from '@mantine/core';
import { useWholeList } from '@renderer/bridge/use-list';
import { stageAct } from '@renderer/screens/kit/act-menu';
import { RecordSelect } from '@renderer/screens/shared/record-select';
import { serverValue } from '@renderer/state/server-value';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import { readField } from '@shared/domain/field-path';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { t } from '@shared/language/t';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import classes from './machine-scopes.module.css';

const idsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** Which other machines one may call: added and taken back, each an act of its own. */
export function MachineScopes({ record }: { readonly record: StoredRecord }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { rows } = useWholeList('machine', {});
  const names = new Map((rows ?? []).map(({ id, name }) => [String(id), name]));
  const held = idsOf(readField(record, 'scopedMachineIds'));
  const served = idsOf(serverValue(record, 'scopedMachineIds'));
  const act = async (operation: 'allow' | 'forbid', machineId: string): Promise<void> => {
    const from = labelOf('machine', record, '');
    const words = { from, to: names.get(machineId) ?? machineId };
    const title =
      operation === 'allow' ? t('{from}: may call {to}', words) : t('{from}: may not call {to}', words);
    const rejected = await stageAct({ entity: 'machine', record }, operation, { machineId }, title);
    setFailure(rejected);
    if (rejected === null) setChosen(null);
  };
  return (
    <InspectorSection title={t('May call')} count={held.length}>
      <ul className={classes.list}>
        {[...new Set([...held, ...served])].map((id) => {
          const gone = !held.includes(id);
          const name = names.get(id) ?? id;
          return (
            <li key={id} className={classes.item} data-staged={gone || !served.includes(id) || undefined}>
              {gone ? <del>{name}</del> : <span>{name}</span>}
              <LinkButton onClick={() => void act(gone ? 'allow' : 'forbid', id)}>
                {gone || !served.includes(id) ? t('Undo') : t('Take away')}
              </LinkButton>
            </li>
          );
        })}
      </ul>
      {failure && <InlineFailure failure={failure} />}
      <div className={classes.add}>
        <RecordSelect entity="machine" label={t('Another machine')} value={chosen} onChange={setChosen} />
        <Button
          variant="default"
          aria-label={t('Let it call')}
          disabled={chosen === null}
          leftSection={<Plus size={13} aria-hidden />}
          onClick={() => chosen !== null && void act('allow', chosen)}
        >
          {t('Add')}
        </Button>
      </div>
    </InspectorSection>
  );
}
