/** Where a key moves to in a list; null when it moves nowhere. */
export function listTarget(key: string, active: number, count: number): number | null {
  const move = moves[key];
  if (move === undefined || count === 0) return null;
  return Math.max(0, Math.min(count - 1, active + move));
}

const page = 10;
const far = Number.MAX_SAFE_INTEGER / 2;

const moves: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: page,
  PageUp: -page,
  Home: -far,
  End: far,
};

/** True where a key is text, not a command. */
export function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')
  );
}
