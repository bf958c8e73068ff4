import { shell } from '@renderer/bridge/shell';
import { keyName } from '@renderer/ui/format/key-name';
import { isDialogOpen } from '@renderer/ui/layout/dialog-open';
import { mainTable } from '@renderer/ui/list/main-table';
import { isTyping } from '@renderer/ui/list/virtual-list/list-keys';
import { commandOf } from '@shared/contract/commands';
import { useEffect, useRef } from 'react';
import type { Command } from './commands';
import { useCommands } from './use-commands';

/** Time in which the letter must follow `G`, ms. */
const prefixMs = 1_200;

/** Gives commands by keys and by the application's menu. Draws nothing. */
export function CommandKeys() {
  const commands = useCommands();
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => listenForKeys((id) => latest.current.find((command) => command.id === id)), []);
  useEffect(
    () => shell.on('command', ({ id }) => latest.current.find((command) => command.id === id)?.run()),
    [],
  );
  const apply = commands.filter(({ applies }) => applies).map(({ id }) => id);
  const told = apply.join(' ');
  useEffect(() => void shell.call('showCommands', { apply: told.split(' ') }), [told]);
  return null;
}

/** Works wherever the focus is, except that keys are text in a field. Returns the unsubscriber. */
function listenForKeys(commandBy: (id: string | undefined) => Command | undefined): () => void {
  let prefixedAt = 0;
  /** When the key went down: the dialog that it closes is gone by the time it comes here. */
  let inDialog = false;
  const onKey = (event: KeyboardEvent): void => {
    if (inDialog) return;
    const typing = event.target !== null && isTyping(event.target);
    const key = keyName(event);
    prefixedAt = key === 'G' && !typing ? Date.now() : 0;
    const command = commandBy(commandOf('anywhere', key));
    const taken = command !== undefined && (!typing || command.whileTyping);
    const handled =
      prefixedAt > 0 ||
      // A key that is held down gives its command once: what follows on the screen was not meant by it.
      (taken && (event.repeat || command.run() !== false)) ||
      (!typing && handToTable(event));
    if (handled) event.preventDefault();
  };
  // The letter after G belongs to the frame, before the list that has the focus takes it for a key of its own.
  const onSecond = (event: KeyboardEvent): void => {
    inDialog = isDialogOpen();
    if (Date.now() - prefixedAt >= prefixMs || modifiers.has(event.key)) return;
    if (event.target !== null && isTyping(event.target)) return;
    const command = commandBy(commandOf('anywhere', `G ${keyName(event)}`));
    if (!command) return;
    prefixedAt = 0;
    event.preventDefault();
    event.stopPropagation();
    command.run();
  };
  window.addEventListener('keydown', onSecond, true);
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('keydown', onSecond, true);
    window.removeEventListener('keydown', onKey);
  };
}

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/**
 * J, K and O mean the table's rows wherever the focus is, arrows only where nothing else has it. The table's own keys never
 * come here.
 */
function handToTable(event: KeyboardEvent): boolean {
  const key = keyName(event);
  const table = mainTable();
  if (table === undefined) return false;
  if (/^[JKO]$/.test(key)) {
    table.focus();
    table.press(event);
    return true;
  }
  if (!/^[↓↑]$/.test(key) || event.target !== document.body) return false;
  table.focus();
  return true;
}
