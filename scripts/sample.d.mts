/** Makes the sample workspace with its git history in `target` and gives its path. */
export function makeSample(target: string): Promise<string>;
