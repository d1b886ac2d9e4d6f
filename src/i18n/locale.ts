/** Which language a widget speaks: its own `lang`, else that of the text around it, else the browser's, else English. */

/** The `lang` that applies to an element, looking out through shadow roots; the element's own counts (F27). */
export function languageAround(element: Element): string {
  for (let at: Element | undefined = element; at; at = outer(at)) {
    const lang = at.getAttribute('lang');
    if (lang) return lang;
  }
  return navigator.language || 'en';
}

function outer(element: Element): Element | undefined {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/**
 * The first of a language's names, longest first, that is a key of `languages`: `zh-Hant-TW` → `zh-hant-tw`, `zh-hant`, `zh`.
 * Undefined: none of them, so English it is.
 */
export function spoken(locale: string, languages: object): string | undefined {
  const parts = locale.toLowerCase().split(/[-_]/);
  for (let n = parts.length; n > 0; n--) {
    const name = parts.slice(0, n).join('-');
    if (Object.hasOwn(languages, name)) return name;
  }
  return undefined;
}

/** Scripts that run from right to left, by language (Unicode CLDR, `characterOrder`). */
const rightToLeft = /^(ar|arc|ckb|dv|fa|ha-arab|he|iw|ks|ku-arab|ps|sd|ug|ur|yi)\b/i;

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.test(locale) ? 'rtl' : 'ltr';
}
