// Asks what the first screen shows while the code that will draw it is still on its way. Whoever draws takes an answer
// only if it would have asked the very same, in the same name (src/web/early-answers.ts).
;(() => {
  /** By the address of a screen; `*` stands for one piece of it, `$1` for what stood there. */
  const questions = {
    '/': ['/api/today'],
    '/tasks': ['/api/tasks?page=1'],
    '/road-map': ['/api/programmes/$project/matrix'],
    '/road-map/*/plan': ['/api/road-maps/$1'],
    '/settings/registry': ['/api/registry-imports'],
  }
  const bare = /^\/(sign-in|link|letters)(\/|$)/
  const early = new Map()
  const headers = { accept: 'application/json', 'accept-language': language() }

  function language() {
    try {
      return localStorage.getItem('opora.language') === 'en' ? 'en' : 'ru'
    } catch {
      return 'ru'
    }
  }

  function ask(path) {
    const signal = AbortSignal.timeout(45_000)
    const answer = fetch(path, { headers: { ...headers }, signal, credentials: 'same-origin' })
    early.set(path, { headers: { ...headers }, askedAt: performance.now(), answer })
    const read = answer.then((response) => (response.ok ? response.clone().json() : Promise.reject(new Error(path))))
    // Nobody may be waiting for it any more when it fails.
    read.catch(() => {})
    return read
  }

  function wanted() {
    for (const [address, paths] of Object.entries(questions)) {
      const found = new RegExp(`^${address.replaceAll('*', '([^/]+)')}$`).exec(location.pathname)
      if (found) return paths.map((path) => path.replace('$1', found[1]))
    }
    return []
  }

  async function askAll() {
    const { person } = await ask('/api/me')
    if (!person?.memberships.some(({ role }) => role !== 'teacher')) return
    // From here on only in this person's name: the server refuses if somebody else has signed in meanwhile.
    headers['opora-page-of'] = person.id
    const programmes = ask('/api/programmes')
    const paths = location.search === '' ? wanted() : []
    const known = paths.filter((path) => !path.includes('$project')).map(ask)
    const answer = await programmes
    const only = answer.programmes.length === 1 ? answer.programmes[0].id : null
    const later = only ? paths.filter((path) => path.includes('$project')) : []
    await Promise.all([...known, ...later.map((path) => ask(path.replace('$project', only)))])
  }

  if (bare.test(location.pathname) || !AbortSignal.timeout) return
  globalThis.askedEarly = early
  // What did not come is asked again by the screen, which also says so.
  askAll().catch(() => {})
})()
