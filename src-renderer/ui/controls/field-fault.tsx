import { Popover } from '@mantine/core';
import type { Failure } from '@shared/contract/failure';
import type { ReactElement } from 'react';
import { InlineFailure } from '../marks/inline-failure';
import classes from './field-fault.module.css';

interface FieldFaultProps {
  /** Null while nothing is wrong. */
  readonly failure: Failure | null;
  readonly onClose: () => void;
  /** The field, where there is no room under it: a cell of a table. */
  readonly children: ReactElement;
}

/** What is wrong with a field, right under it; gone when it is mended, let go of, or left. */
export function FieldFault({ failure, onClose, children }: FieldFaultProps) {
  return (
    <Popover
      opened={failure !== null}
      onChange={(opened) => !opened && onClose()}
      position="bottom-start"
      width={260}
      withinPortal
      returnFocus={false}
      closeOnEscape={false}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className={classes.fault} onClick={(event) => event.stopPropagation()}>
        {failure && <InlineFailure failure={failure} />}
      </Popover.Dropdown>
    </Popover>
  );
}
