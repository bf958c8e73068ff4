import type { CommandId } from '@shared/contract/commands';

/** Rows that Page Up and Page Down move by. */
const pageRows = 15;
const far = Number.MAX_SAFE_INTEGER / 2;

const moves: Readonly<Partial<Record<CommandId, number>>> = {
  'row-next': 1,
  'row-previous': -1,
  'row-page-down': pageRows,
  'row-page-up': -pageRows,
  'row-first': -far,
  'row-last': far,
};

/** The row that a command leads to among `count`; null when it leads nowhere. */
export function tableTarget(command: CommandId, active: number, count: number): number | null {
  const by = moves[command];
  return by === undefined ? null : Math.max(0, Math.min(count - 1, active + by));
}
