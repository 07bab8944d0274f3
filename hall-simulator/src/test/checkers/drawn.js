// Draws a receipt in receiptline's language from standard input: as SVG, or as ESC/POS bytes in hexadecimal.
// Usage: node drawn.js svg|escpos COLUMNS; with NODE_PATH naming the folder of modules.
const receiptline = require('receiptline');
const fs = require('fs');

const [command, columns] = process.argv.slice(2);
const drawn = receiptline.transform(fs.readFileSync(0, 'utf8'), {
  command, cpl: Number(columns), encoding: 'gb18030', spacing: false,
});
process.stdout.write(command === 'svg' ? drawn : Buffer.from(drawn, 'latin1').toString('hex'));
