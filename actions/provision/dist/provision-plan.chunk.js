export const id = "provision-plan";
export const ids = ["provision-plan"];
export const modules = {

/***/ 2548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planStacks: () => (/* binding */ planStacks),
  readPlanJson: () => (/* binding */ readPlanJson)
});

// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/toolkit/model/plan.js + 2 modules
var model_plan = __webpack_require__(206);
// EXTERNAL MODULE: ./build/toolkit/model/change.js
var change = __webpack_require__(2719);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/mask.js
var mask = __webpack_require__(5548);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/secrets.js
var secrets = __webpack_require__(2271);
;// CONCATENATED MODULE: ./build/actions/provision/src/changes/reasons.js
/** Every `action_reason` that Terraform and OpenTofu document. */
const reasons = {
    replace_because_tainted: 'an earlier run was interrupted while it made this, so Terraform would make it anew',
    replace_because_cannot_update: 'it cannot be changed in place',
    replace_by_request: 'its replacement was asked for',
    replace_by_triggers: 'what replace_triggered_by names has changed',
    delete_because_no_resource_config: 'it is no longer in the code',
    delete_because_no_module: 'its module is no longer in the code',
    delete_because_wrong_repetition: 'it has an instance key where the code has none, or the other way round',
    delete_because_count_index: 'its index is beyond count',
    delete_because_each_key: 'its key is no longer in for_each',
    delete_because_no_move_target: 'nothing is declared where a moved block leads to',
};
function pathText(path) {
    return path
        .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
        .join('')
        .replace(/^\./, '');
}
/** At most so many attributes are named. */
const MOST_PATHS = 5;
/** @returns undefined when there is nothing to add to what the change shows */
function reasonOf(resource, action) {
    const { action_reason = '', previous_address, address, deposed, change } = resource;
    const paths = Array.isArray(change.replace_paths) ? change.replace_paths.filter(Array.isArray) : [];
    const named = [...new Set(paths.map(pathText))];
    const because = action_reason === 'replace_because_cannot_update' && named.length > 0
        ? `${named
            .slice(0, MOST_PATHS)
            .map((path) => `\`${path}\``)
            .join(', ')}${named.length > MOST_PATHS ? ' and more' : ''} cannot be changed in place`
        : reasons[action_reason];
    const parts = [
        action === 'replace' && change.actions[0] === 'create'
            ? 'the new one is made before the old one is deleted'
            : undefined,
        because,
        previous_address !== undefined && previous_address !== address ? `was ${previous_address}` : undefined,
        change.importing?.id === undefined ? undefined : `exists as ${change.importing.id}`,
        deposed === undefined ? undefined : 'was replaced before, and could not be deleted then',
        action === 'forget' ? 'it stays, and nobody looks after it any more' : undefined,
    ].filter((each) => each !== undefined);
    return parts.length === 0 ? undefined : parts.join('; ');
}

;// CONCATENATED MODULE: ./build/actions/provision/src/changes/changes.js
/** What Terraform plans for a stack as changes: masked, and only what differs. */




const known = {
    create: 'create',
    update: 'update',
    delete: 'delete',
    forget: 'forget',
    'delete create': 'replace',
    'create delete': 'replace',
    'create forget': 'replace',
};
function actionOf({ change, previous_address, address }) {
    const action = known[change.actions.join(' ')] ?? 'none';
    if (change.importing !== undefined && action !== 'replace')
        return 'import';
    const moved = previous_address !== undefined && previous_address !== address;
    return action === 'none' && moved ? 'move' : action;
}
/** The texts that Terraform marks as sensitive. */
function markedIn({ before, after, before_sensitive, after_sensitive }) {
    const found = [];
    const collect = (value, marker) => {
        if (marker === true) {
            if (typeof value === 'string')
                found.push(value);
            else if (Array.isArray(value))
                for (const item of value)
                    collect(item, true);
            else if ((0,mask/* isRecord */.u4)(value))
                for (const item of Object.values(value))
                    collect(item, true);
        }
        else if (Array.isArray(marker))
            for (const [index, inner] of marker.entries())
                collect((0,mask/* part */.y_)(value, index), inner);
        else if ((0,mask/* isRecord */.u4)(marker))
            for (const [key, inner] of Object.entries(marker))
                collect((0,mask/* part */.y_)(value, key), inner);
    };
    collect(before, before_sensitive);
    collect(after, after_sensitive);
    return found;
}
/** The texts in a change that are secrets, although no provider marked them. */
function unmarkedIn({ before, after }, name = '') {
    return [...new Set([...(0,secrets/* unmarkedSecrets */.V)(before, name), ...(0,secrets/* unmarkedSecrets */.V)(after, name)])];
}
/** Every text that is sensitive, marked or not, so that it can be masked before anything is printed. */
function sensitiveValues(plan) {
    const resources = [...(plan.resource_changes ?? []), ...(plan.resource_drift ?? [])];
    return [
        ...resources.flatMap(({ change }) => [...markedIn(change), ...unmarkedIn(change)]),
        ...Object.entries(plan.output_changes ?? {}).flatMap(([name, change]) => [
            ...markedIn(change),
            ...unmarkedIn(change, name),
        ]),
        ...Object.entries(plan.planned_values?.outputs ?? {}).flatMap(([name, { value }]) => (0,secrets/* unmarkedSecrets */.V)(value, name)),
    ];
}
/** Two secrets that differ look alike when they are masked: then `after` says that it is another one. */
function distinguished(before, after, plain) {
    if (typeof after === 'string') {
        if (after !== before ||
            JSON.stringify(plain.before) === JSON.stringify(plain.after) ||
            !after.includes(change/* SENSITIVE */.NP))
            return after;
        return after.replaceAll(change/* SENSITIVE */.NP, change/* SENSITIVE_CHANGED */.aQ);
    }
    const inner = (key) => distinguished((0,mask/* part */.y_)(before, key), (0,mask/* part */.y_)(after, key), {
        before: (0,mask/* part */.y_)(plain.before, key),
        after: (0,mask/* part */.y_)(plain.after, key),
    });
    if (Array.isArray(after))
        return after.map((_item, index) => inner(index));
    // A value that is sensitive as a whole has no members any more.
    return (0,mask/* isRecord */.u4)(after) ? (0,mask/* record */.g1)(Object.keys(after).map((key) => [key, inner(key)])) : after;
}
/** `before` and `after` of the attributes that differ; all of them when something is made or deleted. */
function values(change, name = '') {
    const secrets = unmarkedIn(change, name).sort((a, b) => b.length - a.length);
    const before = (0,mask/* without */.FF)((0,mask/* withoutMarked */.dZ)(change.before, change.before_sensitive, undefined), secrets);
    const hidden = (0,mask/* without */.FF)((0,mask/* withoutMarked */.dZ)(change.after, change.after_sensitive, change.after_unknown), secrets);
    const after = distinguished(before, hidden, { before: change.before, after: change.after });
    if (change.before === null || change.before === undefined)
        return { after: withoutNulls(after) };
    if (change.after === null || change.after === undefined)
        return { before: withoutNulls(before) };
    if (!(0,mask/* isRecord */.u4)(before) || !(0,mask/* isRecord */.u4)(after))
        return { before, after };
    const differs = (key) => JSON.stringify((0,mask/* part */.y_)(before, key)) !== JSON.stringify((0,mask/* part */.y_)(after, key));
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(differs);
    const pick = (value) => (0,mask/* record */.g1)(keys.flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]])));
    return { before: pick(before), after: pick(after) };
}
/** Attributes that nobody set say nothing. */
function withoutNulls(value) {
    if (!(0,mask/* isRecord */.u4)(value))
        return value;
    return (0,mask/* record */.g1)(Object.entries(value).flatMap(([key, member]) => (member === null ? [] : [[key, member]])));
}
function sourceOf(locate, module, header) {
    const source = locate(module, header);
    return source === undefined ? {} : { source };
}
function changeOf(resource, stack, locate) {
    const { address, module_address = '', type, name, deposed, change } = resource;
    const action = actionOf(resource);
    const note = reasonOf(resource, action);
    const shown = values(change);
    // What only moves or is taken over as it is has no attribute that differs.
    const quiet = action === 'move' || (action === 'import' && change.actions.join() === 'no-op');
    return {
        action,
        address: `${stack}/${address}${deposed === undefined ? '' : ` (deposed ${deposed})`}`,
        kind: type,
        ...(quiet ? {} : shown),
        ...sourceOf(locate, module_address, `resource "${type}" "${name}"`),
        ...(note === undefined ? {} : { note }),
    };
}
function outputChange(name, change, stack, locate) {
    return {
        action: known[change.actions.join(' ')] ?? 'none',
        address: `${stack}/output.${name}`,
        kind: 'output',
        ...values(change, name),
        ...sourceOf(locate, '', `output "${name}"`),
    };
}
/** What the plan would do, in Terraform's own order; data sources are only read. */
function plannedChanges(plan, stack, locate) {
    const resources = (plan.resource_changes ?? []).filter(({ mode }) => mode === 'managed');
    return [
        ...resources.map((resource) => changeOf(resource, stack, locate)),
        ...Object.entries(plan.output_changes ?? {}).map(([name, change]) => outputChange(name, change, stack, locate)),
    ].filter(({ action }) => action !== 'none');
}
/** What has changed outside of Terraform since it was last applied; nothing of it is done by the plan. */
function driftOf(plan, stack, locate) {
    return (plan.resource_drift ?? [])
        .filter(({ mode }) => mode === 'managed')
        .map((resource) => changeOf(resource, stack, locate))
        .filter(({ action }) => action === 'update' || action === 'delete');
}
/** Addresses of what would be made anew only because a run was interrupted while it made it. */
function taintedOf({ resource_changes = [] }) {
    return new Set(resource_changes
        .filter(({ action_reason }) => action_reason === 'replace_because_tainted')
        .map(({ address }) => address));
}
/** The outputs that are known and not sensitive. */
function plannedOutputs(plan) {
    return Object.fromEntries(Object.entries(plan.planned_values?.outputs ?? {})
        .filter(([, output]) => output.sensitive !== true && output.value !== undefined)
        .map(([name, output]) => [name, (0,mask/* withoutSecrets */.cT)(output.value, name)]));
}

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

// EXTERNAL MODULE: ./build/actions/provision/src/inputs/backend-config.js
var backend_config = __webpack_require__(1066);
// EXTERNAL MODULE: ./build/actions/provision/src/stack/schedule.js
var schedule = __webpack_require__(4445);
// EXTERNAL MODULE: ./build/actions/provision/src/stack/sources.js
var stack_sources = __webpack_require__(7828);
// EXTERNAL MODULE: ./build/actions/provision/src/store/lock-note.js
var lock_note = __webpack_require__(229);
;// CONCATENATED MODULE: ./build/actions/provision/src/terraform-plan.js


async function terraformPlanOf(workbench, { stack, sources }, run, world) {
    const tool = await workbench.terraform(stack);
    const init = () => tool.init((0,backend_config/* backendConfig */.bX)(run, stack));
    const plan = () => tool.plan({ varFiles: run.varFiles.map(({ file }) => file), destroy: run.command === 'destroy' });
    if (run.planStore === undefined) {
        await init();
        return { json: await plan() };
    }
    const { backendWanted, bundleOf, expectedOf, filesBefore, loadBundle } = await __webpack_require__.e("provision-bundle").then(__webpack_require__.bind(__webpack_require__, 6992));
    const { commit } = run.planStore;
    const expected = expectedOf(run, commit, { stack, sources }, await workbench.tool(stack), world);
    if (run.command === 'plan') {
        await init();
        const earlier = filesBefore(stack, world);
        const json = await plan();
        return { json, bundle: bundleOf(tool, stack, expected, earlier, world) };
    }
    const store = await workbench.store(run.planStore);
    const { id, binding } = await loadBundle(store, tool, expected, backendWanted(run, stack), world);
    await init();
    const by = await store.usedBy({ id, binding });
    if (by === undefined)
        return { json: await tool.show(), saved: { id, binding } };
    // A run that is repeated finds nothing left to do; anything else was not reviewed.
    const json = await plan();
    if (plannedChanges(json, stack.name, () => undefined).length === 0)
        return { json };
    const { planUsed } = await __webpack_require__.e("provision-store-plan-store").then(__webpack_require__.bind(__webpack_require__, 4888));
    throw planUsed(stack.folder, by);
}

;// CONCATENATED MODULE: ./build/actions/provision/src/plan.js










/** Reads what was planned. Everything that is secret is masked before anything of it is shown. */
function readPlanJson(planned, stack, run, world) {
    for (const secret of sensitiveValues(planned))
        world.redactor.add(secret);
    const locate = (0,stack_sources/* blockLocator */.uU)(run.code, stack);
    const changes = plannedChanges(planned, stack.name, locate);
    const drift = driftOf(planned, stack.name, locate);
    const guarded = { stack: stack.name, changes, tainted: taintedOf(planned), settings: stack.settings };
    return {
        changes,
        // To destroy a stack is what somebody typed its name for; what is protected stays so.
        findings: [...guard({ ...guarded, protect: run.protect }), ...drift.map(driftFinding)],
        outputs: plannedOutputs(planned),
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
        const { json, ...kept } = await terraformPlanOf(workbench, { stack, sources }, run, world);
        const read = readPlanJson(json, stack, run, world);
        world.log.info(`planned ${stack.folder}: ${read.changes.length === 0 ? 'nothing to do' : `${read.changes.length} to change`}`);
        return { ...read, ...kept };
    }
    catch (error) {
        const below = waitsFor(stack, done);
        const failures = (0,failure/* failuresIn */.xM)(error);
        const notYet = failures.length > 0 && failures.every(({ code }) => NOT_YET.has(code));
        if (below === undefined || !notYet)
            throw await (0,lock_note/* withHolder */.l1)(error, workbench.bucket, (0,backend_config/* stateKey */.bP)(run, stack));
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
async function planStacks(run, workbench, world) {
    const folders = run.graph.stacks.map(({ folder }) => folder);
    // Before anything is planned: planning may make files, also where another stack's module is.
    const sources = new Map(run.stacks.map((stack) => [stack.name, (0,stack_sources/* sourcesOf */.u0)(run.code, stack, folders)]));
    const settled = await (0,schedule/* inDependencyOrder */.V)(run.stacks, run.parallelism, (stack, done) => planStack(workbench, { stack, sources: sources.get(stack.name) ?? {} }, run, world, done));
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
    return {
        plan: { ...plan, outputs, saved, failures: applies ? failures : [] },
        bundles: planned.flatMap(({ bundle }) => (bundle === undefined ? [] : [bundle])),
    };
}


/***/ }),

/***/ 4445:
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


/***/ }),

/***/ 7828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u0: () => (/* binding */ sourcesOf),
/* harmony export */   uU: () => (/* binding */ blockLocator),
/* harmony export */   xm: () => (/* binding */ isPartOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(179);
/** The files that a stack is made of, and where in them its resources are declared. */




/** Everything in a folder counts: templates and policies are read by the code. What tests leave behind does not. */
const GENERATED = /^(?:errored\.tfstate|.*\.tfplan|\.terraform\.tfstate\.lock\.info|crash\.log)$/;
/**
 * Whether a file in or beneath a folder of code can decide what is planned with it: not what explains, shows or tests
 * it, and not what belongs to a stack within it.
 */
function isPartOf(folder, file, stacks) {
    const beneath = (outer, path) => outer === '.' || path.startsWith(`${outer}/`);
    if (!beneath(folder, file))
        return false;
    const inner = folder === '.' ? file : file.slice(folder.length + 1);
    if (/^(?:examples|tests)\//.test(inner) || /\.(?:md|tftest\.hcl)$/.test(inner) || GENERATED.test(inner))
        return false;
    return !stacks.some((other) => other !== folder && beneath(folder, other) && beneath(other, file));
}
/**
 * Path → sha256 of every file that a stack and its modules are made of.
 * @param stacks the folders of all stacks
 */
function sourcesOf(code, { modules }, stacks) {
    const files = [...new Set(modules.values())].flatMap((folder) => (0,_toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_3__/* .filesUnder */ .m)(code.workspace, folder, /./).filter((file) => isPartOf(folder, file, stacks)));
    return Object.fromEntries([...new Set(files)].sort().map((file) => [
        file,
        (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
            .update((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(code.workspace, file)))
            .digest('hex'),
    ]));
}
const blockOf = /^(\w+)((?: "[^"]*")*)$/;
/** Where a resource or output is declared: its block in the code of its module. */
function blockLocator(code, { modules }) {
    return (module, header) => {
        const folder = modules.get(module.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, ''));
        const [, type = '', labels = ''] = blockOf.exec(header) ?? [];
        if (folder === undefined || type === '')
            return undefined;
        const wanted = labels.trim().replaceAll('"', '').split(' ');
        const found = code
            .declarations(folder)
            .find(({ block }) => block.type === type && block.labels.join(' ') === wanted.join(' '));
        return found === undefined ? undefined : { file: found.file, line: found.block.line };
    };
}


/***/ }),

/***/ 229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   dW: () => (/* binding */ withNote),
/* harmony export */   l1: () => (/* binding */ withHolder)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4377);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/**
 * Who applies right now, beside the lock of the state: Terraform's own lock names a user and a host, which on a runner
 * say nothing. The note ends in `.tflock` like the lock, so that whoever may write that may write this.
 */


const Note = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ run: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), actor: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), since: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$() });
function noteKey(stateKey) {
    return `${stateKey}.run.tflock`;
}
/**
 * Leaves a note while something is applied. Whatever goes wrong with it never fails the apply: it is a courtesy.
 * @param stateKey of the state in the bucket
 */
async function withNote(bucket, stateKey, world, work) {
    const key = noteKey(stateKey);
    const { run, clock, log } = world;
    const note = { run: run.url, actor: run.actor, since: clock().toISOString() };
    const quietly = async (step) => {
        try {
            return await step();
        }
        catch (error) {
            log.debug(`the note beside the lock: ${error instanceof Error ? error.message : String(error)}`);
            return false;
        }
    };
    const left = await quietly(async () => {
        if (await bucket.put(key, JSON.stringify(note), { once: true }))
            return true;
        // Of a run that was killed, when nobody holds the lock.
        if ((await bucket.get(`${stateKey}.tflock`)) !== undefined)
            return false;
        return bucket.put(key, JSON.stringify(note));
    });
    try {
        return await work();
    }
    finally {
        if (left)
            await quietly(() => bucket.delete(key).then(() => true));
    }
}
/** @returns undefined when there is none, or it cannot be read */
async function read(bucket, key, shape) {
    try {
        const bytes = await bucket.get(key);
        if (bytes === undefined)
            return undefined;
        return shape.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
    }
    catch {
        return undefined; // to tell less is better than to fail
    }
}
function readNote(bucket, stateKey) {
    return read(bucket, noteKey(stateKey), Note);
}
function wordsOf({ actor, since, run }) {
    return `${actor} applies since ${since}: ${run}`;
}
/** What Terraform's S3 backend writes into `<key>.tflock`, as far as people want to know it. */
const Lock = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ Who: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), Operation: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), Created: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$() });
/**
 * Who this run waits for, for people.
 * @param since when this run asked for the lock: an older one is somebody else's
 * @returns undefined when nobody else holds it, or nobody knows: Terraform says that it waits as well when it is slow
 */
async function holderOf(bucket, stateKey, { since, world }) {
    const [lock, note] = await Promise.all([
        read(bucket, `${stateKey}.tflock`, Lock),
        readNote(bucket, stateKey),
    ]);
    if (lock === undefined)
        return undefined;
    if (note !== undefined && note.run !== world.run.url)
        return wordsOf(note);
    if (new Date(lock.Created) >= since)
        return undefined;
    return `${lock.Who} since ${lock.Created} (${lock.Operation})`;
}
/** The same error; when the lock is held by somebody else, with the run that holds it. */
async function withHolder(error, bucket, stateKey) {
    const locked = (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(error).find(({ code }) => code === 'STATE_LOCKED');
    if (locked === undefined)
        return error;
    const note = await readNote(await bucket(), stateKey);
    if (note === undefined)
        return error;
    const { code, what, why = '', fix = '' } = locked;
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code,
        what,
        why: `${why} ${wordsOf(note)}.`.trim(),
        fix,
        cause: error,
    });
}


/***/ }),

/***/ 5548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   dZ: () => (/* binding */ withoutMarked),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   u4: () => (/* binding */ isRecord),
/* harmony export */   y_: () => (/* binding */ part)
/* harmony export */ });
/* harmony import */ var _toolkit_model_change_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2719);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2271);
/** JSON values with what is secret, or not known yet, replaced. */


/** A value with what is sensitive or unknown in it replaced; the markers have the value's own shape. */
function withoutMarked(value, sensitive, unknown) {
    if (sensitive === true)
        return _toolkit_model_change_ts__WEBPACK_IMPORTED_MODULE_0__/* .SENSITIVE */ .NP;
    if (unknown === true)
        return _toolkit_model_change_ts__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN */ .HV;
    if (Array.isArray(value) || Array.isArray(unknown)) {
        const items = Array.isArray(value) ? value : [];
        const markers = Array.isArray(unknown) ? unknown : [];
        const length = Math.max(items.length, markers.length);
        return Array.from({ length }, (_, index) => withoutMarked(items[index], part(sensitive, index), markers[index]));
    }
    if (isRecord(value) || isRecord(unknown)) {
        const keys = new Set([
            ...Object.keys(isRecord(value) ? value : {}),
            ...Object.keys(isRecord(unknown) ? unknown : {}),
        ]);
        return record([...keys].map((key) => [
            key,
            withoutMarked(part(value, key), part(sensitive, key), part(unknown, key)),
        ]));
    }
    return (value ?? null); // a scalar of parsed JSON
}
/** Without a prototype: an attribute may be called like something that every object has. */
function record(entries) {
    const made = Object.create(null);
    for (const [key, value] of entries)
        made[key] = value;
    return made;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function part(value, key) {
    if (Array.isArray(value))
        return value[Number(key)];
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** In JSON within a text a secret is written with its escapes. */
function hide(text, secret) {
    return text.replaceAll(secret, _toolkit_model_change_ts__WEBPACK_IMPORTED_MODULE_0__/* .SENSITIVE */ .NP).replaceAll(JSON.stringify(secret).slice(1, -1), _toolkit_model_change_ts__WEBPACK_IMPORTED_MODULE_0__/* .SENSITIVE */ .NP);
}
/** The same value without these texts: what is one of them is sensitive as a whole. */
function without(value, secrets) {
    if (secrets.length === 0)
        return value;
    if (typeof value === 'string')
        return secrets.includes(value) ? _toolkit_model_change_ts__WEBPACK_IMPORTED_MODULE_0__/* .SENSITIVE */ .NP : secrets.reduce((text, secret) => hide(text, secret), value);
    if (Array.isArray(value))
        return value.map((item) => without(item, secrets));
    if (!isRecord(value))
        return value;
    return record(Object.entries(value).map(([key, member]) => [key, without(member, secrets)]));
}
/** A value that nobody marked as sensitive, without what is so nevertheless. */
function withoutSecrets(value, name) {
    // The longest first: one may be part of another.
    const secrets = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .unmarkedSecrets */ .V)(value, name).sort((a, b) => b.length - a.length);
    return without(value, secrets); // parsed JSON
}


/***/ }),

/***/ 2271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ unmarkedSecrets)
/* harmony export */ });
/* unused harmony export entropyOf */
/**
 * Secrets that no provider has marked: found by the name of their attribute, by a shape that only secrets have, and by
 * how random they look. What is found is masked wherever it stands; a plan in which ids and hashes are masked, too,
 * cannot be read any more, so those are told apart.
 */
/** Shorter values would mask ordinary words. */
const SHORTEST = 6;
/** Deeper values, and JSON within JSON, are not looked into. */
const DEEPEST = 40;
/** What secrets are called: whole words of a name in snake_case, kebab-case or camelCase. */
const SECRET_NAME = /(?:^|_)(?:password|passwd|pwd|pass|passphrase|secret|secrets|token|api_?key|apikey|private_key|signing_key|encryption_key|access_key|secret_key|auth_key|shared_key|account_key|license_key|client_secret|credential|credentials|connection_string|conn_str|dsn|auth_string|psk|preshared_key|webhook_url|sas_url)(?:_(?:base64|b64|value|text|string|plain|plaintext|data|wo|\d+))?$/;
/** What is said about a secret, and is none: `password_length`, `secret_name`, `token_type`, `manage_master_user_password`. */
const ABOUT = /(?:^|_)(?:manage|enable|enabled|require|required|use|uses|has|is|allow|rotate|reset|store|generate|create|delete|ignore|min|max|minimum|maximum)_.*(?:password|secret|token|key|pass)|(?:^|_)(?:public_key|key_id|token_type|secret_type|pass_through)$/;
/** Attributes whose values look random and are none of anybody's business to hide. */
const PUBLIC_NAME = /(?:^|_)(?:arn|arns|id|ids|uid|guid|uuid|hash|sha\d*|sha_\d+|md5|etag|e_tag|digest|checksum|fingerprint|thumbprint|thumbprints|serial|version|versions|name|names|prefix|suffix|public_key|certificate|certificate_body|certificate_chain|ca_data|ca_cert|ca|cert|image|ami|url|uri|endpoint|domain|zone|region|path|key_name|kms_key|lineage|description|sub|aud|audience|subject)$/;
/** Shapes that nothing else has; the first group, when there is one, is the secret within. */
const shapes = [
    /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----[\s\S]+?-----END (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/g,
    /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
    /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,}|glpat-[\w-]{20,})/g,
    /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/g,
    /\bxox[abeprs]-[A-Za-z0-9-]{10,}/g,
    /\bhttps:\/\/hooks\.slack\.com\/services\/([A-Z0-9]+\/[A-Z0-9]+\/[A-Za-z0-9]+)/g,
    /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}/g,
    /\bwhsec_[A-Za-z0-9+/=]{24,}/g,
    /\bsk-(?:[a-z]+-)*[A-Za-z0-9_-]{20,}/g,
    /\bAIza[A-Za-z0-9_-]{35}\b/g,
    /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g,
    /\bnpm_[A-Za-z0-9]{36}\b/g,
    /\bdop_v1_[a-f0-9]{64}\b/g,
    /\bhv[sbr]\.[A-Za-z0-9_-]{24,}/g,
    /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/g,
    /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:([^\s/@]{3,})@/gi,
    /(?<![:\w])[\w-]*(?:password|passwd|pwd|secret|token|api[_-]?key|AccountKey|SharedAccessKey)\s*[=:]\s*["']?([^\s"';,&]{6,})/gi,
    /\b(?:Bearer|Basic)\s+([A-Za-z0-9._~+/-]{16,}=*)/g,
];
/** Values that only stand for something: references, placeholders, switches. */
const STANDS_FOR = /^(?:true|false|null|none|\$\{.*\}|\$\(?\w+\)?|\{\{.*\}\}|<.*>|arn:.*|\(.*\)|\*+|(?:ssm:)?\/[\w./-]+)$/is;
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** `dbPassword`, `DB-PASSWORD` → `db_password` */
function snakeCase(name) {
    return name
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .replace(/[^A-Za-z0-9]+/g, '_')
        .toLowerCase();
}
function parsed(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined; // only begins like JSON
    }
}
/** Every text, by the name of the attribute that it belongs to; JSON in a text is looked into. */
function walk(value, name, visit, depth = 0) {
    if (depth > DEEPEST)
        return;
    if (typeof value === 'string') {
        const inner = parsed(value);
        if (inner === undefined)
            visit(name, value);
        else
            walk(inner, name, visit, depth + 1);
    }
    else if (Array.isArray(value))
        for (const item of value)
            walk(item, name, visit, depth + 1);
    else if (isRecord(value)) {
        // `{ name = "DB_PASSWORD", value = "…" }`, as in the environment of a container.
        const called = value['name'] ?? value['key'] ?? value['Name'] ?? value['Key'] ?? value['parameter_key'];
        for (const [key, member] of Object.entries(value)) {
            const named = typeof called === 'string' && /^(?:value|values|parameter_value)$/i.test(key);
            walk(member, named ? called : key, visit, depth + 1);
        }
    }
}
/** Bits for each character: 4 at most for hexadecimal digits, 6 for base64. */
function entropyOf(text) {
    const counts = new Map();
    for (const character of text)
        counts.set(character, (counts.get(character) ?? 0) + 1);
    const length = [...text].length;
    return [...counts.values()].reduce((sum, count) => sum - (count / length) * Math.log2(count / length), 0);
}
/** Whether a single word looks like what a generator of passwords or keys makes. */
function looksRandom(word) {
    if (word.length < 20 || word.length > 512 || !/^[A-Za-z0-9+/=_!@#$%^&*~.-]+$/.test(word))
        return false;
    // Hexadecimal: ids, commits and digests. Words: `omninode-dev-flow-logs`, `vpc-0a1b2c`.
    if (/^[0-9a-f-]+$/i.test(word) || /^[a-z0-9]+(?:[-_./][a-z0-9]+)*$/.test(word))
        return false;
    const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(word)).length;
    const switches = word.match(/[a-z][A-Z0-9]|[A-Z0-9][a-z]/g)?.length ?? 0;
    // Names in camelCase change seldom; what is random does so all the time.
    return kinds === 3 && switches >= word.length / 5 && entropyOf(word) >= 3.8;
}
function secretsInText(name, text) {
    const called = snakeCase(name);
    if (text.length < SHORTEST)
        return [];
    const found = [];
    for (const shape of shapes)
        for (const [whole, inner] of text.matchAll(shape)) {
            const secret = inner ?? whole;
            if (secret.length >= SHORTEST && !STANDS_FOR.test(secret))
                found.push(secret);
        }
    const named = SECRET_NAME.test(called) && !ABOUT.test(called);
    if (named && !STANDS_FOR.test(text))
        found.push(text);
    if (!named && !PUBLIC_NAME.test(called))
        found.push(...text.split(/[\s"'`,;<>(){}[\]|=]+/).filter((word) => looksRandom(word) && !word.includes('.')));
    return found;
}
/**
 * The texts in a value that are secrets, although nobody says so.
 * @param name of the attribute, when the value is not an object with names of its own
 */
function unmarkedSecrets(value, name = '') {
    const found = new Set();
    walk(value, name, (called, text) => {
        for (const secret of secretsInText(called, text))
            found.add(secret);
    });
    return [...found];
}


/***/ }),

/***/ 179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ filesUnder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);



/** What tools put into a checkout; nobody wrote it by hand. */
const skipped = new Set(['.git', 'node_modules', 'dist', '.terraform']);
function byName(a, b) {
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
function walk(root, folder, matches) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder), { withFileTypes: true })
        .sort(byName)
        .flatMap((entry) => {
        const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
        // Links are not followed: they may lead out of the checkout, or in circles.
        if (entry.isDirectory())
            return skipped.has(entry.name) ? [] : walk(root, path, matches);
        return entry.isFile() && matches.test(entry.name) ? [path] : [];
    });
}
/**
 * The files at or beneath a path whose names match, in a stable order, as paths relative to `root` with `/`.
 * A path that is itself a file is taken whatever its name.
 * @throws Failure PATH_OUTSIDE or PATH_MISSING.
 */
function filesUnder(root, path, matches) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(path).replace(/(?<=.)\/$/, '');
    if (node_path__WEBPACK_IMPORTED_MODULE_1__.posix.isAbsolute(relative) || relative === '..' || relative.startsWith('../')) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'PATH_OUTSIDE',
            what: `The path ${path} is not within the checkout.`,
            fix: 'Name it relative to the root of the repository.',
        });
    }
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, relative), { throwIfNoEntry: false });
    if (found === undefined) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'PATH_MISSING',
            what: `The path ${path} does not exist.`,
            fix: 'Correct it, and make sure that the repository is checked out.',
        });
    }
    return found.isDirectory() ? walk(root, relative, matches) : [relative];
}


/***/ })

};
