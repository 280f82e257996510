/** The parts of a catalogue that the conversation needs: `vi.json?conversation` holds these and no others. */
export const conversationParts = ['app', 'error', 'refusal', 'score', 'outbox', 'rate']
