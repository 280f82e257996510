// The libraries of the conversation. They run in a task of their own, before the conversation and while that is still
// loading, so that a slow phone can answer a tap in between.
import 'i18next'
import 'react-dom/client'
import 'react-i18next'
