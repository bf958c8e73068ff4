/** What a key means in the frame; null when it is none of the frame's. */
export type Shortcut =
  | { readonly kind: 'palette' }
  | { readonly kind: 'filter' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'review' }
  | { readonly kind: 'help' }
  | { readonly kind: 'edit' }
  | { readonly kind: 'close' }
  /** A key of the table's, pressed elsewhere: the table takes the focus, and the key if it is a letter. */
  | { readonly kind: 'table'; readonly letter: boolean }
  /** The first half of `G` and a letter. */
  | { readonly kind: 'prefix' }
  | { readonly kind: 'go'; readonly letter: string };

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Maps a key press; `typing`: the focus is in a field; `prefixed`: `G` was pressed just before. */
export function shortcutOf(press: KeyPress, typing: boolean, prefixed: boolean): Shortcut | null {
  const key = press.key.toLowerCase();
  const command = press.ctrlKey || press.metaKey;
  if (command && key === 'enter') return { kind: 'review' };
  if (command && key === 'k') return { kind: 'palette' };
  if (typing || press.altKey) return null;
  if (command && key === 'z') return { kind: press.shiftKey ? 'redo' : 'undo' };
  if (command) return null;
  if (prefixed && /^[a-z,]$/.test(key)) return { kind: 'go', letter: key };
  switch (key) {
    case 'g':
      return { kind: 'prefix' };
    case '/':
      return { kind: 'filter' };
    case '?':
      return { kind: 'help' };
    case 'u':
      return { kind: 'undo' };
    case 'escape':
      return { kind: 'close' };
    case 'e':
      return { kind: 'edit' };
    case 'j':
    case 'k':
    case 'o':
      return { kind: 'table', letter: true };
    case 'arrowdown':
    case 'arrowup':
      return { kind: 'table', letter: false };
    default:
      return null;
  }
}
