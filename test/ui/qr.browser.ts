/** The QR encoder: what it draws is a QR code of that text, with a quiet zone, and no denser than it must be (R16, R18). */
import { expect } from '@open-wc/testing';
import { encodeQr, type QrPath } from '../../src/ui/qr-code.js';

/** Which modules the path makes dark. */
function modules({ size, d }: QrPath): readonly string[] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => '.'));
  for (const [, x, y, width] of d.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let n = 0; n < Number(width); n++) {
      const row = rows[Number(y)];
      if (row) row[Number(x) + n] = '#';
    }
  return rows.map((row) => row.join(''));
}

const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];

describe('a QR code', () => {
  const uri = 'otpauth://totp/Harbor:ayaka%40harbor.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Harbor';

  it('has its three corners, and four light modules on every side', () => {
    const drawn = modules(encodeQr(uri));
    const { length } = drawn;
    const corner = (x: number, y: number): readonly string[] => drawn.slice(y, y + 7).map((row) => row.slice(x, x + 7));
    expect(corner(4, 4)).to.deep.equal(finder);
    expect(corner(length - 11, 4)).to.deep.equal(finder);
    expect(corner(4, length - 11)).to.deep.equal(finder);
    const edge = [
      ...drawn.slice(0, 4),
      ...drawn.slice(-4),
      ...drawn.map((row) => row.slice(0, 4) + row.slice(-4)),
    ].join('');
    expect(edge).not.to.contain('#');
  });

  it('is the same for the same text, and another for another', () => {
    expect(encodeQr(uri).d).to.equal(encodeQr(uri).d);
    expect(encodeQr(`${uri}&period=30`).d).not.to.equal(encodeQr(uri).d);
  });

  it('of a long Japanese name is drawn with less redundancy, so that it still scans', () => {
    const long = `${uri}&label=${encodeURIComponent('株式会社みなと情報システム・認証基盤'.repeat(2))}`;
    expect(encodeQr(long).size).to.be.at.most(73 + 8);
  });
});
