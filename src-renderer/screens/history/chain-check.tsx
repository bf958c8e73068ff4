import { Button } from '@mantine/core';
import { useOperation } from '@renderer/bridge/use-operation';
import { formatCount } from '@renderer/ui/format-count';
import { InlineFailure } from '@renderer/ui/inline-failure';
import { plural } from '@renderer/ui/plural';
import type { ChainReport } from '@shared/contract/history';
import { Link2, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import classes from './chain-check.module.css';

/** Proves on demand that no entry was changed or taken out since it was written. */
export function ChainCheck() {
  const verify = useOperation('verifyHistory');
  const [report, setReport] = useState<ChainReport | null>(null);
  const check = async (): Promise<void> => {
    const result = await verify.run({});
    setReport(result.ok ? result.value : null);
  };
  return (
    <>
      <span className={classes.report} role="status">
        {report && <Verdict report={report} />}
        {verify.failure && <InlineFailure failure={verify.failure} />}
      </span>
      <Button
        variant="default"
        loading={verify.busy}
        leftSection={<Link2 size={13} aria-hidden />}
        onClick={() => void check()}
      >
        Check the chain
      </Button>
    </>
  );
}

function Verdict({ report: { checked, fault } }: { readonly report: ChainReport }) {
  const Icon = fault === null ? ShieldCheck : ShieldAlert;
  return (
    <span className={classes.verdict} data-fault={fault !== null || undefined} title={fault?.message}>
      <Icon size={13} aria-hidden />
      {fault === null
        ? `${plural(checked, 'entry', 'entries')} checked: none changed, none missing`
        : `No. ${formatCount(fault.seq)} ${fault.kind === 'changed' ? 'was changed' : 'lacks a neighbour'}: ${fault.message}`}
    </span>
  );
}
