/**
 * Makes elements. Whatever comes from a request or a record becomes text or an attribute's value, never markup: the page's
 * policy (`trusted-types 'none'`) would refuse anything else.
 */
export type Child = Node | string;

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with these attributes (`true`: present, `false` and `undefined`: left out) and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}

/** A cell of a table that becomes a list on a narrow screen, by what its columns hold. */
export function cell(column: string, content: readonly Child[], kind?: string): HTMLElement {
  return element('td', { role: 'cell', 'data-column': column, class: kind }, ...content);
}

export function byId<Kind extends HTMLElement = HTMLElement>(id: string, kind?: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof (kind ?? HTMLElement))) throw new Error(`The page has no element #${id}.`);
  return found as Kind;
}

export function onSubmit(form: HTMLFormElement, run: () => void): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run();
  });
}
