/** What no more than these need beside a main screen comes in that screen's file of parts. */
const FEW = 4

/**
 * Names the file of one of our modules that several screens share (rolldown's `codeSplitting.groups[].name`). Over a
 * weak link each file costs a wait of its own and the browser has six roads: what the main screens need comes in few.
 * Whatever a module needs is needed by at least as many as the module itself, so no two files need one another.
 */
export function sharedFile(mainScreens) {
  return (id, graph) => {
    const needing = neededBy(id, graph)
    const main = mainScreens.filter((screen) => needing.some((one) => one.endsWith(`/${screen}`)))
    if (main.length > 1) return 'main'
    const [only] = main
    return only && needing.length > 1 && needing.length <= FEW ? `${baseOf(only)}-parts` : null
  }
}

/** Whatever is loaded by itself and needs this module in the end: screens, panels, dialogs, the shell. */
function neededBy(id, graph) {
  const seen = new Set()
  const visit = (one) => {
    if (seen.has(one)) return
    seen.add(one)
    for (const importer of graph.getModuleInfo(one)?.importers ?? []) visit(importer)
  }
  visit(id)
  return [...seen].filter((one) => {
    const info = graph.getModuleInfo(one)
    return info?.isEntry || info?.dynamicImporters.length
  })
}

function baseOf(path) {
  return path.replace(/.*\//, '').replace(/\.tsx$/, '')
}
