import { useTranslation } from 'react-i18next'
import { formatsIn } from '../lib/format'

/** Numbers and dates as the chosen language writes them. */
export const useFormats = () => formatsIn(useTranslation().i18n.language)
