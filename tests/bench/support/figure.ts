/** One measured number of a bench, as `scripts/bench.ts` prints it. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What was measured beside it in the same run, in the same unit, by name. */
  readonly beside: Readonly<Record<string, number>>;
  readonly ratio: number | null;
  readonly target: string | null;
  readonly ok: boolean;
}

interface Target {
  readonly beside?: Readonly<Record<string, number>>;
  /** Least or greatest value to pass; none: the figure is only told. */
  readonly least?: number;
  readonly most?: number;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A figure, held against its target. */
export function figure(
  name: string,
  value: number,
  unit: string,
  { beside = {}, least, most }: Target = {},
): Figure {
  const bounds = [least !== undefined && `>= ${least}`, most !== undefined && `<= ${most}`].filter(Boolean);
  return {
    name,
    value: rounded(value),
    unit,
    beside: Object.fromEntries(Object.entries(beside).map(([what, measured]) => [what, rounded(measured)])),
    ratio: null,
    target: bounds.length === 0 ? null : bounds.join(' and '),
    ok: value >= (least ?? value) && value <= (most ?? value),
  };
}

/** A figure that must be at least `least` times what was measured beside it. */
export function ratioFigure(
  name: string,
  value: number,
  unit: string,
  { to, of, least }: { readonly to: string; readonly of: number; readonly least: number },
): Figure {
  const ratio = value / of;
  return {
    name,
    value: rounded(value),
    unit,
    beside: { [to]: rounded(of) },
    ratio: rounded(ratio),
    target: `>= ${least} times ${to}`,
    ok: ratio >= least,
  };
}
