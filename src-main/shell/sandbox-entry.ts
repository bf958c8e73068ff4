import { assertNever } from '@shared/assert-never';
import type { SandboxSwitch, SandboxWeather } from '@shared/contract/workspace-calls';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox';
import { parentPort } from './parent-port';
import { type FromSandboxProcess, ToSandboxProcess } from './sandbox/sandbox-messages';

/** The process of a sandbox workspace's identity service: a real HTTP server on loopback, with data of its own. */
const main = parentPort<FromSandboxProcess>();
let starting: Promise<Sandbox | null> = Promise.resolve(null);
let weather: SandboxWeather = { down: false, latencyMs: 0 };

main.onMessage((raw) => {
  const message = ToSandboxProcess.parse(raw);
  switch (message.kind) {
    case 'start':
      starting = start(message);
      return;
    case 'switch':
      void starting
        .then((sandbox) => (sandbox ? turn(sandbox, message.to) : Promise.reject(new Error('not running'))))
        .then(
          () => main.send({ kind: 'switched', id: message.id, weather }),
          () => main.send({ kind: 'switched', id: message.id, weather: null }),
        );
      return;
    case 'stop':
      void starting.then((sandbox) => sandbox?.close()).finally(() => process.exit(0));
      return;
    default:
      assertNever(message);
  }
});

async function start(wanted: {
  readonly world: string;
  readonly dataDirectory: string;
  readonly port: number;
}): Promise<Sandbox | null> {
  const options = { world: wanted.world, dataDir: wanted.dataDirectory };
  try {
    const sandbox = await startSandbox({ ...options, port: wanted.port }).catch(() => startSandbox(options));
    main.send({
      kind: 'ready',
      url: `${sandbox.url}/v1`,
      secretKey: sandbox.secretKey,
      platformToken: sandbox.platformToken,
    });
    return sandbox;
  } catch (error) {
    main.send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

async function turn({ control }: Sandbox, to: SandboxSwitch): Promise<void> {
  switch (to.kind) {
    case 'look':
      return;
    case 'down':
      await control.down('refused');
      weather = { ...weather, down: true };
      return;
    case 'up':
      await control.up();
      weather = { ...weather, down: false };
      return;
    case 'latency':
      await control.setLatency({ fixedMs: to.ms });
      weather = { ...weather, latencyMs: to.ms };
      return;
    default:
      return assertNever(to);
  }
}
