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

/** The page's own element with this id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element #${id}.`);
  return found;
}
