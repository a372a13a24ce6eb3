// Written for the oldest browsers: no module, no newer syntax, nothing that they would not read.
;(() => {
  function isNewEnough() {
    return (
      'noModule' in document.createElement('script') &&
      typeof Array.prototype.at === 'function' &&
      typeof Object.hasOwn === 'function' &&
      typeof HTMLDialogElement === 'function' &&
      CSS.supports('selector(:where(a))') &&
      CSS.supports('inset', '0')
    )
  }

  function say() {
    document.getElementById('old-browser').removeAttribute('hidden')
  }

  try {
    if (!isNewEnough()) say()
  } catch (_error) {
    say()
  }
})()
