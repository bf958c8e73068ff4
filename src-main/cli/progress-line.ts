/** Says on stderr how far a piece of work is, once a second at most. */
export function progressLine(work: string): (fraction: number) => void {
  let shownAt = performance.now();
  return (fraction) => {
    if (performance.now() - shownAt < 1_000) return;
    shownAt = performance.now();
    process.stderr.write(`${work}: ${Math.round(fraction * 100)} %\n`);
  };
}
