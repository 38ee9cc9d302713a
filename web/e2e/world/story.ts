/**
 * The steps of one story in their order: when one fails, the later ones fail at once and say so,
 * since they would only wait for pages that cannot come.
 */
export function story(): (name: string, step: () => Promise<void>) => void {
  let broken: string | null = null;
  return (name, step) => {
    it(name, async () => {
      if (broken) throw new Error(`the story broke off at: ${broken}`);
      broken = name;
      await step();
      broken = null;
    });
  };
}
