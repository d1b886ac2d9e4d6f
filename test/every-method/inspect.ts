/** Looks at a tree for what must never be in it: shared ids, references to nothing, style attributes, things too wide. */

const references = [
  'for',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-owns',
  'aria-details',
  'aria-errormessage',
  'aria-activedescendant',
];

export function sharedIds(root: ParentNode): readonly string[] {
  const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `#${id} twice`);
}

export function brokenReferences(root: ShadowRoot): readonly string[] {
  return references.flatMap((attribute) =>
    [...root.querySelectorAll(`[${attribute}]`)].flatMap((element) =>
      (element.getAttribute(attribute) ?? '')
        .split(/\s+/)
        .filter((id) => id === '' || !root.getElementById(id))
        .map((id) => `${element.localName} ${attribute}="${id}" leads nowhere`),
    ),
  );
}

export function styleAttributes(root: ParentNode): readonly string[] {
  return [...root.querySelectorAll('[style], style')].map(({ localName }) => `<${localName}> with a style of its own`);
}

/** What sticks out of the element, on either side. */
export function tooWide(element: Element): readonly string[] {
  const box = element.getBoundingClientRect();
  const inside = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])];
  return inside
    .filter((one) => !one.closest('.siw-unseen') && one.getClientRects().length > 0)
    .filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return left < box.left - 1 || right > box.right + 1;
    })
    .map(({ localName, className }) => `${localName}.${String(className)} is wider than the page`);
}

/** Everything that a script could read: texts, attributes and the values of fields, shadow trees included. */
export function readable(node: Node): string {
  const own: string[] = [];
  if (node instanceof Text || node instanceof Comment) own.push(node.data);
  if (node instanceof Element) {
    own.push(...[...node.attributes].map(({ name, value }) => `${name}=${value}`));
    if (node instanceof HTMLInputElement) own.push(node.value);
    if (node.shadowRoot) own.push(readable(node.shadowRoot));
  }
  return [...own, ...[...node.childNodes].map(readable)].join('\n');
}

/** The attributes alone. */
export function attributesOf(node: ParentNode): string {
  const all = [...node.querySelectorAll('*')];
  return all
    .flatMap((element) => [
      ...element.attributes,
      ...(element.shadowRoot ? [{ value: attributesOf(element.shadowRoot) }] : []),
    ])
    .map(({ value }) => value)
    .join('\n');
}
