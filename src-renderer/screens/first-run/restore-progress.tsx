import { shell } from '@renderer/bridge/shell';
import { ProgressBar } from '@renderer/ui/progress-bar';
import { useEffect, useState } from 'react';

/** How much of the backup was read. */
export function RestoreProgress() {
  const [fraction, setFraction] = useState(0);
  useEffect(() => shell.on('restoring', (restoring) => setFraction(restoring.fraction)), []);
  return (
    <div>
      <ProgressBar label="Reading the backup" fraction={fraction} />
      Reading every page and record of the backup: {Math.round(fraction * 100)} %
    </div>
  );
}
