/** The parts of a catalogue that the conversation needs: `vi.json?conversation` holds these and no others. */
export const conversationParts = ['app', 'error', 'refusal', 'score', 'outbox', 'rate']
/** What the page says that stands in another site's frame: `open-vi.json?embed` is this part alone, without its name. */
export const embeddedPart = 'embed'
