import { Button, Menu } from '@mantine/core';
import { moveToSet } from '@renderer/state/change-sets';
import type { ChangeSetSummary } from '@shared/contract/change-sets';
import type { IntentId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { SetDialog } from './set-dialog';

interface MoveMenuProps {
  readonly sets: readonly ChangeSetSummary[];
  readonly intentIds: readonly IntentId[];
}

/** Moves the chosen changes into another set, or into a new one. */
export function MoveMenu({ sets, intentIds }: MoveMenuProps) {
  const [making, setMaking] = useState(false);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDown size={12} aria-hidden />}>
            {t('Move to set')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {sets.map((set) => (
            <Menu.Item key={set.id} onClick={() => void moveToSet(set, intentIds)}>
              {set.title}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setMaking(true)}>{t('New set…')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {making && <SetDialog set={null} intentIds={intentIds} onClose={() => setMaking(false)} />}
    </>
  );
}
