import i18next from 'i18next'

// React Aria's strings for screen readers. It has none in Vietnamese and would fall back to English; these globals are
// what its LocalizedStringProvider sets. Functions, so that they follow a change of the language.
const t = i18next.getFixedT(null, 'staff')

const strings = {
  '@react-aria/combobox': {
    buttonLabel: () => t('forms.choose'),
    listboxLabel: () => t('forms.choose'),
    countAnnouncement: ({ optionCount }: { optionCount: number }) => t('parts.rows', { n: optionCount }),
    focusAnnouncement: ({ optionText }: { optionText: string }) => optionText,
    selectedAnnouncement: ({ optionText }: { optionText: string }) => optionText,
  },
  // Refused if it were missing; a combobox has no long press.
  '@react-aria/menu': { longPressMessage: () => '' },
  '@react-aria/overlays': { dismiss: () => t('parts.close') },
}

Object.assign(window, {
  [Symbol.for('react-aria.i18n.locale')]: 'vi',
  [Symbol.for('react-aria.i18n.strings')]: strings,
})
