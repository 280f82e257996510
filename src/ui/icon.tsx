const drawings = {
  check: 'm5 12.5 4.5 4.5L19 7.5',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm0 3.5v5.3l3.5 2',
  copy: 'M10.5 8.5H18a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2h-7.5a2 2 0 0 1-2-2v-7.5a2 2 0 0 1 2-2Zm5 0v-3a2 2 0 0 0-2-2h-8a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h3',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5',
  print: 'M7 8.5V4h10v4.5M7 17H4.5v-8.5h15V17H17M7 13.5h10V20H7Z',
  pencil: 'm14.5 5.5 4 4L8.5 19.5l-5 1 1-5Z',
  undo: 'M4 9.5h10.5a5 5 0 0 1 0 10H9M8 5.5l-4 4 4 4',
  flag: 'M6 21V4h11.5l-2.5 4 2.5 4H6',
  right: 'M5 12h14m-6-6 6 6-6 6',
  hand: 'M9 12V5.5a1.7 1.7 0 0 1 3.4 0V11m0-.5a1.6 1.6 0 0 1 3.2 0V12m0-.7a1.5 1.5 0 0 1 3 0V15c0 3.6-2.4 6-5.8 6-3 0-4.3-1.2-5.7-3.6l-2.4-4c-.9-1.6 1.2-2.9 2.4-1.5L9 14',
  down: 'M12 5v14m-6-6 6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  plus: 'M12 5v14M5 12h14',
  up: 'M12 19V5m-6 6 6-6 6 6',
  download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  lock: 'M7 10.5h10a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5.5a2 2 0 0 1 2-2Zm1 0V8a4 4 0 0 1 8 0v2.5',
  speaker: 'M4 9.5h3.5L12 6v12l-4.5-3.5H4ZM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  filter: 'M4 7h16M7.5 12.5h9M10.5 18h3',
  phone:
    'M6.5 4h3l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5v3c0 1-.8 1.8-1.8 1.8C10.5 19 5 13.5 4.7 5.8 4.7 4.8 5.5 4 6.5 4Z',
  merge: 'M4 6h4l5 6h7m-4-4 4 4-4 4M4 18h4l2.5-3',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm5 11.5 5 5',
  offline:
    'M3 3l18 18M5 12.5a10 10 0 0 1 4.5-2.6M19 12.5a10 10 0 0 0-5-2.8M2 8.5a15 15 0 0 1 4-2.5M22 8.5a15 15 0 0 0-10.5-3.5M8.5 16a5 5 0 0 1 6 0M12 19.5h.01',
  alert: 'M12 3.5 21.5 20h-19ZM12 9.5v5M12 17.2h.01',
} as const

export type IconName = keyof typeof drawings

/**
 * Hidden from screen readers: the word beside it means the same. Its size and lines are attributes, which any style
 * overrides: without its styles a drawing would fill the page.
 */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1.25em"
      height="1.25em"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
