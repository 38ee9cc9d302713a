import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './child';
import { debianRoot, deploymentEnv, ROOT } from './debian';
import { freePort, until } from './wait';

/** Debian's programs look for their parts where an installation would have put them. */
const LAUNCHERS = ['prosody', 'prosodyctl'] as const;

export interface Prosody {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export interface ProsodyPlace {
  readonly folder: string;
  readonly port: number;
  readonly launcher: (name: (typeof LAUNCHERS)[number]) => string[];
  readonly env: NodeJS.ProcessEnv;
  readonly remove: () => void;
}

/** A folder with Jitsi's configuration as far as our module is concerned, and an account for jicofo. */
export async function layOutProsody(values: {
  appId: string;
  appSecret: string;
  focus: string;
}): Promise<ProsodyPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'prosody-'));
  const port = await freePort();
  const filled = {
    ...{ asRoot: String(process.getuid?.() === 0), folder, port: String(port) },
    ...{ appId: values.appId, appSecret: values.appSecret },
    plugins: join(ROOT, 'docker/jitsi/prosody-plugins'),
    testPlugins: join(ROOT, 'docker/test/prosody'),
  };
  const template = readFileSync(join(ROOT, 'docker/test/prosody/prosody.cfg.lua'), 'utf8');
  const config = Object.entries(filled).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, value),
    template,
  );
  writeFileSync(join(folder, 'prosody.cfg.lua'), config);
  const accounts = join(folder, 'data/auth%2emeet%2ejitsi/accounts');
  mkdirSync(accounts, { recursive: true });
  writeFileSync(join(accounts, 'focus.dat'), `return { ["password"] = "${values.focus}" };\n`);
  for (const name of LAUNCHERS) writeFileSync(join(folder, name), launcherOf(name));
  return {
    folder,
    port,
    launcher: (name) => [join(folder, name), '--config', join(folder, 'prosody.cfg.lua')],
    env: luaEnv(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const launcherOf = (name: string): string =>
  readFileSync(join(debianRoot(), 'usr/bin', name), 'utf8').replaceAll(
    "'/usr/lib/prosody",
    `'${debianRoot()}/usr/lib/prosody`,
  );

const luaEnv = (): NodeJS.ProcessEnv => {
  const usr = join(debianRoot(), 'usr');
  return {
    ...deploymentEnv(),
    LUA_PATH: `${usr}/share/lua/5.4/?.lua;${usr}/share/lua/5.4/?/init.lua;;`,
    LUA_CPATH: `${usr}/lib/x86_64-linux-gnu/lua/5.4/?.so;${usr}/lib/aarch64-linux-gnu/lua/5.4/?.so;;`,
  };
};

export async function startProsody(place: ProsodyPlace): Promise<Prosody> {
  const child = startChild('lua5.4', [...place.launcher('prosody'), '-F'], place.env);
  await until(async () => {
    child.mustRun();
    return (await fetch(`http://127.0.0.1:${place.port}/http-bind`)).ok;
  });
  return { port: place.port, stop: child.stop };
}
