/** What a key means in a table; null when it is none of the table's. */
export type TableMove =
  | { readonly kind: 'move'; readonly by: number; readonly extend: boolean }
  | { readonly kind: 'jump'; readonly to: 'first' | 'last' }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'open' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'row-key'; readonly key: string };

interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Rows that Page Up and Page Down move by. */
const pageRows = 15;

export function tableMove(press: KeyPress): TableMove | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const extend = press.shiftKey;
  switch (press.key) {
    case 'ArrowDown':
    case 'j':
    case 'J':
      return { kind: 'move', by: 1, extend };
    case 'ArrowUp':
    case 'k':
    case 'K':
      return { kind: 'move', by: -1, extend };
    case 'PageDown':
      return { kind: 'move', by: pageRows, extend };
    case 'PageUp':
      return { kind: 'move', by: -pageRows, extend };
    case 'Home':
      return { kind: 'jump', to: 'first' };
    case 'End':
      return { kind: 'jump', to: 'last' };
    case ' ':
      return { kind: 'toggle' };
    case 'Enter':
      return { kind: 'open' };
    case 'Escape':
      return { kind: 'clear' };
    case 'e':
    case 'E':
      return { kind: 'row-key', key: 'e' };
    case 'o':
    case 'O':
      return { kind: 'row-key', key: 'o' };
    default:
      return null;
  }
}
