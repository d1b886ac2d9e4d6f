/** The one file that knows the QR encoder; a chunk of its own, loaded when a page with a QR is near. */
import qrcode from 'qrcode/lib/core/qrcode.js';

export interface QrPath {
  /** Modules on a side, quiet zone included. */
  readonly size: number;
  /** The dark modules as one SVG path. */
  readonly d: string;
}

/** Four light modules on each side (ISO/IEC 18004, 5.3.8). */
const quiet = 4;
/** From this size on (version 11) the picture gets too dense to scan well with more redundancy than needed (R18). */
const dense = 57;

/** Encodes a text, all of it as bytes: the best split into modes would save few modules, and cost a kilobyte; medium redundancy, the lowest when the code would get dense. */
export function encodeQr(text: string): QrPath {
  const bytes = [{ data: text, mode: 'byte' }] as const;
  const medium = qrcode.create(bytes, { errorCorrectionLevel: 'M' }).modules;
  const { size, data } = medium.size > dense ? qrcode.create(bytes, { errorCorrectionLevel: 'L' }).modules : medium;
  let d = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const start = x;
      // A run of dark modules is one rectangle: a third of the path's length.
      while (x < size && data[y * size + x]) x++;
      if (x > start) d += `M${start + quiet} ${y + quiet}h${x - start}v1H${start + quiet}z`;
    }
  }
  return { size: size + 2 * quiet, d };
}
