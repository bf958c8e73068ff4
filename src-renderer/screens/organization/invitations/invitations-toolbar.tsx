import { Button } from '@mantine/core';
import type { Row } from '@renderer/bridge/use-rows';
import { RowCount } from '@renderer/screens/shared/row-count';
import { SelectionAction } from '@renderer/screens/shared/selection-action';
import { barOf, SelectionBar } from '@renderer/screens/shared/selection-bar';
import { setParams } from '@renderer/state/use-route';
import { FilterMenu } from '@renderer/ui/filter-menu';
import { SearchField } from '@renderer/ui/search-field';
import { Toolbar } from '@renderer/ui/toolbar';
import type { Selection } from '@renderer/ui/virtual-table/use-selection';
import type { Organization } from '@shared/domain/records/record-map';
import { MailPlus } from 'lucide-react';
import { useState } from 'react';
import { statusOptions } from './invitation-words';
import { InviteDialog } from './invite-dialog';
import { RevokeDialog } from './revoke-dialog';

interface InvitationsToolbarProps {
  readonly organization: Organization;
  readonly params: Readonly<Record<string, string>>;
  readonly total: number | undefined;
  readonly isLowerBound: boolean;
  readonly selection: Selection<Row<'invitation'>>;
}

/** Filters; while rows are selected, their revocation. */
export function InvitationsToolbar(props: InvitationsToolbarProps) {
  const { organization, params, total, isLowerBound, selection } = props;
  const [dialog, setDialog] = useState<'none' | 'invite' | 'revoke'>('none');
  const close = (): void => setDialog('none');
  const rows = [...selection.rows.values()].map(({ record }) => record);
  const bulk = selection.rows.size > 0 && (
    <>
      <SelectionBar {...barOf(selection, total)}>
        <SelectionAction id="revoke-invitations" onRun={() => setDialog('revoke')} />
      </SelectionBar>
      {dialog === 'revoke' && <RevokeDialog rows={rows} onClose={close} onDone={selection.clear} />}
    </>
  );
  return (
    <>
      {bulk}
      <Toolbar
        label="Filters of invitations"
        end={
          <>
            <RowCount entity="invitation" total={total} isLowerBound={isLowerBound} />
            <Button leftSection={<MailPlus size={13} aria-hidden />} onClick={() => setDialog('invite')}>
              Invite people
            </Button>
          </>
        }
      >
        <SearchField
          label="Filter invitations"
          value={params.text ?? ''}
          onChange={(text) => setParams({ text })}
          width={200}
        />
        <FilterMenu
          label="Status"
          value={params.status ?? ''}
          options={statusOptions}
          onChange={(status) => setParams({ status })}
        />
      </Toolbar>
      <InviteDialog organization={organization} opened={dialog === 'invite'} onClose={close} />
    </>
  );
}
