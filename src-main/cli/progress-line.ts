/** Says on stderr how far a piece of work is, once a second at most. */
export function progressLine(work: string): (fraction: number) => void {
  let shownAt = Date.now();
  return (fraction) => {
    if (Date.now() - shownAt < 1_000) return;
    shownAt = Date.now();
    process.stderr.write(`${work}: ${Math.round(fraction * 100)} %\n`);
  };
}
