/** What a key says that was pressed while something was still opening: how it changes the text, that it is sent, or nothing. */
export type EarlyKey = ((text: string) => string) | 'enter' | 'nothing';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const nowhere = new Set([
  'Delete',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/** A key that belongs to a field without the focus yet; null for one that is no field's. Pure. */
export function earlyKey({ key, ctrlKey, metaKey, altKey }: Pressed): EarlyKey | null {
  if (ctrlKey || metaKey || altKey) return null;
  if ([...key].length === 1) return (text) => text + key;
  if (key === 'Backspace') return (text) => [...text].slice(0, -1).join('');
  if (key === 'Enter') return 'enter';
  return nowhere.has(key) ? 'nothing' : null;
}
