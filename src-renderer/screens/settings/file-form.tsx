import { Button } from '@mantine/core';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import type { ReactNode } from 'react';
import classes from './maintenance.module.css';

interface FileFormProps {
  /** Words of the button: first what is asked for, then, with what it takes in sight, where it goes. */
  readonly begin: string;
  readonly choose: string;
  readonly asking: boolean;
  readonly busy: boolean;
  /** Other work on the file of the workspace is under way. */
  readonly disabled: boolean;
  readonly failure: Failure | null;
  /** What was written; null before. */
  readonly done: ReactNode;
  readonly onSubmit: () => void;
  /** What it takes, while it is asked for. */
  readonly children: ReactNode;
}

/** Writes the workspace to a file that the admin chooses: by one button, which first shows what it takes. */
export function FileForm(props: FileFormProps) {
  const { begin, choose, asking, busy, disabled, failure, done, onSubmit, children } = props;
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {asking && children}
      <Button
        type="submit"
        variant="default"
        className={classes.button}
        loading={busy}
        disabled={disabled && !busy}
      >
        {asking ? choose : begin}
      </Button>
      <div role="status">{done}</div>
      {failure && <InlineFailure failure={failure} />}
    </form>
  );
}
