// @ts-check
/**
 * What the suites find in their environment.
 *
 * | variable | meaning |
 * |---|---|
 * | TEST_DATABASE_ADMIN_URL | MariaDB as root, without a database: each suite makes and drops its own |
 * | TEST_REDIS_URL | Redis; suites use key prefixes or database numbers of their own |
 * | TEST_TEMPORAL_ADDRESS | the development server, `host:port` |
 * | TEST_TEMPORAL_NAMESPACE | its namespace with our search attributes |
 * | TEMPORAL_CLI | path of the CLI, for suites that start a server of their own |
 * | TEMPORAL_TEST_SERVER | path of the time-skipping server; unset where there is no Java |
 * | CHROMIUM | path of a Chromium; unset where none could be had |
 * | FFMPEG_DIR | folder of ffmpeg and ffprobe |
 *
 * @param {{ adminDatabaseUrl: string, redisUrl: string, temporalAddress: string, temporalNamespace: string } | undefined} services
 * @param {{ cli?: string, testServer?: string, chromium?: string, ffmpeg?: string }} parts
 * @returns {Record<string, string>}
 */
export function testEnvironment(services, { cli, testServer, chromium, ffmpeg }) {
  return {
    ...(services && {
      TEST_DATABASE_ADMIN_URL: services.adminDatabaseUrl,
      TEST_REDIS_URL: services.redisUrl,
      TEST_TEMPORAL_ADDRESS: services.temporalAddress,
      TEST_TEMPORAL_NAMESPACE: services.temporalNamespace,
    }),
    ...(cli && { TEMPORAL_CLI: cli }),
    ...(testServer && { TEMPORAL_TEST_SERVER: testServer }),
    ...(chromium && { CHROMIUM: chromium }),
    ...(ffmpeg && { FFMPEG_DIR: ffmpeg }),
  };
}
