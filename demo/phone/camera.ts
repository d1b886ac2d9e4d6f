/** The phone's camera: paints the QR code that stands in the wizard onto a canvas and decodes the pixels, like an app would. */

/** Pixels per module; enough for the decoder, and for the viewfinder. */
const scale = 8;

export interface Picture {
  readonly canvas: HTMLCanvasElement;
  /** What the code says; absent when the pixels held no code. */
  readonly text?: string;
}

/** Looks at the page; `undefined` when no QR code is drawn there. */
export async function look(): Promise<Picture | undefined> {
  const svg = document
    .querySelector('security-info-wizard')
    ?.shadowRoot?.querySelector<SVGSVGElement>('svg[part~="qr"], [part~="qr"] svg');
  const canvas = svg?.checkVisibility() ? paint(svg) : undefined;
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
  if (!canvas || !pixels) return undefined;
  const { default: jsqr } = await import('jsqr');
  const found = jsqr(pixels.data, pixels.width, pixels.height);
  return { canvas, ...(found && { text: found.data }) };
}

/** By its paths: the content policy of the page allows no picture made from data. */
function paint(svg: SVGSVGElement): HTMLCanvasElement | undefined {
  const { x, y, width, height } = svg.viewBox.baseVal;
  const quiet = 4;
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * quiet) * scale;
  canvas.height = (height + 2 * quiet) * scale;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, (quiet - x) * scale, (quiet - y) * scale);
  for (const shape of svg.querySelectorAll('path')) {
    const path = new Path2D(shape.getAttribute('d') ?? '');
    const { fill, stroke } = getComputedStyle(shape);
    context.fillStyle = fill;
    context.strokeStyle = stroke;
    if (fill !== 'none') context.fill(path);
    if (stroke !== 'none') context.stroke(path);
  }
  return canvas;
}
