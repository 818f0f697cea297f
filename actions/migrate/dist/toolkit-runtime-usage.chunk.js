export const id = "toolkit-runtime-usage";
export const ids = ["toolkit-runtime-usage"];
export const modules = {

/***/ 4998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ wrapped)
/* harmony export */ });
/** Text in the lines of a terminal. */
/**
 * Words in lines of at most `width` columns; a word that is longer has a line of its own.
 * @param indent stands before each line
 */
function wrapped(text, width, indent = '') {
    const room = Math.max(20, width - indent.length);
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && line.length + 1 + word.length > room) {
            lines.push(indent + line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, indent + line];
}


/***/ }),

/***/ 3635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  usage: () => (/* binding */ usage)
});

// EXTERNAL MODULE: ./build/toolkit/report/wrap.js
var wrap = __webpack_require__(4998);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/parse.js + 1 modules
var parse = __webpack_require__(3852);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9396);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/runtime/outputs.js
var runtime_outputs = __webpack_require__(1000);
// EXTERNAL MODULE: ./build/toolkit/runtime/run.js + 9 modules
var run = __webpack_require__(8258);
;// CONCATENATED MODULE: ./build/toolkit/runtime/action-yml.js
/** action.yml and the tables of an action's README, generated from its schema. */



/** The runner fills these in by itself. */
const runnerDefaults = { 'github-token': '${{ github.token }}' };
const brandings = {
    provision: { icon: 'layers', color: 'orange' },
    migrate: { icon: 'database', color: 'green' },
    deploy: { icon: 'package', color: 'purple' },
    verify: { icon: 'shield', color: 'red' },
};
/** A step as an action. */
function described(step) {
    const { name, description } = step;
    const outputs = { ...runtime_outputs/* commonOutputs */.e5, ...step.outputs };
    return {
        ...{ name, description, outputs },
        inputs: (0,run.inputsOf)(step),
        branding: brandings[name],
        source: 'src/step.ts',
        post: true,
    };
}
function describeInputs({ name: action, inputs }) {
    return Object.entries(inputs.shape).map(([name, field]) => {
        const { description, fallback } = metaOf(field);
        if (description === undefined)
            throw new Error(`the input ${name} of ${action} has no description`);
        return {
            name,
            description,
            required: !parse/* safeParse */.xL(field, undefined).success,
            fallback: runnerDefaults[name] ?? (typeof fallback === 'string' ? fallback : ''),
        };
    });
}
/** `.optional()` and `.default()` wrap a schema without its description. */
function metaOf(field) {
    const meta = registries/* globalRegistry */.fd.get(field);
    if (meta !== undefined)
        return meta;
    if (field instanceof schemas/* ZodOptional */.IiU)
        return metaOf(field.unwrap());
    if (field instanceof schemas/* ZodDefault */.XiL)
        return { ...metaOf(field.unwrap()), fallback: field.def.defaultValue };
    return {};
}
function brandingLines({ icon, color }) {
    return ['branding:', `  icon: ${icon}`, `  color: ${color}`];
}
/** The text of the action's action.yml. */
function actionManifest(action) {
    const outputs = Object.entries(action.outputs);
    const lines = [
        `# Generated from ${action.source} by \`npm run generate\`.`,
        `name: omninode ${action.name}`,
        `description: ${JSON.stringify(action.description)}`,
        ...brandingLines(action.branding),
        'inputs:',
    ];
    for (const { name, description, required, fallback } of describeInputs(action)) {
        lines.push(`  ${name}:`, `    description: ${JSON.stringify(description)}`, `    required: ${required}`);
        if (fallback !== '')
            lines.push(`    default: ${JSON.stringify(fallback)}`);
    }
    if (outputs.length > 0)
        lines.push('outputs:');
    for (const [name, description] of outputs) {
        lines.push(`  ${name}:`, `    description: ${JSON.stringify(description)}`);
    }
    lines.push('runs:', '  using: node24', '  main: dist/main.js');
    lines.push(...(action.post ? ['  post: dist/post.js', ''] : ['']));
    return lines.join('\n');
}
/** A text within a cell of a Markdown table. */
function tableCell(text) {
    return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
/** A README whose tables between `<!-- inputs -->` and `<!-- outputs -->` markers are made anew. */
function withTables(readme, action) {
    const inputs = [
        '| input | what it is | default |',
        '| --- | --- | --- |',
        ...describeInputs(action).map(({ name, description, required, fallback }) => `| \`${name}\` | ${tableCell(description)} | ${required ? '**required**' : fallback === '' ? '' : `\`${fallback}\``} |`),
    ];
    const outputs = [
        '| output | what it is |',
        '| --- | --- |',
        ...Object.entries(action.outputs).map(([name, description]) => `| \`${name}\` | ${tableCell(description)} |`),
    ];
    const told = withTable(readme, 'inputs', inputs);
    return outputs.length === 2 ? told : withTable(told, 'outputs', outputs);
}
/** A README whose lines between two markers are replaced. @throws Error when the markers are not there */
function withTable(text, marker, lines) {
    const pattern = new RegExp(`<!-- ${marker} -->[\\s\\S]*?<!-- /${marker} -->`);
    if (!pattern.test(text))
        throw new Error(`the README has no <!-- ${marker} --> \u2026 <!-- /${marker} -->`);
    return text.replace(pattern, () => [`<!-- ${marker} -->`, ...lines, `<!-- /${marker} -->`].join('\n'));
}

// EXTERNAL MODULE: ./build/toolkit/runtime/options.js
var runtime_options = __webpack_require__(3560);
;// CONCATENATED MODULE: ./build/toolkit/runtime/usage.js



/** What concerns a pull request, and no terminal. */
const elsewhere = new Set([
    'command',
    'github-token',
    'comment',
    'publish',
    'reviewed',
    'review-signer',
]);
const MOST = 100;
/** @param command what is asked about; all of them without it */
function usage(step, { commands, environment, only }, options, command, columns = 80) {
    const width = Math.min(columns, MOST);
    const told = (text, indent) => (0,wrap/* wrapped */.k)((0,runtime_options/* asOptions */.lc)(text, options), width, indent);
    const heeded = describeInputs(described(step)).filter(({ name }) => !elsewhere.has(name) &&
        (command === undefined || only[name] === undefined || only[name].includes(command)));
    const named = (name) => (options.flags.has(name) ? `--${name}` : `--${name} <value>`);
    const lines = heeded.flatMap(({ name, description, fallback }) => [
        [
            `  ${named(name)}`,
            fallback === '' || options.flags.has(name) ? '' : ` (${fallback})`,
            environment[name] === undefined ? '' : `, or ${environment[name]} in the environment`,
        ].join(''),
        ...told(description, '      '),
    ]);
    const about = command === undefined
        ? [
            ...told(step.description, ''),
            '',
            ...Object.entries(commands).flatMap(([name, does]) => [`  ${name}`, ...told(does, '      ')]),
            '',
            ...told(`\`${step.name} <command> --help\` tells which options it heeds.`, ''),
        ]
        : told(commands[command] ?? '', '');
    return [
        ...(0,wrap/* wrapped */.k)(`usage: ${step.name} ${command ?? Object.keys(commands).join('|')} [--<option> <value> \u2026]`, width),
        '',
        ...about,
        '',
        ...lines,
        '  --workspace <value> (.)',
        ...told('Folder of the checkout, to which paths are relative.', '      '),
        '  --json',
        ...told('Writes the plan, the outcome or what was seen as JSON to stdout, and everything else to stderr.', '      '),
    ].join('\n');
}


/***/ })

};
