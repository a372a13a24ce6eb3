/** Refuses a build whose files need one another in a circle: one of them would run before what it uses is there. */
export function noCircles() {
  return {
    name: 'no-circles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const done = new Set()
      const visit = (name, way) => {
        if (way.includes(name)) this.error(`files in a circle: ${[...way.slice(way.indexOf(name)), name].join(' → ')}`)
        if (done.has(name)) return
        for (const needed of bundle[name]?.imports ?? []) visit(needed, [...way, name])
        done.add(name)
      }
      for (const name of Object.keys(bundle)) visit(name, [])
    },
  }
}
