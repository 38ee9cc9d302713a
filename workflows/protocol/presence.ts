/** When a device counts as weak or gone. Times in ms, shared by the pages that report and the API that judges. */
export const PRESENCE = {
  /** A page reports this often: a second below `amberAfterMs`, so that an even beat never looks weak. */
  beatMs: 4_000,
  /** Without a sign of life for this long: weak. */
  amberAfterMs: 5_000,
  /** For this long: lost. */
  lostAfterMs: 15_000,
} as const;
