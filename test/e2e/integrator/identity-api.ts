/** Somebody else's identity API, made up: its own names, its own shapes, its own idea of errors. One person, one process. */
import { generateSecret, generateURI, verifySync } from 'otplib';

interface Device {
  readonly ref: string;
  readonly seed: string;
  title?: string;
}

const json = (status: number, body: unknown): Response => Response.json(body, { status });

/** Answers like a server; `now` in milliseconds. */
export function identityApi(now: () => number): (method: string, path: string, body?: unknown) => Response {
  const devices: Device[] = [];
  let [made, misses] = [0, 0];
  const awaiting = (): Device | undefined => devices.find(({ title }) => title === undefined);

  return (method, path, body) => {
    const [, ref, action] = /^\/me\/devices(?:\/([^/]+)\/(confirm))?$/.exec(path) ?? [];
    if (method === 'GET' && path === '/me') {
      const ready = devices.flatMap(({ ref: id, title }) => (title === undefined ? [] : [{ ref: id, title }]));
      return json(200, { mail: 'mika@contoso.example', devices: ready, awaiting: awaiting()?.ref ?? null });
    }
    if (method === 'POST' && path === '/me/devices') {
      const { fresh = false } = body as { fresh?: boolean };
      const old = awaiting();
      if (old && fresh) devices.splice(devices.indexOf(old), 1);
      const device = awaiting() ?? { ref: `d${(made += 1)}`, seed: generateSecret() };
      if (!devices.includes(device)) devices.push(device);
      const otpauth = generateURI({ issuer: 'Contoso', label: 'mika@contoso.example', secret: device.seed });
      return json(201, { ref: device.ref, otpauth, seed: device.seed });
    }
    if (method === 'POST' && action === 'confirm') {
      const device = awaiting();
      if (device?.ref !== ref || !device) return json(404, { error: 'NO_SUCH_DEVICE' });
      if (misses >= 10) return json(423, { error: 'TOO_MANY_MISSES' });
      const { passcode } = body as { passcode: string };
      const epoch = Math.floor(now() / 1000);
      if (!/^\d{6}$/.test(passcode)) return json(400, { error: 'MALFORMED' });
      if (!verifySync({ secret: device.seed, token: passcode, epoch, epochTolerance: 30 }).valid) {
        misses += 1;
        return json(400, { error: 'WRONG', remaining: 10 - misses });
      }
      device.title = 'Authenticator app';
      return json(200, { ref: device.ref, title: device.title });
    }
    return json(404, { error: 'NO_SUCH_PLACE' });
  };
}
