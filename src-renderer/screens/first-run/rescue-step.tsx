import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import type { ReactNode } from 'react';
import classes from './damaged-screen.module.css';

interface RescueStepProps {
  readonly title: string;
  readonly text: string;
  /** What came of it, or what would. */
  readonly said?: string;
  readonly failure?: Failure | null;
  /** Its button. */
  readonly children: ReactNode;
}

/** One thing that can be done with a damaged database. */
export function RescueStep({ title, text, said = '', failure = null, children }: RescueStepProps) {
  return (
    <li className={classes.step}>
      <div className={classes.words}>
        <h2 className={classes.heading}>{title}</h2>
        <p className={classes.text}>{text}</p>
        <p role="status" className={classes.said}>
          {said}
        </p>
        {failure && <InlineFailure failure={failure} />}
      </div>
      {children}
    </li>
  );
}
