/** The known name that a misspelt one most likely means, by the letters that both have; `undefined` where none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let most = 0.65;
  for (const candidate of known) {
    let rest = name.toLowerCase();
    for (const letter of candidate.toLowerCase()) rest = rest.replace(letter, '');
    const shared = (2 * (name.length - rest.length)) / (name.length + candidate.length);
    if (shared > most) [best, most] = [candidate, shared];
  }
  return best;
}

/** What to say of a name that is not known. */
export function unknownName(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return `there is no ${name}; ${meant ? `did you mean ${meant}?` : `there are ${known.join(', ')}`}`;
}
