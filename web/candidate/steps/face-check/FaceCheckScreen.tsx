import { useEffect, useState } from 'react';
import type { StepViews } from '#steps/schemas';
import { FaceChallenge } from './FaceChallenge';
import { FaceComparing } from './FaceComparing';
import { FaceFailed } from './FaceFailed';
import { FaceNotice } from './FaceNotice';

/** 2.1.5: notice and consent, live challenges, comparison, and two equal ways after a failure. */
export function FaceCheckScreen({ view }: { readonly view: StepViews['face-check'] }) {
  const picture = useOwnPicture();
  switch (view.phase) {
    case 'notice':
      return <FaceNotice view={view} />;
    case 'challenge':
      return <FaceChallenge key={view.nonce} view={view} onPicture={picture.take} />;
    case 'comparing':
      return <FaceComparing view={view} />;
    case 'failed':
      return <FaceFailed view={view} pictureUrl={picture.url} />;
  }
}

/** The candidate's own last picture, so that he sees what was dark or far; it never leaves this page again. */
function useOwnPicture(): { readonly url: string | null; readonly take: (picture: Blob) => void } {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => () => (url ? URL.revokeObjectURL(url) : undefined), [url]);
  return { url, take: (picture) => setUrl(URL.createObjectURL(picture)) };
}
