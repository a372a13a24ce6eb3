const NEEDED = [20, 19]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(
    `Опоре нужен Node.js ${NEEDED.join('.')} или новее, а установлен ${process.versions.node}. ` +
      'Установите новый с nodejs.org и запустите снова.',
  )
  process.exit(1)
}
