import { Switch } from '@mantine/core';
import { replacedValue, serverValue } from '@renderer/state/server-value';
import { stageField } from '@renderer/state/stage-field';
import { withdraw } from '@renderer/state/withdraw';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import type { Intent } from '@shared/domain/intent';
import type { Organization } from '@shared/domain/records/record-map';
import { useState } from 'react';
import classes from './details-tab.module.css';

interface DeletePermissionProps {
  readonly record: Organization;
  readonly openIntents: readonly Intent[];
}

const field = 'adminDeleteEnabled';
const word = (on: unknown): string => (on === true ? 'on' : 'off');

/** Whether the organization's own admins may delete it. */
export function DeletePermission({ record, openIntents }: DeletePermissionProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const server = replacedValue(record, field);
  const own = openIntents.filter(({ action }) => action.verb === 'update' && action.field === field);
  const set = async (value: boolean): Promise<void> => {
    const base = serverValue(record, field);
    const title = `Admins may delete ${record.name}: ${word(base)} → ${word(value)}`;
    setFailure(await stageField({ entity: 'organization', id: record.id, field, base, value, title }));
  };
  return (
    <div className={classes.switch} data-staged={server !== undefined || undefined}>
      <Switch
        size="xs"
        label="Its admins may delete it"
        disabled={record.staged?.verb === 'delete'}
        checked={record.adminDeleteEnabled}
        onChange={(event) => void set(event.currentTarget.checked)}
      />
      {server !== undefined && (
        <del className={classes.server}>
          <span className="visually-hidden">on the service: </span>
          {word(server)}
        </del>
      )}
      {own.length > 0 && (
        <LinkButton onClick={() => void withdraw(own, `Admins may delete ${record.name}`)}>Undo</LinkButton>
      )}
      {failure && <InlineFailure failure={failure} />}
    </div>
  );
}
