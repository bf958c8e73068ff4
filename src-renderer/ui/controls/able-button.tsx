import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';

interface AbleButtonProps extends ButtonProps {
  /** Why it cannot be pressed; it is grey then, says so on hover, and keeps its place in the order of the keyboard. */
  readonly lack: string | null;
  /** On hover, while it can be pressed. */
  readonly title?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button for what not every instance, plan or key allows. */
export function AbleButton({ lack, title, onClick, children, ...button }: AbleButtonProps) {
  return (
    <Button
      {...button}
      title={lack ?? title}
      aria-disabled={lack !== null || undefined}
      data-disabled={lack !== null || undefined}
      onClick={(event) => (lack === null ? onClick() : event.preventDefault())}
    >
      {children}
    </Button>
  );
}
