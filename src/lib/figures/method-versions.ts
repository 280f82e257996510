/** A row of public.method_versions. */
type Version = { version: string }

const series = ({ version }: Version) => version.split('.', 1)[0]

/**
 * The versions that break every series: rates are made another way, and the number before the point is another. With
 * another number after it rates and intervals are as before. The first version comes first, and breaks nothing.
 */
export const breaksOf = <Row extends Version>(versions: readonly Row[]) =>
  versions.filter((version, at) => {
    const before = versions[at - 1]
    return before !== undefined && series(version) !== series(before)
  })
