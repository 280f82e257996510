const STORED = 'printed'

const offices = (): string[] => {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? '[]')
  } catch {
    return []
  }
}

/** Whether posters of an office were printed from this browser. Nobody else can know what came out of a printer. */
export const hasPrinted = (office: string) => offices().includes(office)

export function rememberPrinting(office: string) {
  try {
    localStorage.setItem(STORED, JSON.stringify([...new Set([...offices(), office])]))
  } catch {
    // Without storage the guide still asks for posters.
  }
}
