/** Red, green and blue from 0 to 255 of `#rgb` or `#rrggbb`; null when it is not such a colour. */
export function parseHex(color: string): readonly [number, number, number] | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  const parts = short ? short.slice(1).map((part) => part + part) : long?.slice(1);
  if (!parts) return null;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseInt(part, 16));
  return [red, green, blue];
}

function luminance(color: readonly [number, number, number]): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2 contrast of two hex colours, 1 to 21; null when one of them is no hex colour. */
export function contrastRatio(a: string, b: string): number | null {
  const [first, second] = [parseHex(a), parseHex(b)];
  if (!first || !second) return null;
  const [light, dark] = [luminance(first), luminance(second)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

// biome-ignore lint/suspicious/noApproximativeNumericConstant: APCA's own figure, and no root of two
const soft = { threshold: 0.022, exponent: 1.414 } as const;

/** Screen luminance of APCA, with its soft clamp of near blacks. */
function screenLuminance(color: readonly [number, number, number]): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => (part / 255) ** 2.4);
  const sum = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue;
  return sum > soft.threshold ? sum : sum + (soft.threshold - sum) ** soft.exponent;
}

/**
 * Lightness contrast by APCA (0.0.98G-4g), from about -108 (light on dark) to 106; null when one of them is no hex colour.
 * Unlike the ratio of WCAG it tells text from background: 75 is for running text, 60 for other text, 45 for large text.
 */
export function apcaContrast(text: string, background: string): number | null {
  const [front, back] = [parseHex(text), parseHex(background)];
  if (!front || !back) return null;
  const [ink, paper] = [screenLuminance(front), screenLuminance(back)];
  if (Math.abs(ink - paper) < 0.0005) return 0;
  const dark = paper > ink;
  const raw = 1.14 * (dark ? paper ** 0.56 - ink ** 0.57 : paper ** 0.65 - ink ** 0.62);
  const clipped = Math.abs(raw) < 0.1 ? 0 : raw - Math.sign(raw) * 0.027;
  return clipped * 100;
}
