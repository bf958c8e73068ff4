/** A day as its field has it (`2026-11-30`), of this machine. */
export const dayText = (at: number): string => {
  const day = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

/** The beginning of a day here, ms; NaN where none is chosen. */
export const dayStart = (text: string): number => new Date(`${text}T00:00:00`).getTime();

/** The last moment of a day here, ms, however many hours it has; NaN where none is chosen. */
export const dayEnd = (text: string): number => {
  const next = new Date(dayStart(text));
  next.setDate(next.getDate() + 1);
  return next.getTime() - 1;
};
