// What the conversation is made with. It runs in a turn of its own, before the conversation and while that still
// arrives: a slow phone answers a tap in between.
import 'i18next'
import 'react-dom/client'
import 'react-i18next'
