/** Which language a widget speaks: its own `lang`, else that of the text around it, else the browser's, else English. */

/** The `lang` that applies to an element, looking out through shadow roots; the element's own counts. */
export function languageAround(element: Element): string {
  for (let at: Element | undefined = element; at; at = outer(at)) {
    const lang = canonical(at.getAttribute('lang'));
    if (lang) return lang;
  }
  return canonical(navigator.language) ?? 'en';
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

/** A tag in the form that `Intl` takes; pages write `en_US`, and worse. */
function canonical(tag: string | null): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag?.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/**
 * Ours, with or without a region. How these are written needs no look into the data of `Intl`, which costs 25 ms before
 * the first page, and 120 ms on a cheap phone.
 */
export const isOurs = (locale: string): boolean => /^(en|ja)(-[A-Z]{2})?$/.test(locale);

/** The script decides, not the language: several are written in two (Unicode, bidirectional class of the letters). */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  if (isOurs(locale)) return 'ltr';
  const { script } = new Intl.Locale(locale).maximize();
  return script !== undefined && rightToLeft.includes(script) ? 'rtl' : 'ltr';
}
const rightToLeft = 'Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa';
