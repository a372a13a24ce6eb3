// Loaded into the product's process and into its workers before they begin: writes down whom they want to reach,
// whether or not anybody answers there.
const { appendFileSync } = require('node:fs')
const { syncBuiltinESMExports } = require('node:module')
const dgram = require('node:dgram')
const dns = require('node:dns')
const net = require('node:net')

const note = (host) => appendFileSync(process.env.OPORA_RECORDS_CONNECTIONS, `${host}\n`)

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first === 'object') note(first.path ? 'unix' : (first.host ?? 'localhost'))
  else note(Number.isInteger(Number(first)) ? (typeof second === 'string' ? second : 'localhost') : 'unix')
  return connect.apply(this, args)
}

// Of a datagram, whichever arguments stand before it: the address is the last text.
for (const way of ['connect', 'send']) {
  const go = dgram.Socket.prototype[way]
  dgram.Socket.prototype[way] = function (...args) {
    note(args.slice(1).findLast((one) => typeof one === 'string') ?? 'localhost')
    return go.apply(this, args)
  }
}

for (const names of [dns, dns.promises]) {
  for (const way of Object.keys(names).filter((one) => /^(lookup|resolve|reverse)/.test(one))) {
    const ask = names[way]
    names[way] = function (...args) {
      if (net.isIP(args[0]) === 0) note(args[0])
      return ask.apply(this, args)
    }
  }
}
syncBuiltinESMExports()
