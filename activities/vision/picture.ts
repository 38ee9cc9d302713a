/** A decoded picture: upright, three bytes a pixel (red, green, blue), rows from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

export type Point = readonly [x: number, y: number];

/** A face as the detector sees it, in pixels of the picture; left and right as seen in the picture. */
export interface Face {
  readonly score: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly points: FivePoints;
}

export interface FivePoints {
  readonly leftEye: Point;
  readonly rightEye: Point;
  readonly nose: Point;
  readonly mouthLeft: Point;
  readonly mouthRight: Point;
}
