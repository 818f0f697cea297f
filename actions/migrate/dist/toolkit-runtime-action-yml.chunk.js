export const id = "toolkit-runtime-action-yml";
export const ids = ["toolkit-runtime-action-yml"];
export const modules = {

/***/ 6869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeInputs: () => (/* binding */ describeInputs),
/* harmony export */   described: () => (/* binding */ described)
/* harmony export */ });
/* unused harmony exports brandingLines, actionManifest, tableCell, withTables, withTable */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3852);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9396);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3339);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1000);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3205);
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
    const outputs = { ..._outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .commonOutputs */ .e5, ...step.outputs };
    return {
        ...{ name, description, outputs },
        inputs: (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .inputsOf */ .Vc)(step),
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
            required: !zod__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xL(field, undefined).success,
            fallback: runnerDefaults[name] ?? (typeof fallback === 'string' ? fallback : ''),
        };
    });
}
/** `.optional()` and `.default()` wrap a schema without its description. */
function metaOf(field) {
    const meta = zod__WEBPACK_IMPORTED_MODULE_3__/* .globalRegistry */ .fd.get(field);
    if (meta !== undefined)
        return meta;
    if (field instanceof zod__WEBPACK_IMPORTED_MODULE_4__/* .ZodOptional */ .IiU)
        return metaOf(field.unwrap());
    if (field instanceof zod__WEBPACK_IMPORTED_MODULE_4__/* .ZodDefault */ .XiL)
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


/***/ })

};
