import { Button } from '@mantine/core';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import classes from './maintenance.module.css';

/** What a check found, in words. */
export interface VerdictWords {
  readonly sound: boolean;
  readonly text: string;
  /** What to do; '' when nothing. */
  readonly next: string;
}

interface CheckPartProps {
  readonly label: string;
  readonly disabled: boolean;
  /** Why it is disabled. */
  readonly title?: string | undefined;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** Null where nothing could be found out. */
  readonly look: () => Promise<VerdictWords | null>;
}

/** A check on demand: its button, and what it found. */
export function CheckPart({ label, disabled, title, busy, failure, look }: CheckPartProps) {
  const [words, setWords] = useState<VerdictWords | null>(null);
  const check = async (): Promise<void> => {
    setWords(null);
    setWords(await look());
  };
  return (
    <div className={classes.part}>
      <Button
        variant="default"
        className={classes.button}
        loading={busy}
        disabled={disabled && !busy}
        title={title}
        onClick={() => void check()}
      >
        {label}
      </Button>
      <div role="status">{words && <Verdict {...words} />}</div>
      {failure && <InlineFailure failure={failure} />}
    </div>
  );
}

function Verdict({ sound, text, next }: VerdictWords) {
  const Icon = sound ? ShieldCheck : ShieldAlert;
  return (
    <p className={classes.verdict} data-damaged={!sound || undefined}>
      <Icon size={13} aria-hidden />
      <span>
        {text} <span className={classes.next}>{next}</span>
      </span>
    </p>
  );
}
