import { isTyping } from '@renderer/ui/virtual-list/list-keys';
import { useEffect } from 'react';
import { type OrganizationTab, organizationTabs } from './organization-tabs';

/** Digits go to the tabs, 1 to the first; left to fields, and to dialogs. */
export function useTabKeys(open: (tab: OrganizationTab) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
      if (event.target === null || isTyping(event.target)) return;
      if (document.querySelector('[aria-modal="true"]')) return;
      const tab = organizationTabs[Number(event.key) - 1];
      if (!tab) return;
      event.preventDefault();
      open(tab.id);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open]);
}
