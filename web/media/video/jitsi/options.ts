import type { Peer } from '#protocol/live.schema';
import type { Publishing, SoundPolicy } from '../port';
import type { JitsiOptions } from './external-api';

export interface JitsiSeat {
  readonly me: Peer;
  readonly roomName: string;
  readonly jwt: string;
  readonly publishing: Publishing;
  readonly soundPolicy: SoundPolicy;
  readonly language: 'zh' | 'en';
}

const languages = { zh: 'zhCN', en: 'en' } as const;

/** The name in the frame; positions of one candidate differ, so that peers are known again by it. */
export function displayNameOf({ name, position }: Pick<Peer, 'name' | 'position'>): string {
  return position === 2 ? `${name} (2)` : name;
}

/** Inspectors look on; a second camera that nobody talks to sends no sound. */
export function startsMuted({ me, publishing, soundPolicy }: JitsiSeat): { audio: boolean; video: boolean } {
  const onlyLooks = me.role === 'inspector' || me.role === 'admin';
  return {
    audio: onlyLooks || !publishing.microphone || soundPolicy === 'when-talked-to',
    video: onlyLooks || !publishing.camera,
  };
}

/** The options of the iframe. Our pages have their own buttons; phones are never sent to the Jitsi app. */
export function jitsiOptions(seat: JitsiSeat, parentNode: HTMLElement): JitsiOptions {
  const muted = startsMuted(seat);
  const second = seat.me.role === 'candidate' && seat.me.position === 2;
  return {
    roomName: seat.roomName,
    jwt: seat.jwt,
    parentNode,
    width: '100%',
    height: '100%',
    lang: languages[seat.language],
    userInfo: { displayName: displayNameOf(seat.me) },
    configOverwrite: {
      prejoinConfig: { enabled: false },
      p2p: { enabled: false },
      disableDeepLinking: true,
      toolbarButtons: [],
      startWithAudioMuted: muted.audio,
      startWithVideoMuted: muted.video,
      startSilent: second,
      disableInviteFunctions: true,
      disableRemoteMute: seat.me.role === 'candidate',
      hideConferenceSubject: true,
      notifications: [],
      constraints: { video: { height: { ideal: second ? 480 : 720, max: 720, min: 480 } } },
    },
  };
}
