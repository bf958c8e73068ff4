import { Skeleton } from '@mantine/core';
import { InlineFailure } from '@renderer/ui/inline-failure';
import { Inspector } from '@renderer/ui/inspector';
import type { Failure } from '@shared/contract/failure';

interface AbsentRecordProps {
  /** Null: there is none; undefined: on its way. */
  readonly record: null | undefined;
  /** `Membership`. */
  readonly kind: string;
  /** Why there is none, as a sentence. */
  readonly gone: string;
  readonly failure: Failure | undefined;
  readonly onClose: () => void;
}

/** The inspector of a record that is not there: still on its way, unreadable, or gone. */
export function AbsentRecord({ record, kind, gone, failure, onClose }: AbsentRecordProps) {
  const title = record === null ? `No such ${kind.toLowerCase()}` : kind;
  return (
    <Inspector title={title} onClose={onClose}>
      {failure ? (
        <InlineFailure failure={failure} />
      ) : (
        record === undefined && <Skeleton height={10} width="70%" />
      )}
      {record === null && <p>{gone}</p>}
    </Inspector>
  );
}
