/** Reads an uploaded order; payload `{ importId }`, body `readImport`, last word after failures `giveUpReading`. */
export const READ_IMPORT = 'road-maps.read-import'
