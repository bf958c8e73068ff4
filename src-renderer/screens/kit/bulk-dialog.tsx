import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { ReactNode } from 'react';
import { type UndoGroup, useStaging } from './use-staging';

interface BulkDialogProps extends UndoGroup {
  readonly opened?: boolean;
  readonly title: string;
  /** On the button, which is closed while there are no drafts. */
  readonly verb: string;
  readonly destructive?: boolean;
  /** For what needs room. */
  readonly wide?: boolean;
  /** Who is affected, by name. */
  readonly affected?: readonly string[];
  readonly affectedInAll?: number;
  readonly onClose: () => void;
  /** When everything is staged. */
  readonly onDone?: () => void;
  /** What will happen, or what is to be chosen first. */
  readonly children: ReactNode;
}

/** Stages the drafts of one undo group after it was said what they do and to whom; what is rejected keeps it open. */
export function BulkDialog(props: BulkDialogProps) {
  const { opened = true, drafts, names, done, onClose, onDone, children, ...looks } = props;
  const { busy, failures, stage } = useStaging();
  const confirm = async (): Promise<void> => {
    const outcome = await stage({ drafts, names, done });
    if (!outcome || outcome.rejected.length > 0) return;
    onDone?.();
    onClose();
  };
  return (
    <ConfirmDialog
      {...looks}
      opened={opened}
      busy={busy}
      disabled={drafts.length === 0}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      {children}
      {failures.map((failure) => (
        <InlineFailure key={failure.message} failure={failure} />
      ))}
    </ConfirmDialog>
  );
}
