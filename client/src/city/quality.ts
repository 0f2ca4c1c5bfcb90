/** What a picture may cost. */
export interface Quality {
  /** Texels of a side of the shadows' picture; 0: no shadows. */
  readonly shadows: number;
  readonly antialias: boolean;
  /** Device pixels for a CSS pixel, at most. */
  readonly ratio: number;
}

export const QUALITIES = {
  high: { shadows: 4096, antialias: true, ratio: 2 },
  medium: { shadows: 2048, antialias: true, ratio: 1 },
  low: { shadows: 0, antialias: false, ratio: 1 },
} as const satisfies Record<string, Quality>;
