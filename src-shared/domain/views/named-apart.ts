/** Letters that a name may have. */
export const longestViewName = 200;

interface Named {
  readonly id: string;
  readonly screen: string;
  readonly name: string;
}

/**
 * Views in the place of those with their ids, or behind them. Of two that would be called the same on one screen the later takes the next
 * free name, `Full (2)`: neither is lost, and each can be told. Pure.
 */
export function namedApart<V extends Named>(kept: readonly V[], put: readonly V[]): readonly V[] {
  const byId = new Map(kept.map((view) => [view.id, view]));
  for (const view of put) {
    const beside = [...byId.values()].filter(({ id, screen }) => id !== view.id && screen === view.screen);
    const taken = new Set(beside.map(({ name }) => name));
    byId.set(view.id, { ...view, name: freeName(view.name, taken) });
  }
  return [...byId.values()];
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) {
    const end = ` (${count})`;
    name = `${wanted.slice(0, longestViewName - end.length)}${end}`;
  }
  return name;
}
