import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const execute = promisify(execFile);
/** Joining copies what was recorded and encodes nothing: minutes are a hang. */
const PROGRAM_MS = 180_000;

export type Ffmpeg = ReturnType<typeof createFfmpeg>;

const probed = z.object({
  format: z.object({ duration: z.coerce.number().optional(), size: z.coerce.number().optional() }),
  streams: z.array(
    z.object({
      codec_type: z.string(),
      codec_name: z.string().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
    }),
  ),
});

export interface Probe {
  /** Null where the file does not say. */
  readonly durationMs: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly hasSound: boolean;
}

/** @param folder of `ffmpeg` and `ffprobe`; empty: they are on PATH */
export const createFfmpeg = (folder: string) => {
  const run = async (name: 'ffmpeg' | 'ffprobe', args: readonly string[]) =>
    execute(folder === '' ? name : join(folder, name), [...args], {
      timeout: PROGRAM_MS,
      killSignal: 'SIGKILL',
      maxBuffer: 8 * 1024 * 1024,
    });
  const make = async (...args: readonly string[]): Promise<void> => {
    await run('ffmpeg', ['-nostdin', '-hide_banner', '-loglevel', 'error', '-y', ...args]);
  };

  /** Copies into a file that can be sought in: an index for webm, the index in front for mp4. */
  const remux = (from: string, to: string): Promise<void> =>
    make('-fflags', '+genpts', '-i', from, '-map', '0:v?', '-map', '0:a?', '-c', 'copy', ...seekable(to), to);

  /** Puts files of the same kind one after another. @param list file in the form of the concat demuxer */
  const concat = (list: string, to: string): Promise<void> =>
    make('-f', 'concat', '-safe', '0', '-i', list, '-map', '0', '-c', 'copy', ...seekable(to), to);

  const poster = (from: string, atMs: number, to: string): Promise<void> =>
    make(
      '-ss',
      (atMs / 1_000).toFixed(3),
      '-i',
      from,
      '-frames:v',
      '1',
      '-vf',
      'scale=480:-2',
      '-q:v',
      '4',
      to,
    );

  const probe = async (file: string): Promise<Probe> => {
    const asked = ['-v', 'error', '-show_format', '-show_streams', '-of', 'json', file];
    const { format, streams } = probed.parse(JSON.parse((await run('ffprobe', asked)).stdout));
    const video = streams.find(({ codec_type }) => codec_type === 'video');
    return {
      durationMs: format.duration === undefined ? null : Math.round(format.duration * 1_000),
      width: video?.width ?? null,
      height: video?.height ?? null,
      hasSound: streams.some(({ codec_type }) => codec_type === 'audio'),
    };
  };

  /** The loudest sample, in dB below full scale; null where nothing was measured. */
  const loudest = async (file: string): Promise<number | null> => {
    const asked = ['-nostdin', '-hide_banner', '-i', file, '-vn', '-af', 'volumedetect', '-f', 'null', '-'];
    const { stderr } = await run('ffmpeg', asked);
    const [, found] = /max_volume: (-?[\d.]+) dB/.exec(stderr) ?? [];
    return found === undefined ? null : Number(found);
  };

  return { remux, concat, poster, probe, loudest };
};

const seekable = (file: string): readonly string[] =>
  file.endsWith('.mp4') ? ['-movflags', '+faststart'] : ['-cues_to_front', '1'];
