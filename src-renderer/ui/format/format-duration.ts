import { t } from '@shared/language/t';

/** Seconds as a short duration: `8 s`, `1 min 20 s`, `2 h 5 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return t('{seconds, number} s', { seconds: whole });
  const minutes = Math.floor(whole / 60);
  if (minutes < 60)
    return whole % 60 === 0
      ? t('{minutes, number} min', { minutes })
      : t('{minutes, number} min {seconds, number} s', { minutes, seconds: whole % 60 });
  return t('{hours, number} h {minutes, number} min', {
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
  });
}
