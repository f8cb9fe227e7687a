/** Checks that run in the browser: each is a function that uses nothing from outside itself. */

/** Texts whose contrast with their background is below `least` (WCAG 2, contrast ratio). */
export function textsOfLowContrast(least: number): string[] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext('2d', { willReadFrequently: true });

  // Paints the colours over each other and reads the pixel, so their notation does not matter.
  function pixel(colours: readonly string[]): [number, number, number] {
    if (!brush) throw new Error('No canvas.');
    for (const colour of colours) {
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  }

  function luminance(rgb: readonly number[]): number {
    const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  const found = new Set<string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const text = texts.currentNode.textContent?.trim() ?? '';
    if (!element || text === '' || element.closest('script, style, noscript') || !element.checkVisibility()) continue;
    const behind: string[] = [];
    for (let at: Element | null = element; at; at = at.parentElement)
      behind.unshift(getComputedStyle(at).backgroundColor);
    const background = luminance(pixel(behind));
    const ink = luminance(pixel([...behind, getComputedStyle(element).color]));
    const ratio = (Math.max(background, ink) + 0.05) / (Math.min(background, ink) + 0.05);
    seen += 1;
    if (ratio < least) found.add(`${text} (${ratio.toFixed(2)})`);
  }
  if (seen < 50) found.add(`only ${seen} texts were looked at`);
  return [...found];
}

/** Fields and buttons without a name. */
export function unnamedControls(): string[] {
  const controls = document.querySelectorAll<HTMLInputElement>('input, select, button, summary');
  return [...controls]
    .filter((control) => {
      const label = [...(control.labels ?? [])].map((each) => each.textContent).join('');
      const own = control.matches('button, summary') ? control.textContent : '';
      return `${label}${own}${control.getAttribute('aria-label') ?? ''}`.trim() === '';
    })
    .map((control) => control.outerHTML);
}
