/** What the icons of later pages are drawn of; apart from the first page, which has those of its cards only. */

/** Paths that more than one page draws; a method's own icon stands on its card. */
export const paths = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  download: 'M12 4v11M7.5 10.5L12 15l4.5-4.5M5 20h14',
} as const;
