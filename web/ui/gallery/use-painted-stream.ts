import { useEffect, useState } from 'react';

/** A moving picture painted on a canvas, so that frames can be looked at without a camera. */
export function usePaintedStream(ground: string, figure: string): MediaStream | null {
  const [stream, setStream] = useState<MediaStream | null>(null);
  useEffect(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 360;
    const pen = canvas.getContext('2d');
    if (!pen) return undefined;
    const paint = (): void => {
      pen.fillStyle = ground;
      pen.fillRect(0, 0, 640, 360);
      pen.fillStyle = figure;
      pen.beginPath();
      pen.ellipse(320, 150, 70, 90, 0, 0, 7);
      pen.ellipse(320, 400, 190, 150, 0, 0, 7);
      pen.fill();
      pen.fillStyle = '#22252B';
      pen.fillRect(296 + (Date.now() % 3), 140, 8, 8);
      pen.fillRect(336, 140, 8, 8);
    };
    paint();
    const timer = window.setInterval(paint, 200);
    setStream(canvas.captureStream(5));
    return () => window.clearInterval(timer);
  }, [ground, figure]);
  return stream;
}
