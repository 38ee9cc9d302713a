/** The part of Jitsi's documented iframe API that we use. */
export interface JitsiApi {
  on(event: string, listener: (detail: Record<string, unknown>) => void): void;
  executeCommand(command: string, ...values: unknown[]): void;
  dispose(): void;
}

export type JitsiMaker = new (domain: string, options: JitsiOptions) => JitsiApi;

export interface JitsiOptions {
  readonly roomName: string;
  readonly jwt: string;
  readonly parentNode: HTMLElement;
  readonly width: string;
  readonly height: string;
  readonly lang: string;
  readonly userInfo: { readonly displayName: string };
  readonly configOverwrite: Readonly<Record<string, unknown>>;
}

interface JitsiPage {
  readonly JitsiMeetExternalAPI?: JitsiMaker;
}

/** Loads the script of the configured Jitsi once. It frames `https://` only, so a plain-http Jitsi cannot be used. */
export async function loadJitsi(domain: string, page: Window): Promise<JitsiMaker> {
  const made = (): JitsiMaker | undefined => (page as JitsiPage).JitsiMeetExternalAPI;
  const there = made();
  if (there) return there;
  await new Promise<void>((resolve, reject) => {
    const script = page.document.createElement('script');
    script.src = `https://${domain}/external_api.js`;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('external_api.js did not load'));
    page.document.head.append(script);
  });
  const loaded = made();
  if (!loaded) throw new Error('external_api.js defined nothing');
  return loaded;
}
