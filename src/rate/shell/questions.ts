/** The questions after the faces, in their order. */
export const questions = ['procedure', 'factors', 'result', 'effort', 'person', 'comment'] as const
export type QuestionStep = (typeof questions)[number]

export const isQuestion = (step: string): step is QuestionStep => questions.some(question => question === step)
