import type { Scenario } from '@shared/domain/scenario';
import classes from './scenario-picture.module.css';

const people = (from: number, many: number, y: number, gap = 12): readonly (readonly [number, number])[] =>
  Array.from({ length: many }, (_, index) => [from + index * gap, y] as const);

/** Who stands in which pool, and what is drawn around them. */
const drawings: Readonly<
  Record<
    Scenario,
    {
      /** Left, top, width, height of each box. */
      readonly boxes: readonly (readonly [number, number, number, number])[];
      readonly people: readonly (readonly [number, number])[];
      /** From a person to an organization. */
      readonly lines: readonly (readonly [number, number, number, number])[];
    }
  >
> = {
  b2c: {
    boxes: [[20, 8, 200, 56]],
    people: [...people(36, 15, 30), ...people(36, 15, 42), ...people(36, 15, 54)],
    lines: [],
  },
  b2b: {
    boxes: [
      [28, 6, 48, 20],
      [96, 6, 48, 20],
      [164, 6, 48, 20],
    ],
    people: people(36, 15, 58),
    lines: [
      [36, 54, 46, 26],
      [60, 54, 52, 26],
      [84, 54, 60, 26],
      [84, 54, 110, 26],
      [108, 54, 116, 26],
      [132, 54, 126, 26],
      [156, 54, 132, 26],
      [156, 54, 176, 26],
      [180, 54, 186, 26],
      [204, 54, 196, 26],
    ],
  },
  platforms: {
    boxes: [
      [16, 8, 46, 56],
      [70, 8, 46, 56],
      [124, 8, 46, 56],
      [178, 8, 46, 56],
    ],
    people: [16, 70, 124, 178].flatMap((left) => [
      ...people(left + 11, 3, 28),
      ...people(left + 11, 3, 40),
      ...people(left + 11, 3, 52),
    ]),
    lines: [],
  },
};

/** How people and organizations lie in a scenario: one pool, organizations over one pool, or a pool in each application. */
export function ScenarioPicture({ scenario }: { readonly scenario: Scenario }) {
  const { boxes, people: dots, lines } = drawings[scenario];
  return (
    <svg className={classes.picture} viewBox="0 0 240 72" aria-hidden>
      {lines.map(([x1, y1, x2, y2]) => (
        <line key={`${x1} ${x2}`} className={classes.line} x1={x1} y1={y1} x2={x2} y2={y2} />
      ))}
      {boxes.map(([x, y, width, height]) => (
        <g key={x}>
          <rect className={classes.box} x={x} y={y} width={width} height={height} rx={5} />
          <rect
            className={classes.name}
            x={x + 7}
            y={y + 7}
            width={Math.min(24, width / 2)}
            height={3}
            rx={1.5}
          />
        </g>
      ))}
      {dots.map(([x, y]) => (
        <circle key={`${x} ${y}`} className={classes.person} cx={x} cy={y} r={3.2} />
      ))}
    </svg>
  );
}
