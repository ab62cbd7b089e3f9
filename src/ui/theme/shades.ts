import type { MantineColorsTuple } from "@mantine/core";

/** The petrol of a ship's hull, where a vendor chose no colour. */
export const defaultAccent = "#125f69";

type Rgb = readonly [number, number, number];
interface Lch {
  lightness: number;
  chroma: number;
  hue: number;
}

const white: Rgb = [1, 1, 1];
const nightSurface = rgbOf("#172025");
/** Lightness and share of the colour's chroma, from the faintest shade to the deepest. */
const ramp = [
  [0.972, 0.14],
  [0.94, 0.26],
  [0.88, 0.5],
  [0.8, 0.8],
  [0.7, 1],
  [0.6, 1],
  [0.53, 1],
  [0.46, 1],
  [0.4, 0.95],
  [0.33, 0.85],
] as const;

/**
 * Ten shades around a vendor's colour, as hexadecimal. Shade 7 is the colour itself where white text can be read on
 * it (4.5:1), else the nearest deeper one; 6 carries white text, too, and 3 is read on the dark scheme's surface.
 */
export function shadesOf(colour: string): MantineColorsTuple {
  const base = lchOf(rgbOf(/^#[0-9a-f]{6}$/i.test(colour) ? colour : defaultAccent));
  const shades = ramp.map(([lightness, share]) =>
    hexOf(inGamut({ ...base, lightness, chroma: base.chroma * share })),
  );
  const main = contrast(rgbOf(colour), white) >= 4.5 ? base : moved(base, white, -1, 4.6);
  const below = (steps: number) =>
    hexOf(inGamut({ ...main, lightness: Math.max(0.1, main.lightness - 0.06 * steps) }));
  const at = (index: number) => shades[index] ?? colour;
  const six = moved({ ...base, lightness: 0.56 }, white, -1, 4.6);
  const three = moved({ ...base, lightness: 0.74, chroma: base.chroma * 0.8 }, nightSurface, 1, 6.5);
  return [
    at(0),
    at(1),
    at(2),
    hexOf(inGamut(three)),
    at(4),
    at(5),
    hexOf(inGamut(six)),
    hexOf(inGamut(main)),
    below(1),
    below(2),
  ];
}

/** The shades of a colour, and of another one where the dark scheme takes them: 3 for text and links, 6 for buttons. */
export function shadesFor(colour: string, dark: string = colour): MantineColorsTuple {
  const [zero, one, two, , four, five, , seven, eight, nine] = shadesOf(colour);
  const [, , , three, , , six] = shadesOf(dark);
  return [zero, one, two, three, four, five, six, seven, eight, nine];
}

/** How well white can be read on a colour: 4.5 to one is enough. */
export function contrastWithWhite(colour: string): number {
  return contrast(rgbOf(colour), white);
}

/** The colour made deeper or lighter until it stands out from `against` by `least` to one. */
function moved(colour: Lch, against: Rgb, direction: 1 | -1, least: number): Lch {
  let lightness = Math.min(Math.max(colour.lightness, 0.06), 0.96);
  while (
    lightness > 0.05 &&
    lightness < 0.97 &&
    contrast(inGamut({ ...colour, lightness }), against) < least
  ) {
    lightness += direction * 0.01;
  }
  return { ...colour, lightness };
}

/** The ratio of WCAG 2: 1 for alike, 21 for black on white. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light = 0, deep = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (deep + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = linear(rgb);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function rgbOf(hex: string): Rgb {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function linear([red, green, blue]: Rgb): Rgb {
  const one = (channel: number) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  return [one(red), one(green), one(blue)];
}

/** sRGB to OKLCH, by the matrices of https://bottosson.github.io/posts/oklab/. */
function lchOf(rgb: Rgb): Lch {
  const [red, green, blue] = linear(rgb);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short;
  return {
    lightness: 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  };
}

function rgbFrom({ lightness, chroma, hue }: Lch): Rgb {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const one = (channel: number) =>
    channel <= 0.0031308 ? channel * 12.92 : 1.055 * Math.max(channel, 0) ** (1 / 2.4) - 0.055;
  return [
    one(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    one(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    one(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ];
}

/** The colour with as much of its chroma as a screen can show. */
function inGamut(colour: Lch): Rgb {
  let { chroma } = colour;
  let rgb = rgbFrom(colour);
  while (chroma > 0.001 && rgb.some((channel) => channel < -0.001 || channel > 1.001)) {
    chroma *= 0.95;
    rgb = rgbFrom({ ...colour, chroma });
  }
  const clip = (channel: number) => Math.min(1, Math.max(0, channel));
  return [clip(rgb[0]), clip(rgb[1]), clip(rgb[2])];
}

/** A colour in six digits where it is written in three, as `#888`; else as it is. */
export function inFull(colour: string): string {
  return /^#[0-9a-f]{3}$/i.test(colour) ? colour.replaceAll(/[0-9a-f]/gi, "$&$&") : colour;
}
