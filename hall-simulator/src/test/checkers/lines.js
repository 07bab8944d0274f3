// Reads a printer's bytes from standard input; writes the lines of text that npos finds among them, one JSON list.
// Usage: node lines.js CHARSET; with NODE_PATH naming the folder of modules.
const npos = require('npos');
const iconv = require('iconv-lite');
const fs = require('fs');

const rules = npos.rules;
rules[0x1c]['(C'] = [0, 'd16'];
rules[0x1d]['(k'] = [0, 'd16'];

const bytes = fs.readFileSync(0);
npos.parser(rules).parse(bytes).then((found) => {
  if (found.error) {
    throw found.error;
  }
  const text = [];
  const image = Buffer.from('[image]\n');
  for (const node of found.tree) {
    if (node.ascii === 'STX') {
      text.push(bytes.subarray(node.offset, node.offset + node.length));
    } else if (node.ascii === 'GS' && node.fn === 'v0' && text.at(-1) !== image) {
      text.push(image); // pieces of one, or one below the other
    }
  }
  const lines = iconv.decode(Buffer.concat(text), process.argv[2]).split('\n').slice(0, -1);
  console.log(JSON.stringify(lines));
}).catch((error) => {
  console.error(error);
  process.exit(1);
});
