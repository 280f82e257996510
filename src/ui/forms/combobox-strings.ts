import i18next from 'i18next'

// What React Aria says to a screen reader. It has no Vietnamese, and would say it in English; this is how it takes
// strings from outside (LocalizedStringProvider). Functions, so that they follow a change of the language.
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
