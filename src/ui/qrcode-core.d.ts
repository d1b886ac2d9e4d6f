// The encoder without its renderers; a CommonJS file, so only its default import works everywhere.
declare module 'qrcode/lib/core/qrcode.js' {
  interface QrModules {
    readonly size: number;
    readonly data: Uint8Array;
  }
  const core: {
    create(
      segments: readonly { readonly data: string; readonly mode: 'byte' }[],
      options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
    ): { readonly modules: QrModules };
  };
  export default core;
}
