import { Button } from '@mantine/core';
import { useOperation } from '@renderer/bridge/use-operation';
import { InlineFailure } from '@renderer/ui/inline-failure';
import type { IntegrityReport } from '@shared/contract/care';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import classes from './care.module.css';
import { describeIntegrity } from './describe-integrity';

/** Reads every page of the database and the journal beside it, and says how they are. */
export function IntegrityCheck({ disabled }: { readonly disabled: boolean }) {
  const { run, busy, failure } = useOperation('checkIntegrity');
  const [report, setReport] = useState<IntegrityReport | null>(null);
  const check = async (): Promise<void> => {
    setReport(null);
    const result = await run({});
    if (result.ok) setReport(result.value);
  };
  return (
    <div className={classes.part}>
      <Button
        variant="default"
        className={classes.button}
        loading={busy}
        disabled={disabled && !busy}
        onClick={() => void check()}
      >
        Check integrity
      </Button>
      <div role="status">{report && <Verdict report={report} />}</div>
      {failure && <InlineFailure failure={failure} />}
    </div>
  );
}

function Verdict({ report }: { readonly report: IntegrityReport }) {
  const { sound, text, next } = describeIntegrity(report);
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
