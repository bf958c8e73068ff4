import { isDialogOpen } from '@renderer/ui/dialog-open';
import { keyName } from '@renderer/ui/key-name';
import { isTyping } from '@renderer/ui/virtual-list/list-keys';
import { commandOf } from '@shared/contract/commands';
import { useEffect } from 'react';
import { type OrganizationTab, organizationTabs } from './organization-tabs';

/** Digits go to the tabs, 1 to the first; left to fields, and to dialogs. */
export function useTabKeys(open: (tab: OrganizationTab) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (commandOf('page', keyName(event)) !== 'tab') return;
      if (event.target === null || isTyping(event.target)) return;
      if (isDialogOpen()) return;
      const tab = organizationTabs[Number(event.key) - 1];
      if (!tab) return;
      event.preventDefault();
      open(tab.id);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open]);
}
