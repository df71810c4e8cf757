// Compiles the block on standard input with esbuild, whose imports are looked for in this folder first, runs it, and shows each name that it sets.
'use strict';
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { inspect } = require('node:util');

const folder = process.argv[2];
const block = readFileSync(0, 'utf8');
// Names set at the beginning of a line: the block's own, and no function's.
const names = [...block.matchAll(/^(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s*[:=]/gm)].map(match => match[1]);
const imports = block.match(/^import\s[\s\S]*?from\s+['"][^'"]+['"];?\s*$/gm) ?? [];
const rest = imports.reduce((text, line) => text.replace(line, ''), block);
const shown = names.map(name => `__show(${JSON.stringify(name)}, await ${name});`).join('\n');
const program = `${imports.join('\n')}\n(async () => {\n${rest}\n${shown}\n})().catch(__fail);\n`;

const compiled = spawnSync('esbuild', ['--bundle', '--loader=ts', '--platform=node', '--format=cjs', '--log-level=error'], {
  input: program, cwd: folder, env: { ...process.env, NODE_PATH: folder }, encoding: 'utf8',
});
if (compiled.status !== 0) {
  process.stderr.write(compiled.error ? `esbuild: ${compiled.error.message}\n` : compiled.stderr);
  process.exit(1);
}
const fail = error => {
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.exitCode = 1;
};
const show = (name, value) => process.stdout.write(`${name} = ${inspect(value, { depth: 4, breakLength: 160, maxArrayLength: 100 })}\n`);
try {
  new Function('require', 'module', 'exports', '__show', '__fail', compiled.stdout)(require, { exports: {} }, {}, show, fail);
} catch (error) {
  fail(error);
}
