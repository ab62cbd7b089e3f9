import { fileName, saveBlob } from "../api/exports.ts";
import type { Palette } from "./palette.ts";

/** What a mark of the chart stands for. */
export interface LegendMark {
  name: string;
  colour: string;
  /** A dashed line instead of a square. */
  dashed?: boolean;
}

interface Picture {
  question: string;
  marks: readonly LegendMark[];
  /** The drawn chart, as an address that holds it, at `scale` pixels for each of the page's. */
  chart: string;
  palette: Palette;
}

const scale = 2;
const family = "'Inter Variable', system-ui, sans-serif";
const paddingPx = 16;

/** Saves a chart as a picture that stands for itself: with its question and what its marks mean. */
export async function savePicture({ question, marks, chart, palette }: Picture): Promise<void> {
  const drawn = new Image();
  drawn.src = chart;
  await drawn.decode();
  const headPx = marks.length > 0 ? 60 : 40;
  const canvas = document.createElement("canvas");
  canvas.width = drawn.width + 2 * paddingPx * scale;
  canvas.height = drawn.height + (headPx + paddingPx) * scale;
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.fillStyle = palette.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawn, paddingPx * scale, headPx * scale);
  pen.scale(scale, scale);
  pen.fillStyle = palette.text;
  pen.font = `600 14px ${family}`;
  pen.fillText(question, paddingPx, 26);
  drawMarks(pen, marks, palette);
  canvas.toBlob((blob) => {
    if (blob) saveBlob(blob, fileName(question, "png"));
  });
}

function drawMarks(pen: CanvasRenderingContext2D, marks: readonly LegendMark[], palette: Palette): void {
  let x = paddingPx;
  pen.font = `400 12px ${family}`;
  for (const { name, colour, dashed } of marks) {
    pen.fillStyle = colour;
    if (dashed) for (const dash of [0, 7]) pen.fillRect(x + dash, 45, 5, 2);
    else pen.fillRect(x, 41, 10, 10);
    pen.fillStyle = palette.text;
    pen.fillText(name, x + 18, 50);
    x += 34 + pen.measureText(name).width;
  }
}
