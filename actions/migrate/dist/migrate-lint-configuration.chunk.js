export const id = "migrate-lint-configuration";
export const ids = ["migrate-lint-configuration"];
export const modules = {

/***/ 2443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CONFIGURATION: () => (/* binding */ CONFIGURATION),
  parseConfiguration: () => (/* binding */ parseConfiguration),
  readConfiguration: () => (/* binding */ readConfiguration),
  weakenedFindings: () => (/* binding */ weakenedFindings)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/toolkit/model/nearest.js
var nearest = __webpack_require__(6717);
// EXTERNAL MODULE: ./build/toolkit/sources/checkout.js
var checkout = __webpack_require__(8182);
// EXTERNAL MODULE: ./build/toolkit/model/exact-integer.js
var exact_integer = __webpack_require__(1451);
;// CONCATENATED MODULE: ./build/toolkit/sources/node.js

function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(0,exact_integer/* isExactInteger */.U6)(value);
}
function step(value, key) {
    if (typeof key === 'number')
        return Array.isArray(value) ? value[key] : undefined;
    return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** A copy with another value at a path; mappings on the way are made, lists are not made longer. */
function replaced(value, [key, ...rest], other) {
    if (key === undefined)
        return other;
    if (typeof key === 'string')
        return { ...(isMapping(value) ? value : {}), [key]: replaced(step(value, key), rest, other) };
    return Array.isArray(value)
        ? value.map((item, index) => (index === key ? replaced(item, rest, other) : item))
        : value;
}
function nodeAt(document, path, value) {
    const child = (key) => nodeAt(document, [...path, key], step(value, key));
    return {
        value,
        path,
        get source() {
            return document.locate(path);
        },
        text: typeof value === 'string' ? value : undefined,
        get: (...rest) => nodeAt(document, [...path, ...rest], rest.reduce((inner, key) => step(inner, key), value)),
        items: () => (Array.isArray(value) ? value.map((_, index) => child(index)) : []),
        members: () => new Map(isMapping(value) ? Object.keys(value).map((key) => [key, child(key)]) : []),
        replace: (beneath, other) => nodeAt(document, path, replaced(value, beneath, other)),
    };
}
/** The root of a document. */
function rootOf(document) {
    return nodeAt(document, [], document.value);
}
/** Every text beneath a node, keys not included. */
function textsIn(node) {
    if (node.text !== undefined)
        return [node];
    return [...node.items(), ...node.members().values()].flatMap(textsIn);
}

// EXTERNAL MODULE: ./build/toolkit/sources/yaml.js + 4 modules
var yaml = __webpack_require__(8217);
// EXTERNAL MODULE: ./build/actions/migrate/src/lint/levels.js
var levels = __webpack_require__(490);
// EXTERNAL MODULE: ./build/actions/migrate/src/lint/registry.js + 63 modules
var registry = __webpack_require__(3155);
;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/configuration.js
/** `.omninode.yml` at the root of a checkout: which rules of the lint count there, and how much. */










const CONFIGURATION = '.omninode.yml';
const FORM = `\`migrate: { lint: { <group or rule>: ${levels/* levels */.yr.join(' | ')} } }\``;
function refused(what, fix, source) {
    return new failure/* Failure */.HR({ code: 'CONFIGURATION_INVALID', what, fix, source });
}
function isLevel(text) {
    return levels/* levels */.yr.some((level) => level === text);
}
/** The members of a mapping that may only have these. */
function only(node, path, allowed, problems) {
    if (!isMapping(node.value)) {
        problems.push(refused(`\`${path}\` is no mapping.`, `Write it as ${FORM}.`, node.source));
        return;
    }
    for (const [name, member] of node.members()) {
        if (allowed.includes(name))
            continue;
        const meant = (0,nearest/* nearest */.p)(name, allowed);
        problems.push(refused(`\`${path === CONFIGURATION ? '' : `${path}.`}${name}\` is not known.`, meant === undefined ? `Here may stand: ${allowed.join(', ')}.` : `Is \`${meant}\` meant?`, member.source));
    }
}
/**
 * Reads what is chosen.
 * @throws Failures of everything that is wrong with it: CONFIGURATION_INVALID, YAML_SYNTAX
 */
function parseConfiguration(sql, file = CONFIGURATION) {
    const [document, second] = (0,yaml/* readYaml */.g)(sql, file, 'workflow');
    const problems = [];
    const choices = new Map();
    const sources = new Map();
    if (second !== undefined)
        problems.push(refused('A second document begins here.', 'Keep one of them.', second.locate([])));
    if (document !== undefined) {
        const root = rootOf(document);
        const migrate = root.get('migrate');
        const lint = migrate.get('lint');
        const names = [...Object.keys(levels/* groups */.TN), ...registry/* allRules */.V.map(({ name }) => name)];
        only(root, CONFIGURATION, ['migrate'], problems);
        if (migrate.value !== undefined)
            only(migrate, 'migrate', ['lint'], problems);
        if (lint.value !== undefined)
            only(lint, 'migrate.lint', names, problems);
        for (const [name, { text, source }] of lint.members()) {
            if (!names.includes(name))
                continue;
            if (isLevel(text)) {
                choices.set(name, text);
                sources.set(name, source);
                continue;
            }
            problems.push(refused(`\`${name}\` has no level.`, `Give it one of: ${levels/* levels */.yr.join(', ')}${text === undefined ? '' : `; \`${text}\` is none`}.`, source));
        }
    }
    (0,failure/* throwIfAny */.MI)(problems);
    return { file, sql, choices, sources };
}
/** @throws Failures of everything that is wrong with it, FILE_UNREADABLE, PATH_OUTSIDE */
function readConfiguration(workspace) {
    const other = CONFIGURATION.replace('.yml', '.yaml');
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, other)))
        throw refused(`\`${other}\` is not read.`, `Name it \`${CONFIGURATION}\`.`, { file: other, line: 1 });
    return parseConfiguration((0,checkout/* readSource */.o$)(workspace, CONFIGURATION));
}
/**
 * Which rules count less here than elsewhere, and which line says so: nobody turns a rule off in silence. One finding a
 * line.
 */
function weakenedFindings({ file, choices, sources }) {
    return [...choices].flatMap(([name, level]) => {
        const weakened = registry/* allRules */.V.filter((rule) => (rule.name === name || (rule.group === name && !choices.has(rule.name))) && (0,levels/* isWeakened */.P2)(rule, choices));
        if (weakened.length === 0)
            return [];
        const told = weakened.map((rule) => {
            const left = (0,levels/* severityOf */.xJ)(rule, choices);
            return `${rule.name}${rule.name === name ? ` (${rule.group})` : ''} ${left === undefined ? 'off' : `down to ${left}`}`;
        });
        return [
            (0,finding/* finding */.gk)({
                rule: 'rule-weakened',
                severity: 'warning',
                verdict: 'fail',
                message: `\`${name}: ${level}\` turns ${told.join(', ')}.`,
                why: `What ${weakened.length === 1 ? 'this rule sees' : 'these rules see'} is told less loudly here than elsewhere, or not at all.`,
                fix: 'Remove the line; a file that has its reasons says so at its head: `-- migrate: allow <rule>: <reason>`.',
                source: { file, ...sources.get(name) },
            }, name),
        ];
    });
}


/***/ })

};
