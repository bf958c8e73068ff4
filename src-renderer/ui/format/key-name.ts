import { t } from '@shared/language/t';

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const words: Readonly<Record<string, string>> = {
  ' ': t('Space'),
  Escape: t('Esc'),
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
