export const id = "provision-bundle";
export const ids = ["provision-bundle"];
export const modules = {

/***/ 4601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  expectedOf: () => (/* binding */ expectedOf),
  loadBundle: () => (/* binding */ loadBundle),
  sealPlan: () => (/* binding */ sealPlan)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/model/canonical.js
var canonical = __webpack_require__(8413);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/sources/checkout.js
var checkout = __webpack_require__(8182);
// EXTERNAL MODULE: ./build/actions/provision/src/inputs/backend-config.js
var backend_config = __webpack_require__(1066);
;// CONCATENATED MODULE: ./build/actions/provision/src/store/backend.js
function shown(value) {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'not set');
}
/**
 * Every setting of the plan must be one that this run or its code has: another endpoint or role would lead its
 * credentials elsewhere. @returns sentences, none when it is the same backend
 */
function differencesOf({ type, workspace, config }, wanted) {
    const found = [];
    const differs = (name, is, should) => found.push(`Its ${name} is ${shown(is)}, and this run has ${should}.`);
    if (type !== 's3')
        differs('backend', type, 's3');
    if (workspace !== wanted.workspace)
        differs('workspace', workspace, wanted.workspace);
    for (const name of Object.keys(wanted.settings)) {
        const should = wanted.settings[name] ?? '';
        if (String(config[name] ?? '') !== should)
            differs(name, config[name], should);
    }
    for (const [name, value] of Object.entries(config)) {
        if (value === null || wanted.settings[name] !== undefined)
            continue;
        if (!wanted.code.has(name)) {
            found.push(`Its ${name} is ${shown(value)}, and neither this run nor its code says so.`);
            continue;
        }
        const should = wanted.code.get(name);
        if (should !== undefined && shown(value) !== should)
            differs(name, value, should);
    }
    return found;
}

// EXTERNAL MODULE: ./build/actions/provision/src/store/generated.js
var generated = __webpack_require__(7842);
// EXTERNAL MODULE: ./build/actions/provision/src/store/plan-file.js
var plan_file = __webpack_require__(1187);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/files.js
var files = __webpack_require__(8189);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/lock-file.js
var lock_file = __webpack_require__(86);
;// CONCATENATED MODULE: ./build/actions/provision/src/bundle.js
/** The bundle of a plan: made when a preview has planned, and put in place where it is applied. */











/** What a plan of a stack is bound to in this run. */
function expectedOf(run, commit, { stack, sources, variables }, { name, version }, { run: { repositoryId } }) {
    const varFiles = run.varFiles.map(({ file, sha256 }) => [file, sha256]);
    return {
        repositoryId,
        stack: stack.folder,
        workspace: run.workspace,
        backend: {
            bucket: run.backend.bucket,
            key: (0,backend_config/* stateObject */.Xf)(run, stack),
            region: run.backend['region'] ?? run.region,
        },
        commit,
        sources: (0,canonical/* digest */.br)({ files: sources, variables, varFiles }),
        tool: { name, version },
    };
}
/** What was just planned, as it lies there, sealed: another stack's planning may write over it. */
function sealPlan(store, tool, stack, { expected, earlier }, world) {
    const { workspace, clock } = world;
    const lockFile = external_node_path_.posix.join(stack.folder, files/* LOCK_FILE */.FI);
    return store.seal({
        planFile: (0,external_node_fs_.readFileSync)(tool.planFile),
        lockFile: (0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, lockFile))
            ? (0,checkout/* readSourceBytes */.ht)(workspace, lockFile)
            : Buffer.alloc(0),
        generated: (0,generated/* generatedSince */._C)(earlier, (0,generated/* snapshotOf */.eY)([stack], world), workspace),
    }, { ...expected, providers: (0,lock_file/* lockedProviders */.h)(stack, world), createdAt: clock().toISOString() });
}
/** @throws Failure PLAN_BOUND_ELSEWHERE for a plan file that writes to another state */
function checkBackend(planFile, { stack, workspace }, wanted) {
    const refuse = (why) => new failure/* Failure */.HR({
        code: 'PLAN_BOUND_ELSEWHERE',
        what: `The plan file that was saved for ${stack} writes to another state.`,
        why,
        fix: 'Look at what ran in the preview of the pull request: an honest Terraform does not make such a file.',
    });
    let wrong;
    try {
        wrong = differencesOf((0,plan_file/* backendIn */.Yh)(Buffer.from(planFile)), { workspace, ...wanted });
    }
    catch (error) {
        throw refuse(`It cannot be told which: ${error instanceof Error ? error.message : String(error)}.`);
    }
    if (wrong.length > 0)
        throw refuse(wrong.join(' '));
}
/**
 * Puts a saved plan where the tool applies it from, in a folder that was not initialised yet.
 * @throws Failure of `PlanStore.load`, PLAN_BOUND_ELSEWHERE, PLAN_FILES
 */
async function loadBundle(store, id, tool, expected, backend, world) {
    const loaded = await store.load(expected, id);
    checkBackend(loaded.planFile, expected, backend);
    (0,generated/* restore */.PF)(loaded.generated, world.workspace);
    const lockFile = (0,files/* lockFileOf */.LN)(tool.stack, world);
    if (!(0,external_node_fs_.existsSync)(lockFile) && loaded.lockFile.length > 0)
        (0,external_node_fs_.writeFileSync)(lockFile, loaded.lockFile);
    (0,external_node_fs_.writeFileSync)(tool.planFile, loaded.planFile, { mode: 0o600 });
    const { stack, commit } = loaded.binding;
    world.log.info(`${stack}: the plan that was saved for ${commit.slice(0, 12)} at ${loaded.binding.createdAt}`);
    return loaded;
}


/***/ })

};
