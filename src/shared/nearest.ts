export function unknownName(name: string, known: readonly string[]): string {
  return `unknown name ${JSON.stringify(name)}; known: ${known.join(', ')}`;
}
