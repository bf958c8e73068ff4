import { spotlight } from '@mantine/spotlight';
import { redo, undo } from '@renderer/state/undo';
import { useOverlays } from '@renderer/state/use-overlays';
import { go, useRoute } from '@renderer/state/use-route';
import { openWorkspace } from '@renderer/state/use-session';
import { useEffect } from 'react';
import { screensOf } from './screens';
import { type Shortcut, shortcutOf } from './shortcuts';

/** Time in which the letter must follow `G`, ms. */
const prefixMs = 1_200;

/** The frame's keyboard: works wherever the focus is, except that plain letters are left to fields. */
export function useShortcuts(): void {
  useEffect(() => {
    let prefixedAt = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (document.querySelector('[aria-modal="true"]')) return;
      const shortcut = shortcutOf(event, isField(event.target), Date.now() - prefixedAt < prefixMs);
      prefixedAt = shortcut?.kind === 'prefix' ? Date.now() : 0;
      if (shortcut && carryOut(shortcut, event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Goes to the changes; there, takes the next step: review, then the next conflict, then apply. */
function review(): void {
  if (useRoute.getState().route.screen !== 'changes') go('changes');
  else document.querySelector<HTMLElement>('[data-review-next]:not(:disabled)')?.click();
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')
  );
}

/** False: the key keeps its own meaning. */
function carryOut(shortcut: Shortcut, event: KeyboardEvent): boolean {
  switch (shortcut.kind) {
    case 'palette':
      spotlight.open();
      return true;
    case 'filter':
      return focusOn('[data-filter]');
    case 'undo':
      void undo();
      return true;
    case 'redo':
      void redo();
      return true;
    case 'review':
      review();
      return true;
    case 'help':
      useOverlays.getState().setHelp(true);
      return true;
    case 'edit': {
      const edit =
        document.querySelector<HTMLElement>('[data-inspector] [data-edit]') ??
        document.querySelector<HTMLElement>('[data-page] [data-edit]');
      edit?.focus();
      edit?.click();
      return edit !== null;
    }
    case 'close': {
      const close = document.querySelector<HTMLElement>('[data-inspector] [data-close]');
      close?.click();
      return close !== null;
    }
    case 'table':
      return event.target === document.body && focusOn('[data-main-table]');
    case 'prefix':
      return true;
    case 'go': {
      const target = screensOf(openWorkspace()?.scenario).find(({ letter }) => letter === shortcut.letter);
      if (target) go(target.name);
      return true;
    }
  }
}

function focusOn(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  return element !== null;
}
