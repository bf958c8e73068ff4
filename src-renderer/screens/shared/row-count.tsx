import { formatCount } from '@renderer/ui/format-count';

interface RowCountProps {
  readonly total: number | undefined;
  readonly isLowerBound: boolean;
  readonly one: string;
  readonly many: string;
}

/** `9,000 memberships`, `more than 10,000 …` when the exact number would cost too much. */
export function RowCount({ total, isLowerBound, one, many }: RowCountProps) {
  if (total === undefined) return null;
  return (
    <span role="status">
      {isLowerBound && 'more than '}
      {formatCount(total)} {total === 1 ? one : many}
    </span>
  );
}
