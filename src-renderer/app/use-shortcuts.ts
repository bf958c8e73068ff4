import { redo, undo } from '@renderer/state/undo';
import { useOverlays } from '@renderer/state/use-overlays';
import { go, useRoute } from '@renderer/state/use-route';
import { openWorkspace } from '@renderer/state/use-session';
import { useEffect } from 'react';
import { palette } from './palette-store';
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
      const shortcut = shortcutOf(event, isField(event.target), false);
      prefixedAt = shortcut?.kind === 'prefix' ? Date.now() : 0;
      if (shortcut && carryOut(shortcut, event)) event.preventDefault();
    };
    // The letter after G belongs to the frame, before the list that has the focus takes it for a key of its own.
    const onSecond = (event: KeyboardEvent): void => {
      if (Date.now() - prefixedAt >= prefixMs || isModifier(event.key)) return;
      const shortcut = shortcutOf(event, isField(event.target), true);
      if (shortcut?.kind !== 'go' || !targetOf(shortcut.letter)) return;
      prefixedAt = 0;
      event.preventDefault();
      event.stopPropagation();
      carryOut(shortcut, event);
    };
    window.addEventListener('keydown', onSecond, true);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onSecond, true);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}

/** Goes to the changes; there, takes the next step: review, then the next conflict, then apply. */
function review(): void {
  if (useRoute.getState().route.screen !== 'changes') go('changes');
  else document.querySelector<HTMLElement>('[data-review-next]:not(:disabled)')?.click();
}

const isModifier = (key: string): boolean => ['Shift', 'Control', 'Alt', 'Meta'].includes(key);

const targetOf = (letter: string) =>
  screensOf(openWorkspace()?.scenario).find((screen) => screen.letter === letter);

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
      palette.open();
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
      return shortcut.letter
        ? handToTable(event)
        : event.target === document.body && focusOn('[data-main-table]');
    case 'prefix':
      return true;
    case 'go': {
      const target = targetOf(shortcut.letter);
      if (target) go(target.name);
      return true;
    }
  }
}

/** J, K and O mean the table's rows wherever the focus is; the table's own keys never come here. */
function handToTable({ key }: KeyboardEvent): boolean {
  const table = document.querySelector<HTMLElement>('[data-main-table]');
  if (table === null) return false;
  table.focus();
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
  return true;
}

function focusOn(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  return element !== null;
}
