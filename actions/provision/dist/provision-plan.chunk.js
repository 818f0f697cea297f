export const id = "provision-plan";
export const ids = ["provision-plan"];
export const modules = {

/***/ 9206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planStacks: () => (/* binding */ planStacks)
});

// UNUSED EXPORTS: readStackPlan

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/toolkit/model/plan.js + 2 modules
var model_plan = __webpack_require__(206);
;// CONCATENATED MODULE: ./build/actions/provision/src/changes/protect.js

/** Types whose things hold data, or the keys to it: what is deleted there is gone, or unreadable. */
const protectedTypes = [
    'aws_backup_vault',
    'aws_db_instance',
    'aws_docdb_cluster',
    'aws_dynamodb_table',
    'aws_ebs_snapshot',
    'aws_ebs_volume',
    'aws_ecr_repository',
    'aws_efs_file_system',
    'aws_elasticache_replication_group',
    'aws_fsx_lustre_file_system',
    'aws_kms_key',
    'aws_msk_cluster',
    'aws_neptune_cluster',
    'aws_opensearch_domain',
    'aws_rds_cluster',
    'aws_rds_global_cluster',
    'aws_redshift_cluster',
    'aws_route53_zone',
    'aws_s3_bucket',
    'aws_s3_bucket_versioning',
    'aws_secretsmanager_secret',
    'azurerm_key_vault',
    'azurerm_key_vault_key',
    'azurerm_managed_disk',
    'azurerm_mssql_database',
    'azurerm_postgresql_flexible_server',
    'azurerm_storage_account',
    'google_bigquery_dataset',
    'google_compute_disk',
    'google_kms_crypto_key',
    'google_sql_database_instance',
    'google_storage_bucket',
];
/** Whether an entry names the type, the resource itself, all of its instances, or a module that it is in. */
function matches(entry, kind, address) {
    return (entry === kind || entry === address || address.startsWith(`${entry}[`) || address.startsWith(`${entry}.`));
}
const destroys = new Set(['delete', 'replace', 'forget']);
/** @returns a blocking finding for each change that destroys what is protected, and one for each allowance of nothing */
function guard({ stack, changes, tainted, settings, protect }) {
    const used = new Set();
    const entries = [...protectedTypes, ...settings.protect, ...protect];
    const findings = changes.flatMap((change) => {
        if (!destroys.has(change.action))
            return [];
        const address = change.address.slice(stack.length + 1);
        const allowed = settings.allow.find((each) => each.action === change.action && (each.address === address || address.startsWith(`${each.address}[`)));
        if (allowed !== undefined) {
            used.add(allowed);
            return [];
        }
        const source = change.source === undefined ? {} : { source: change.source };
        const allow = `- address: ${address}\n  action: ${change.action}\n  reason: …`;
        if (change.action === 'replace' && tainted.has(address)) {
            return [
                (0,finding/* finding */.gk)({
                    rule: 'tainted-replace',
                    severity: 'error',
                    verdict: 'fail',
                    message: `${change.address} would be destroyed and made anew, only because a run was interrupted while it made it.`,
                    why: 'It may be whole, and in use.',
                    fix: `Look at it. If it is whole: terraform untaint '${address}'. If not, add to allow: in stack.yml:\n${allow}`,
                    ...source,
                }, change.address),
            ];
        }
        if (!entries.some((entry) => matches(entry, change.kind, address)))
            return [];
        const verb = { delete: 'deleted', replace: 'replaced', forget: 'forgotten' }[change.action]; // one of `destroys`
        return [
            (0,finding/* finding */.gk)({
                rule: 'protected',
                severity: 'error',
                verdict: 'fail',
                message: `${change.address} is protected, and would be ${verb}.`,
                why: 'What it holds would be lost, or nobody would look after it any more.',
                fix: `If that is meant, add to allow: in the stack's stack.yml, in the same pull request:\n${allow}`,
                ...source,
            }, change.address),
        ];
    });
    const unused = settings.allow
        .filter((each) => !used.has(each))
        .map(({ address, action, source }) => (0,finding/* finding */.gk)({
        rule: 'unused-allow',
        severity: 'warning',
        verdict: 'fail',
        message: `The allowance to ${action} ${address} in ${stack} allows nothing that is planned.`,
        why: 'Left there, it would let a later change pass that nobody has thought about.',
        fix: 'Remove it from stack.yml.',
        source,
    }, `${stack}/${address}/${action}`));
    return [...findings, ...unused];
}

// EXTERNAL MODULE: ./build/actions/provision/src/provisioning.js + 1 modules
var provisioning = __webpack_require__(1107);
// EXTERNAL MODULE: ./build/actions/provision/src/schedule.js
var schedule = __webpack_require__(2640);
// EXTERNAL MODULE: ./build/actions/provision/src/stack/sources.js
var stack_sources = __webpack_require__(7828);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/plan-json.js + 2 modules
var plan_json = __webpack_require__(9358);
;// CONCATENATED MODULE: ./build/actions/provision/src/stack-plan.js


async function planOf(workbench, { stack, sources }, run, world) {
    const tool = await workbench.terraform(stack);
    const init = () => tool.init((0,provisioning/* backendConfig */.bX)(run, stack));
    const plan = () => tool.plan({ varFiles: run.varFiles, destroy: run.command === 'destroy' });
    const store = await workbench.store();
    if (store === undefined) {
        await init();
        return { json: await plan() };
    }
    const { backendWanted, before, expectedOf, loadPlan, savePlan } = await __webpack_require__.e("provision-saved-plan").then(__webpack_require__.bind(__webpack_require__, 2151));
    const expected = expectedOf(run, { stack, sources }, await workbench.tool(stack), world);
    if (run.command === 'plan') {
        await init();
        const earlier = before(stack, world);
        const json = await plan();
        await savePlan(store, tool, stack, expected, earlier, world);
        return { json };
    }
    const saved = await loadPlan(store, tool, expected, backendWanted(run, stack), world);
    await init();
    const by = await store.usedBy(saved);
    if (by === undefined)
        return { json: await tool.show(), saved: { id: saved.id, binding: saved.binding } };
    // A run that is repeated finds nothing left to do; anything else was not reviewed.
    const json = await plan();
    if ((0,plan_json/* changesOf */.fs)(json, stack.name, () => undefined).length === 0)
        return { json };
    const { planUsed } = await __webpack_require__.e("provision-store-plan-store").then(__webpack_require__.bind(__webpack_require__, 4888));
    throw planUsed(stack.folder, by);
}

// EXTERNAL MODULE: ./build/actions/provision/src/store/lock-note.js
var lock_note = __webpack_require__(229);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/terraform.js + 3 modules
var terraform = __webpack_require__(8139);
;// CONCATENATED MODULE: ./build/actions/provision/src/plan.js
/** Plans stacks: reads only. */













/** Reads what was planned. Everything that is secret is masked before anything of it is shown. */
function readStackPlan(planned, stack, run, world) {
    for (const secret of (0,plan_json/* sensitiveValues */.DJ)(planned))
        world.redactor.add(secret);
    const locate = (0,stack_sources/* blockLocator */.uU)(run.code, stack);
    const changes = (0,plan_json/* changesOf */.fs)(planned, stack.name, locate);
    const drift = (0,plan_json/* driftOf */.$p)(planned, stack.name, locate);
    const guarded = { stack: stack.name, changes, tainted: (0,plan_json/* taintedOf */.pH)(planned), settings: stack.settings };
    return {
        changes,
        // To destroy a stack is what somebody typed its name for; what is protected stays so.
        findings: [...guard({ ...guarded, protect: run.protect }), ...drift.map(driftFinding)],
        outputs: (0,plan_json/* plannedOutputs */.hu)(planned),
    };
}
/** Told beside what is planned, because the plan puts it right, or the code should say it. */
function driftFinding(change) {
    const attributes = Object.keys((change.after ?? change.before ?? {}));
    const what = change.action === 'delete' ? 'is gone' : `is different (${attributes.slice(0, 5).join(', ')})`;
    return (0,finding/* finding */.gk)({
        rule: 'drift',
        severity: 'notice',
        verdict: 'fail',
        message: `${change.address} ${what}, although nobody has applied that.`,
        why: 'It was changed outside of this code since it was last applied.',
        fix: 'Look whether the plan puts it back, and whether the code should say it instead.',
        ...(change.source === undefined ? {} : { source: change.source }),
    }, change.address);
}
/** A stack below that has changes, or waits itself: its outputs may not be there yet. */
function waitsFor(stack, done) {
    return stack.dependsOn
        .map(({ to }) => to)
        .find((name) => {
        const below = done.get(name);
        return below !== undefined && (below.changes.length > 0 || below.waitsFor !== undefined);
    });
}
/** What fails only because something below is not applied: its outputs, or a plan that could not be made to be saved. */
const NOT_YET = new Set(['REMOTE_STATE', 'PLAN_MISSING']);
async function planStack(workbench, { stack, sources }, run, world, done) {
    try {
        const { json, saved } = await planOf(workbench, { stack, sources }, run, world);
        const read = readStackPlan(json, stack, run, world);
        world.log.info(`planned ${stack.folder}: ${read.changes.length === 0 ? 'nothing to do' : `${read.changes.length} to change`}`);
        return saved === undefined ? read : { ...read, saved };
    }
    catch (error) {
        const below = waitsFor(stack, done);
        const failures = (0,failure/* failuresIn */.xM)(error);
        const notYet = failures.length > 0 && failures.every(({ code }) => NOT_YET.has(code));
        if (below === undefined || !notYet)
            throw await (0,lock_note/* withHolder */.l1)(error, workbench.bucket, (0,provisioning/* stateKey */.bP)(run, stack));
        world.log.info(`${stack.folder} cannot be planned before ${below} is applied`);
        return { changes: [], findings: [waiting(stack, below)], outputs: {}, waitsFor: below };
    }
}
function waiting(stack, below) {
    const edge = stack.dependsOn.find(({ to }) => to === below);
    return (0,finding/* finding */.gk)({
        rule: 'stack-waits',
        severity: 'warning',
        verdict: 'unknown',
        message: `${stack.name} cannot be planned before ${below} is applied.`,
        why: `It reads outputs that ${below} does not have yet. Nothing is applied that was not shown.`,
        fix: `Merge this, and let the preview run again: then ${stack.name} is planned.`,
        ...(edge === undefined ? {} : { source: edge.source }),
    }, stack.name);
}
/** What a failed stack is on a pull request, where the others are shown nevertheless. */
function failedFinding(stack, { what, why = '', fix = '', source }) {
    return (0,finding/* finding */.gk)({
        rule: 'plan-failed',
        severity: 'error',
        verdict: 'fail',
        message: `${stack.name}: ${what}`,
        why,
        fix,
        ...(source === undefined ? {} : { source }),
    }, `${stack.name}/${what}`);
}
function partsOf(stacks, settled) {
    return stacks.map(({ name }) => {
        const result = settled.get(name);
        if (result?.status === 'skipped')
            return { name, status: 'skipped', note: `builds on ${result.because}` };
        if (result?.status !== 'done')
            return { name, status: 'failed' };
        const { waitsFor: below } = result.value;
        return below === undefined
            ? { name, status: 'planned' }
            : { name, status: 'waiting', note: `until ${below} is applied` };
    });
}
function failedIn(stacks, settled) {
    const found = stacks.flatMap((stack) => {
        const result = settled.get(stack.name);
        if (result?.status !== 'failed')
            return [];
        const failures = (0,failure/* failuresIn */.xM)(result.error);
        if (failures.length === 0)
            throw result.error; // a bug, or a cancelled run
        return failures.map((failure) => ({ failure, finding: failedFinding(stack, failure) }));
    });
    return { findings: found.map((each) => each.finding), failures: found.map((each) => each.failure) };
}
/**
 * @throws Failures when no stack can be planned. Else what could not be planned is a finding of a plan, and a failure
 * that an apply ends with after it has applied the rest.
 */
async function planStacks(run, world) {
    // Named before Terraform makes them: `post` removes them even when this process is killed.
    const missing = run.stacks
        .map(({ folder }) => (0,terraform/* lockFileOf */.LN)((0,external_node_path_.join)(world.workspace, folder)))
        .filter((file) => !(0,external_node_fs_.existsSync)(file));
    world.saveState('lock-files', JSON.stringify(missing));
    const folders = run.graph.stacks.map(({ folder }) => folder);
    // Before anything is planned: planning may make files, also where another stack's module is.
    const sources = new Map(run.stacks.map((stack) => [stack.name, (0,stack_sources/* sourcesOf */.u0)(run.code, stack, folders)]));
    const workbench = await (0,provisioning/* openWorkbench */.eF)(run, world);
    const settled = await (0,schedule/* inDependencyOrder */.V)(run.stacks, run.parallelism, (stack, done) => planStack(workbench, { stack, sources: sources.get(stack.name) ?? {} }, run, world, done));
    await workbench.close();
    world.signal.throwIfAborted();
    const { findings, failures } = failedIn(run.stacks, settled);
    const planned = run.stacks.flatMap(({ name }) => {
        const result = settled.get(name);
        return result?.status === 'done' ? [{ name, ...result.value }] : [];
    });
    const applies = run.command === 'apply' || run.command === 'destroy';
    const changes = planned.flatMap((each) => each.changes);
    // Whoever applies nothing has nothing to go on with.
    if (planned.length === 0 || (applies && changes.length === 0))
        (0,failure/* throwIfAny */.MI)(failures);
    const plan = (0,model_plan/* makePlan */.Cs)({
        step: 'provision',
        target: run.directory,
        createdAt: world.clock(),
        changes,
        findings: [...(applies ? [] : findings), ...planned.flatMap((each) => each.findings)],
        parts: partsOf(run.stacks, settled),
        inputs: {
            stacks: run.stacks.map((stack) => stack.name),
            ...(run.command === 'destroy' ? { destroy: true } : {}),
        },
        sources: Object.assign({}, ...sources.values()),
    });
    // What waits was not even initialised.
    const outputs = Object.fromEntries(planned.flatMap(({ name, waitsFor: below, ...each }) => below === undefined ? [[name, each.outputs]] : []));
    const saved = Object.fromEntries(planned.flatMap((each) => (each.saved === undefined ? [] : [[each.name, each.saved]])));
    return { ...plan, outputs, saved, failures: applies ? failures : [] };
}


/***/ }),

/***/ 2640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ inDependencyOrder)
/* harmony export */ });
/**
 * A stack begins when everything that it builds on is done. One that fails stops only what builds on it.
 * @param limit how many run at the same time
 * @param work gets what came of the stacks that were done before
 */
async function inDependencyOrder(stacks, limit, work) {
    const settled = new Map();
    const done = new Map();
    const names = new Set(stacks.map(({ name }) => name));
    const left = [...stacks];
    const running = new Map();
    const begin = (stack) => {
        const run = async () => {
            try {
                const value = await work(stack, done);
                done.set(stack.name, value);
                settled.set(stack.name, { status: 'done', value });
            }
            catch (error) {
                settled.set(stack.name, { status: 'failed', error });
            }
            running.delete(stack.name);
        };
        running.set(stack.name, run());
    };
    while (left.length > 0 || running.size > 0) {
        for (let index = 0; index < left.length;) {
            const stack = left[index];
            if (stack === undefined)
                break;
            const below = stack.dependsOn.map(({ to }) => to).filter((name) => names.has(name));
            const stopped = below.find((name) => (settled.get(name)?.status ?? 'done') !== 'done');
            if (stopped !== undefined)
                settled.set(stack.name, { status: 'skipped', because: stopped });
            else if (below.every((name) => settled.has(name)) && running.size < limit)
                begin(stack);
            else {
                index++;
                continue;
            }
            left.splice(index, 1);
            // What was just settled may decide about one before it.
            if (stopped !== undefined)
                index = 0;
        }
        if (running.size === 0)
            break;
        await Promise.race(running.values());
    }
    return settled;
}


/***/ })

};
