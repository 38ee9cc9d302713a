import { useEffect, useState } from 'react';
import { readStageStill } from '#contract/video';
import { useApi } from '../../api/ApiProvider';

const EVERY_MS = 3_000;

/** The newest still of a camera as an object URL, renewed every 3 s while `wanted`; null where there is none. */
export function useStill(sittingId: string, position: 1 | 2, wanted: boolean): string | null {
  const { call } = useApi();
  const [still, setStill] = useState<string | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    let shown: string | null = null;
    let over = false;
    const show = (url: string | null): void => {
      if (shown) URL.revokeObjectURL(shown);
      shown = url;
      setStill(url);
    };
    const look = async (): Promise<void> => {
      const result = await call(readStageStill, { params: { sittingId, position } });
      if (result.ok && !over) show(URL.createObjectURL(result.value));
    };
    void look();
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => {
      over = true;
      clearInterval(timer);
      show(null);
    };
  }, [call, sittingId, position, wanted]);
  return still;
}
