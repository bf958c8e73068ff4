import { inSense, t } from '@shared/language/t';

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const words: Readonly<Record<string, string>> = {
  ' ': 'Space',
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** One key as the table of commands writes it: `Space`, `J`. */
export function keyWord(key: string): string {
  return words[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/**
 * A key press as the table of commands writes it: `Ctrl Shift Z`, `G`, `?`. Shift alone is no part of it, as it makes
 * another sign (`?`) or extends the selection; with F1 to F12 it is.
 */
export function keyName({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): string {
  const command = ctrlKey || metaKey;
  const shift = shiftKey && (command || altKey || /^F\d+$/.test(key));
  return [command && 'Ctrl', altKey && 'Alt', shift && 'Shift', keyWord(key)].filter(Boolean).join(' ');
}

/** What stands on the keys that have words. */
const printed: Readonly<Record<string, string>> = {
  Ctrl: t('Ctrl'),
  Shift: inSense('key', 'Shift'),
  Space: inSense('key', 'Space'),
  Enter: inSense('key', 'Enter'),
  Esc: t('Esc'),
  Delete: inSense('key', 'Delete'),
  Backspace: inSense('key', 'Backspace'),
  Home: inSense('key', 'Home'),
  End: inSense('key', 'End'),
  PageUp: t('PageUp'),
  PageDown: t('PageDown'),
  ContextMenu: t('ContextMenu'),
};

/** A key of the table of commands as keyboards have it: `Ctrl` is `Strg` in German. */
export const shownKey = (key: string): string => printed[key] ?? key;

/** The same of several that are pressed together, or one after the other: `Ctrl Shift Z`. */
export const shownKeys = (keys: string): string => keys.split(' ').map(shownKey).join(' ');
