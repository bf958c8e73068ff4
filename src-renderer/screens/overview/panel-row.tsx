import { Avatar } from '@renderer/ui/marks/avatar';
import type { ReactNode } from 'react';
import classes from './panel-list.module.css';

interface PanelRowProps {
  readonly name: string;
  readonly shape: 'round' | 'square';
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** One line of a panel, leading to what it names. */
export function PanelRow({ name, shape, onClick, children }: PanelRowProps) {
  return (
    <li>
      <button type="button" className={classes.row} onClick={onClick}>
        <Avatar name={name} shape={shape} />
        <span className={classes.name}>{name}</span>
        {children}
      </button>
    </li>
  );
}
