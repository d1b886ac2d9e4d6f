/** The device's camera: shows what it sees, and tells what each QR code in it says. */

export interface Camera {
  readonly video: HTMLVideoElement;
  stop(): void;
}

/** Often enough to feel immediate, seldom enough to stay cool. */
const pause = 200;
/** Pixels along the longer side; the decoder finds codes faster in a small picture. */
const longest = 640;
/** A code that stays in front of the camera is told again only after this. */
const again = 4000;

/**
 * Opens the camera at the back; `none` when there is none, `refused` when the person or the page does not allow it.
 *
 * @example
 * const camera = await openCamera((text) => authenticator.pair(text));
 */
export async function openCamera(onText: (text: string) => void): Promise<Camera | 'none' | 'refused'> {
  // Without a secure origin there is not even the door to ask at.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return 'none';
  try {
    const stream = await devices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    const watching = new AbortController();
    void watch(video, onText, watching.signal);
    return {
      video,
      stop() {
        watching.abort();
        for (const track of stream.getTracks()) track.stop();
        video.srcObject = null;
      },
    };
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none';
  }
}

async function watch(video: HTMLVideoElement, onText: (text: string) => void, signal: AbortSignal): Promise<void> {
  const { default: jsqr } = await import('jsqr');
  // It is taken off the page, or paused by the system: then there is nothing to see.
  await video.play().catch(() => undefined);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let told = { text: '', at: -Infinity };
  while (context && !signal.aborted) {
    const scale = Math.min(1, longest / Math.max(video.videoWidth, video.videoHeight, 1));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (canvas.width && canvas.height) {
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
      const text = jsqr(pixels.data, pixels.width, pixels.height, { inversionAttempts: 'dontInvert' })?.data;
      if (text && (text !== told.text || performance.now() - told.at > again)) {
        told = { text, at: performance.now() };
        onText(text);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
