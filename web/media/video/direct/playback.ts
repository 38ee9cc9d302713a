import type { SoundPolicy, StagePeer } from '../port';
import type { Pal } from './pal';

interface Shown {
  readonly stream: MediaStream;
  /** The last answer; given again while nothing changed, so that pages do not render for nothing. */
  peer: StagePeer | null;
}

/** Turns what arrives from the pals into the streams that pages play. Each keeps its stream while tracks come and go. */
export class Playback {
  private readonly shown = new Map<string, Shown>();

  constructor(private readonly policy: SoundPolicy) {}

  show(pal: Pal): StagePeer {
    const kept = this.shown.get(pal.peer.peerId) ?? { stream: new MediaStream(), peer: null };
    this.shown.set(pal.peer.peerId, kept);
    const heard = pal.heard.sends;
    const plays = heard.sound && (this.policy === 'open' || pal.heard.talks);
    this.fill(kept.stream, pal, heard.camera === 'live', plays);
    const tracks = kept.stream.getTracks().length > 0;
    const next: StagePeer = {
      ...pal.peer,
      camera: tracks ? kept.stream : null,
      state: pal.state(),
      audio: plays,
      speaking: plays && (pal.link?.isSpeaking() ?? false),
      picture: heard.camera,
    };
    if (!kept.peer || changed(kept.peer, next)) kept.peer = next;
    return kept.peer;
  }

  forget(peerId: string): void {
    this.shown.delete(peerId);
  }

  private fill(stream: MediaStream, pal: Pal, video: boolean, audio: boolean): void {
    const wanted = [...(pal.link?.tracks ?? [])].filter(
      (track) => track.readyState === 'live' && (track.kind === 'video' ? video : audio),
    );
    for (const track of stream.getTracks()) if (!wanted.includes(track)) stream.removeTrack(track);
    for (const track of wanted) if (!stream.getTracks().includes(track)) stream.addTrack(track);
  }
}

function changed(before: StagePeer, after: StagePeer): boolean {
  return (Object.keys(after) as (keyof StagePeer)[]).some((key) => before[key] !== after[key]);
}
