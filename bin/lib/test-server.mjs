// @ts-check
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusively } from './lock.mjs';
import { PARTS } from './paths.mjs';
import { findOnPath, run } from './run.mjs';

const VERSION = '1.31.0';
const OLDEST_JAVA = 11;

/**
 * The server that skips time, with which an exam day takes seconds. It needs Java, and Maven to be fetched.
 * @param {(note: string) => void} [note]
 * @returns {Promise<{ path: string } | { reason: string }>} a script to start it, or a sentence why not
 */
export async function ensureTestServer(note = () => {}) {
  const java = findOnPath('java');
  if (!java) return { reason: 'there is no Java on this machine' };
  if (!(await isRecent(java))) return { reason: `the machine's Java is older than ${OLDEST_JAVA}` };
  const script = join(PARTS.testServer, VERSION, 'temporal-test-server');
  if (existsSync(script)) return { path: script };
  const maven = findOnPath('mvn');
  if (!maven) return { reason: 'there is no Maven (mvn) to fetch the time-skipping server with' };
  await exclusively(join(PARTS.testServer, 'lock'), async () => {
    if (!existsSync(script)) await fetchServer(maven, note);
  });
  return { path: script };
}

/** @param {string} java */
async function isRecent(java) {
  const { stderr } = await run(java, ['-version']).catch(() => ({ stderr: '' }));
  return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0) >= OLDEST_JAVA;
}

/** @param {string} maven @param {(note: string) => void} note */
async function fetchServer(maven, note) {
  const draft = join(PARTS.testServer, 'draft');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, 'pom.xml'), pom);
  note('fetching the libraries with Maven');
  await run(
    maven,
    ['-B', '-q', 'dependency:copy-dependencies', '-DoutputDirectory=jars', '-DincludeScope=runtime'],
    {
      cwd: draft,
      onLine: note,
      timeoutMs: 900_000,
    },
  );
  writeFileSync(join(draft, 'temporal-test-server'), script, { mode: 0o755 });
  rmSync(join(PARTS.testServer, VERSION), { recursive: true, force: true });
  renameSync(draft, join(PARTS.testServer, VERSION));
}

/** Logback is left out: without it the server is silent instead of writing every request to its output. */
const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>examhall</groupId>
  <artifactId>test-server</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${VERSION}</version>
      <exclusions>
        <exclusion><groupId>ch.qos.logback</groupId><artifactId>logback-classic</artifactId></exclusion>
      </exclusions>
    </dependency>
  </dependencies>
</project>
`;

/** The class path is relative to the script, so that a moved or copied tree still works. */
const script = `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$here/jars/*" io.temporal.testserver.TestServer "$@"
`;
