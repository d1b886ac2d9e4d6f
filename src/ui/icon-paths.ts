/** What the icons of later pages are drawn of; apart from the first page, which has those of its cards only. */

/** Paths that more than one page draws; a method's own icon stands on its card. */
export const paths = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  alert: 'M12 7v6M12 16.5v.5M12 3a9 9 0 100 18 9 9 0 000-18z',
} as const;
