export const id = "provision-plan";
export const ids = [192,592];
export const modules = {

/***/ 749:
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
// EXTERNAL MODULE: ./build/toolkit/model/sensitive.js
var model_sensitive = __webpack_require__(6183);
// EXTERNAL MODULE: ./build/toolkit/model/change.js
var change = __webpack_require__(2719);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/mask.js + 2 modules
var mask = __webpack_require__(3878);
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
function textsIn(value) {
    if (typeof value === 'string')
        return [value];
    if (Array.isArray(value))
        return value.flatMap(textsIn);
    return (0,mask/* isRecord */.u4)(value) ? Object.values(value).flatMap(textsIn) : [];
}
/** Every text that Terraform marks as sensitive, so that it can be masked before anything is printed. */
function sensitiveValues(plan) {
    const changes = [
        ...(plan.resource_changes ?? []).map(({ change }) => change),
        ...(plan.resource_drift ?? []).map(({ change }) => change),
        ...Object.values(plan.output_changes ?? {}),
    ];
    return changes.flatMap(({ before, after, before_sensitive, after_sensitive }) => [...(0,mask/* marked */.xI)(before, before_sensitive), ...(0,mask/* marked */.xI)(after, after_sensitive)].flatMap(({ value }) => textsIn(value)));
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
/** Place → value, of what is hidden in the members that are shown; of all members unless `keys` says which. */
function hiddenIn(hidden, keys) {
    const shown = keys === undefined ? hidden : hidden.filter(({ path }) => keys.includes(String(path[0])));
    // Of a text that is wrapped, and a secret within: both.
    const places = Map.groupBy(shown, ({ path }) => JSON.stringify(path));
    return Object.fromEntries([...places].map(([place, all]) => [place, all.map(({ value }) => value)]));
}
/** `before` and `after` of the attributes that differ; all of them when something is made or deleted. */
function values(change, name = '') {
    const old = (0,mask/* withoutGuesses */.m8)((0,mask/* withoutMarked */.dZ)(change.before, change.before_sensitive, undefined), name);
    const next = (0,mask/* withoutGuesses */.m8)((0,mask/* withoutMarked */.dZ)(change.after, change.after_sensitive, change.after_unknown), name);
    const hiddenBefore = [...(0,mask/* marked */.xI)(change.before, change.before_sensitive), ...old.hidden];
    const hiddenAfter = [...(0,mask/* marked */.xI)(change.after, change.after_sensitive), ...next.hidden];
    const before = old.value;
    const after = distinguished(before, next.value, { before: change.before, after: change.after });
    const made = (shown, keys) => {
        const hidden = {
            before: 'before' in shown ? hiddenIn(hiddenBefore, keys) : {},
            after: 'after' in shown ? hiddenIn(hiddenAfter, keys) : {},
        };
        const none = [hidden.before, hidden.after].every((side) => Object.keys(side).length === 0);
        return { shown, hidden: none ? undefined : hidden, guesses: [...old.secrets, ...next.secrets] };
    };
    if (change.before === null || change.before === undefined)
        return made({ after: withoutNulls(after) });
    if (change.after === null || change.after === undefined)
        return made({ before: withoutNulls(before) });
    if (!(0,mask/* isRecord */.u4)(before) || !(0,mask/* isRecord */.u4)(after))
        return made({ before, after });
    const differs = (key) => JSON.stringify((0,mask/* part */.y_)(before, key)) !== JSON.stringify((0,mask/* part */.y_)(after, key));
    const wrapped = (key) => {
        // Only how it is wrapped may differ, and then what is shown does not.
        const raw = (side) => JSON.stringify(hiddenIn(side, [key]));
        return raw(old.hidden) !== raw(next.hidden);
    };
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => differs(key) || wrapped(key));
    const pick = (value) => (0,mask/* record */.g1)(keys.flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]])));
    return made({ before: pick(before), after: pick(after) }, keys);
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
    const { shown, hidden, guesses } = values(change);
    // What only moves or is taken over as it is has no attribute that differs.
    const quiet = action === 'move' || (action === 'import' && change.actions.join() === 'no-op');
    return {
        change: {
            action,
            address: `${stack}/${address}${deposed === undefined ? '' : ` (deposed ${deposed})`}`,
            kind: type,
            ...(quiet ? {} : shown),
            ...sourceOf(locate, module_address, `resource "${type}" "${name}"`),
            ...(note === undefined ? {} : { note }),
        },
        hidden: quiet ? undefined : hidden,
        guesses,
    };
}
function outputChange(name, change, stack, locate) {
    const { shown, hidden, guesses } = values(change, name);
    return {
        change: {
            action: known[change.actions.join(' ')] ?? 'none',
            address: `${stack}/output.${name}`,
            kind: 'output',
            ...shown,
            ...sourceOf(locate, '', `output "${name}"`),
        },
        hidden,
        guesses,
    };
}
/** What the plan would do. */
function plannedChanges(plan, stack, locate) {
    const resources = (plan.resource_changes ?? []).filter(({ mode }) => mode === 'managed');
    const told = [
        ...resources.map((resource) => changeOf(resource, stack, locate)),
        ...Object.entries(plan.output_changes ?? {}).map(([name, change]) => outputChange(name, change, stack, locate)),
    ].filter(({ change }) => change.action !== 'none');
    return {
        changes: told.map(({ change }) => change),
        sensitive: told.flatMap(({ change, hidden }) => hidden === undefined ? [] : [[change.address, hidden]]),
        guesses: [...new Set(told.flatMap(({ guesses }) => guesses))],
    };
}
/** What has changed outside of Terraform since it was last applied; nothing of it is done by the plan. */
function driftOf(plan, stack, locate) {
    return (plan.resource_drift ?? [])
        .filter(({ mode }) => mode === 'managed')
        .map((resource) => changeOf(resource, stack, locate).change)
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
        .map(([name, output]) => [name, (0,mask/* withoutGuesses */.m8)(output.value, name).value]));
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

// EXTERNAL MODULE: ./build/actions/provision/src/terraform/environment.js
var environment = __webpack_require__(8579);
;// CONCATENATED MODULE: ./build/actions/provision/src/ingredients.js

/** Of the backend, what is no part of the place. */
function backendSettings({ bucket: _bucket, key: _key, ...settings }) {
    return settings;
}
/** How a review names the bundle of a stack. */
function bundleName(stack) {
    return `bundle of ${stack}`;
}
/** @param generated path → sha256 of what planning made in the checkout */
function ingredientsOf(asked, stacks, generated, env) {
    const variables = (0,environment/* decidingVariables */.RB)(env);
    const variableFiles = {
        ...Object.assign({}, ...stacks.map((stack) => stack.variables)),
        ...Object.fromEntries(asked.varFiles.map(({ file, sha256 }) => [file, sha256])),
    };
    return {
        with: {
            mode: asked.command === 'destroy' ? 'destroy' : 'apply',
            // The one that would act; the one that plans is another, and no matter.
            'apply-role': asked.roles.apply,
            stacks: stacks.map(({ name }) => name),
            ...Object.fromEntries(stacks.map(({ name, tool }) => [`tool of ${name}`, `${tool.name} ${tool.version}`])),
            ...Object.fromEntries(stacks.map(({ name, providers }) => [`providers of ${name}`, providers])),
            'backend-config': backendSettings(asked.backend),
            variables: Object.keys(variables),
            // The last one wins, so their order counts.
            'var-file': asked.varFiles.map(({ file }) => file),
            protect: [...asked.protect].sort(),
            'pass-environment': [...asked.passed].sort(),
        },
        from: {
            ...Object.assign({}, ...stacks.map(({ sources }) => sources)),
            ...Object.fromEntries(stacks.flatMap(({ name, modules }) => Object.entries(modules).map(([module, sha256]) => [`${module} of ${name}`, sha256]))),
            ...Object.fromEntries(Object.entries(generated).map(([file, sha256]) => [`${file} (made by planning)`, sha256])),
            ...Object.fromEntries(stacks.flatMap(({ name, bundle }) => (bundle === undefined ? [] : [[bundleName(name), bundle]]))),
        },
        // Their values may be secrets, whoever calls them variables.
        sensitive: [
            ...(Object.keys(variables).length === 0 ? [] : [['with: variables', variables]]),
            ...Object.entries(variableFiles).map(([file, sha256]) => [`from: ${file}`, sha256]),
        ],
    };
}

// EXTERNAL MODULE: ./build/actions/provision/src/inputs/backend-config.js
var backend_config = __webpack_require__(1066);
// EXTERNAL MODULE: ./build/actions/provision/src/stack/schedule.js
var schedule = __webpack_require__(4445);
// EXTERNAL MODULE: ./build/actions/provision/src/stack/sources.js
var sources = __webpack_require__(7828);
// EXTERNAL MODULE: ./build/actions/provision/src/store/generated.js
var generated = __webpack_require__(7842);
// EXTERNAL MODULE: ./build/actions/provision/src/store/lock-note.js
var lock_note = __webpack_require__(229);
// EXTERNAL MODULE: ./build/actions/provision/src/store/released.js
var released = __webpack_require__(6320);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/lock-file.js
var lock_file = __webpack_require__(86);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/modules.js
var modules = __webpack_require__(547);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/actions/provision/src/terraform-plan.js
/** How Terraform's plan of a stack comes about: made here, or taken from where a preview has kept it. */





/** The bundle of a stack that was shown: nobody vouches for another one. */
function reviewedBundle(reviewed, { name }) {
    const id = reviewed?.from[bundleName(name)];
    return id !== undefined && /^[0-9a-f]{64}$/.test(id) ? id : undefined;
}
async function terraformPlanOf(workbench, sourced, run, world, reviewed) {
    const { stack } = sourced;
    const tool = await workbench.terraform(stack);
    const init = () => tool.init((0,backend_config/* backendConfig */.bX)(run, stack));
    const plan = () => tool.plan({ varFiles: run.varFiles.map(({ file }) => file), destroy: run.command === 'destroy' });
    const named = run.command === 'apply' ? reviewedBundle(reviewed, stack) : undefined;
    if (run.planStore === undefined || (run.command === 'apply' && named === undefined)) {
        await init();
        return { json: await plan() };
    }
    const { expectedOf, loadBundle, sealPlan } = await __webpack_require__.e("provision-bundle").then(__webpack_require__.bind(__webpack_require__, 4601));
    const { commit } = run.planStore;
    const installed = await workbench.tool(stack);
    const expected = expectedOf(run, commit, sourced, installed, world);
    const store = await workbench.store(run.planStore);
    if (named === undefined) {
        await init();
        const earlier = (0,generated/* snapshotOf */.eY)([stack], world);
        const json = await plan();
        const sealed = await sealPlan(store, tool, stack, { expected, earlier }, world);
        return { json, sealed, bundle: sealed.id };
    }
    const { id, binding } = await loadBundle(store, named, tool, expected, (0,backend_config/* backendWanted */.IP)(run, stack), world);
    await init();
    const { checkConfiguration } = await __webpack_require__.e("provision-store-configuration").then(__webpack_require__.bind(__webpack_require__, 9573));
    checkConfiguration((0,external_node_fs_.readFileSync)(tool.planFile), { stack, tool: installed.name, world });
    const by = await store.usedBy({ id, binding });
    if (by === undefined)
        return { json: await tool.show(), bundle: id, saved: { id, binding } };
    // A run that is repeated finds nothing left to do; anything else was not reviewed.
    const json = await plan();
    if (plannedChanges(json, stack.name, () => undefined).changes.length === 0)
        return { json, bundle: id };
    const { planUsed } = await __webpack_require__.e("provision-store-plan-store").then(__webpack_require__.bind(__webpack_require__, 4888));
    throw planUsed(stack.folder, by);
}

;// CONCATENATED MODULE: ./build/actions/provision/src/plan.js
















/** Reads what was planned. Everything that is secret is masked before anything of it is shown. */
function readPlanJson(planned, stack, run, world) {
    for (const secret of sensitiveValues(planned))
        world.redactor.add(secret);
    const locate = (0,sources/* blockLocator */.uU)(run.code, stack);
    const { changes, sensitive, guesses } = plannedChanges(planned, stack.name, locate);
    const drift = driftOf(planned, stack.name, locate);
    const guarded = { stack: stack.name, changes, tainted: taintedOf(planned), settings: stack.settings };
    return {
        changes,
        sensitive,
        guesses,
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
/** What fails only because something below is not applied. */
const NOT_YET = new Set(['REMOTE_STATE']);
async function planStack(workbench, sourced, { run, reviewed, world }, done) {
    const { stack } = sourced;
    try {
        const { json, ...kept } = await terraformPlanOf(workbench, sourced, run, world, reviewed);
        const read = readPlanJson(json, stack, run, world);
        world.log.info(`planned ${stack.folder}: ${read.changes.length === 0 ? 'nothing to do' : `${read.changes.length} to change`}`);
        return { ...read, ...kept };
    }
    catch (error) {
        const below = waitsFor(stack, done);
        const failures = (0,failure/* failuresIn */.xM)(error);
        const notYet = failures.length > 0 && failures.every(({ code }) => NOT_YET.has(code));
        if (below === undefined || !notYet)
            throw await (0,lock_note/* withHolder */.l1)(error, workbench.bucket, (0,backend_config/* stateObject */.Xf)(run, stack));
        world.log.info(`${stack.folder} cannot be planned before ${below} is applied`);
        return {
            changes: [],
            sensitive: [],
            guesses: [],
            findings: [waiting(stack, below)],
            outputs: {},
            waitsFor: below,
        };
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
 * What comes later may quote a secret that was only guessed. One that the plan shows elsewhere is none: a guess must not
 * hide what reviewers look for.
 */
function hideGuesses(guesses, changes, { redactor }) {
    const shown = JSON.stringify(changes);
    for (const guess of guesses)
        if (!shown.includes(JSON.stringify(guess).slice(1, -1)))
            redactor.add(guess);
}
/** What is remembered beside the state of each stack. */
async function releasedOf(run, workbench) {
    const bucket = await workbench.bucket();
    const found = await Promise.all(run.stacks.map(async (stack) => [stack.name, await (0,released.releasedFrom)(bucket, (0,backend_config/* stateObject */.Xf)(run, stack))]));
    return Object.fromEntries(found.flatMap(([name, each]) => (each === undefined ? [] : [[name, each]])));
}
/** What of a stack decides; its providers and modules as `init` has found them. */
async function stackIngredients({ stack, sources, variables }, planned, workbench, world) {
    return {
        name: stack.name,
        tool: await workbench.tool(stack),
        providers: (0,lock_file/* lockedProviders */.h)(stack, world),
        modules: (0,modules/* fetchedModules */.LG)(stack, world),
        sources,
        variables,
        bundle: planned?.bundle,
    };
}
/**
 * @param reviewed what was shown of the place, when it is to be applied
 * @throws Failures when no stack can be planned. Else what could not be planned is a finding of a plan, and a failure
 * that an apply ends with after it has applied the rest.
 */
async function planStacks(run, place, workbench, world, reviewed) {
    const folders = run.graph.stacks.map(({ folder }) => folder);
    const released = await releasedOf(run, workbench);
    // Before anything is planned: planning may make files, also where another stack's module is.
    const sourced = new Map(run.stacks.map((stack) => [
        stack.name,
        {
            stack,
            sources: (0,sources/* sourcesOf */.u0)(run.code, stack, folders),
            variables: (0,sources/* automaticVariables */.xq)(run.code, stack),
        },
    ]));
    const earlier = (0,generated/* snapshotOf */.eY)(run.stacks, world);
    const planning = { run, reviewed, world };
    const settled = await (0,schedule/* inDependencyOrder */.V)(run.stacks, run.parallelism, (stack, done) => planStack(workbench, sourced.get(stack.name) ?? { stack, sources: {}, variables: {} }, // made of the same stacks
    planning, done));
    world.signal.throwIfAborted();
    const { findings, failures } = failedIn(run.stacks, settled);
    const planned = run.stacks.flatMap(({ name }) => {
        const result = settled.get(name);
        return result?.status === 'done' ? [{ name, ...result.value }] : [];
    });
    const { applies } = run;
    const changes = planned.flatMap((each) => each.changes);
    hideGuesses(planned.flatMap((each) => each.guesses), changes, world);
    // Whoever applies nothing has nothing to go on with.
    if (planned.length === 0 || (applies && changes.length === 0))
        (0,failure/* throwIfAny */.MI)(failures);
    const made = (0,generated/* generatedSince */._C)(earlier, (0,generated/* snapshotOf */.eY)(run.stacks, world), world.workspace);
    const { sensitive, ...ingredients } = ingredientsOf(run, await Promise.all([...sourced.values()].map((each) => stackIngredients(each, planned.find(({ name }) => name === each.stack.name), workbench, world))), Object.fromEntries(made.map(({ name, content }) => [name, (0,sources/* sha256 */.sc)(content)])), world.env);
    const plan = (0,model_plan/* makePlan */.Cs)({
        step: 'provision',
        ...place,
        name: run.name,
        createdAt: world.clock(),
        changes,
        findings: [...(applies ? [] : findings), ...planned.flatMap((each) => each.findings)],
        parts: partsOf(run.stacks, settled),
        ...ingredients,
        released,
        sensitive: new model_sensitive/* Sensitive */.p([...sensitive, ...planned.flatMap((each) => [...each.sensitive])]),
    });
    // What waits has no outputs.
    const outputs = Object.fromEntries(planned.flatMap(({ name, waitsFor: below, ...each }) => below === undefined ? [[name, each.outputs]] : []));
    const saved = Object.fromEntries(planned.flatMap((each) => (each.saved === undefined ? [] : [[each.name, each.saved]])));
    return {
        plan: { ...plan, outputs, saved, failures: applies ? failures : [] },
        bundles: planned.flatMap(({ sealed }) => (sealed === undefined ? [] : [sealed])),
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
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   u0: () => (/* binding */ sourcesOf),
/* harmony export */   uU: () => (/* binding */ blockLocator),
/* harmony export */   xm: () => (/* binding */ isPartOf),
/* harmony export */   xq: () => (/* binding */ automaticVariables)
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
/** Values of variables: they may be secret, whatever file they are in. */
const VARIABLES = /\.tfvars(?:\.json)?$/;
/** Those that the tool reads without being told to. See "Variable Definitions (.tfvars) Files". */
const AUTOMATIC = /^(?:terraform|.*\.auto)\.tfvars(?:\.json)?$/;
function sha256(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
/**
 * The files that are links: `filesUnder` follows none, and Terraform reads what they lead to.
 * @returns paths relative to the workspace
 */
function linkedFiles(workspace, folder) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, folder), { withFileTypes: true }).flatMap((entry) => {
        const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
        if (!entry.isSymbolicLink())
            return [];
        // Nothing but a file can be read to its end.
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, path), { throwIfNoEntry: false })?.isFile() === true ? [path] : [];
    });
}
/**
 * Path → sha256 of every file that a stack and its modules are made of, beside the values of its variables.
 * @param stacks the folders of all stacks
 */
function sourcesOf(code, { modules }, stacks) {
    const files = [...new Set(modules.values())].flatMap((folder) => [...(0,_toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_3__/* .filesUnder */ .m)(code.workspace, folder, /./), ...linkedFiles(code.workspace, folder)].filter((file) => isPartOf(folder, file, stacks) && !VARIABLES.test(file)));
    return Object.fromEntries([...new Set(files)].sort().map((file) => [file, sha256((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(code.workspace, file)))]));
}
/** Path → sha256 of the files with values of variables that the tool reads in the folder of a stack. */
function automaticVariables({ workspace }, { folder }) {
    const names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, folder)).filter((name) => AUTOMATIC.test(name));
    return Object.fromEntries(names.sort().map((name) => {
        const file = folder === '.' ? name : `${folder}/${name}`;
        return [file, sha256((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, file)))];
    }));
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

/***/ 7842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PF: () => (/* binding */ restore),
/* harmony export */   _C: () => (/* binding */ generatedSince),
/* harmony export */   eY: () => (/* binding */ snapshotOf)
/* harmony export */ });
/* unused harmony export snapshot */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(179);
/** Files that planning makes in the checkout, such as archives: a plan file names them, and does not hold them. */




/** Carried on their own, or of no use elsewhere. */
const OTHERS = /(?:^|\/)(?:\.terraform\.lock\.hcl|\.terraform\.tfstate\.lock\.info|errored\.tfstate|__pycache__\/.*)$/;
/** The files of stacks and their modules, to be taken before planning. */
function snapshotOf(stacks, { workspace }) {
    return snapshot(workspace, new Set(stacks.flatMap(({ modules }) => [...modules.values()])));
}
/** @param folders of the stack and its modules, relative to the workspace */
function snapshot(workspace, folders) {
    const found = new Map();
    for (const folder of folders) {
        for (const file of (0,_toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_3__/* .filesUnder */ .m)(workspace, folder, /./)) {
            if (OTHERS.test(file))
                continue;
            const { size, mtimeNs } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, file), { bigint: true });
            found.set(file, `${size}/${mtimeNs}`);
        }
    }
    return found;
}
/** The files that are new or were written between two snapshots. */
function generatedSince(before, after, workspace) {
    return [...after]
        .filter(([file, state]) => before.get(file) !== state)
        .map(([name]) => ({ name, content: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, name)) }));
}
/**
 * Puts them where they were made.
 * @throws Failure PLAN_FILES when the checkout has another file in the place of one: nothing is written then
 */
function restore(files, workspace) {
    const root = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace);
    for (const { name, content } of files) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name);
        const refuse = (why) => new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'PLAN_FILES',
            what: `The saved plan comes with the file ${name}, which cannot be put in its place.`,
            why,
            fix: 'Let the code write what it makes into a path that is not committed, and let the preview run again.',
            source: { file: name },
        });
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true)
            throw refuse('A link of that name leads out of the checkout, or elsewhere in it.');
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path).equals(content))
            throw refuse('The checkout has another file of that name.');
        // A folder that is a link leads elsewhere.
        let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
        while (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
            folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
        const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder);
        if (real !== root && !real.startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep))
            throw refuse('Its folder leads out of the checkout.');
    }
    for (const { name, content } of files) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, content);
    }
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

/***/ 1187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ configurationIn),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   Yh: () => (/* binding */ backendIn)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);
/**
 * What a plan file says and Terraform shows nowhere: the backend that it writes to, whatever the folder that it is
 * applied in was initialised for; and the code that it was made from, which is what an apply goes by. So it is read here.
 *
 * The file is a zip; its entry `tfplan` is a protocol buffer (internal/plans/planproto/planfile.proto): field 13 of a
 * plan is its backend, with type (1), configuration (2: MessagePack in a field 1) and workspace (3). The code is in
 * `tfconfig/m-<module>/<file>`, and `tfconfig/modules.json` says where each module was (internal/plans/planfile).
 */


const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const MOST_PLAN = 512 * 1024 * 1024;
const BACKEND = 13;
function unpacked(data, method) {
    if (method === 0)
        return data;
    if (method === 8)
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(data, { maxOutputLength: MOST_PLAN });
    throw new RangeError(`an entry is packed in the unknown way ${method}`);
}
/**
 * The entries of a zip, by name. Only the one form that Go writes: a file that one reader could take for another zip
 * than the next reader does is refused.
 * @throws RangeError for what is no such zip
 */
function entriesOf(zip) {
    const end = zip.length - END_LENGTH;
    if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY)
        throw new RangeError('no zip');
    const size = zip.readUInt32LE(end + 12);
    let at = zip.readUInt32LE(end + 16);
    if (at + size !== end || zip.readUInt16LE(end + 20) !== 0)
        throw new RangeError('its directory is damaged');
    const found = new Map();
    for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
        if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY)
            throw new RangeError('its directory is damaged');
        const method = zip.readUInt16LE(at + 10);
        const checksum = zip.readUInt32LE(at + 16);
        const packed = zip.readUInt32LE(at + 20);
        const length = zip.readUInt32LE(at + 24);
        const nameLength = zip.readUInt16LE(at + 28);
        const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
        const local = zip.readUInt32LE(at + 42);
        const localName = zip.readUInt16LE(local + 26);
        const start = local + 30 + localName + zip.readUInt16LE(local + 28);
        if (zip.readUInt32LE(local) !== LOCAL_ENTRY ||
            zip.toString('utf8', local + 30, local + 30 + localName) !== name ||
            start + packed > zip.length)
            throw new RangeError('its directory is damaged');
        if (found.has(name))
            throw new RangeError(`it has ${name} twice`);
        const data = unpacked(zip.subarray(start, start + packed), method);
        if (data.length !== length || (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(data) !== checksum)
            throw new RangeError(`its ${name} is damaged`);
        found.set(name, data);
        at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    if (at !== end)
        throw new RangeError('its directory is damaged');
    return found;
}
/** The fields of a protocol buffer that have a length: texts, bytes and messages. */
function* fieldsOf(message) {
    let at = 0;
    const varint = () => {
        let value = 0;
        for (let shift = 0; shift < 64; shift += 7) {
            const byte = message.readUInt8(at++);
            value += (byte & 0x7f) * 2 ** shift;
            if (byte < 0x80)
                return value;
        }
        throw new RangeError('a number is too long');
    };
    while (at < message.length) {
        const tag = varint();
        const number = Math.floor(tag / 8);
        const type = tag % 8;
        if (type === 0)
            varint();
        else if (type === 1)
            at += 8;
        else if (type === 5)
            at += 4;
        else if (type === 2) {
            const length = varint();
            if (at + length > message.length)
                throw new RangeError('a field is cut off');
            yield { number, value: message.subarray(at, at + length) };
            at += length;
        }
        else
            throw new RangeError(`a field has the unknown type ${type}`);
    }
}
/** As in protocol buffers: of a field that comes more than once, the last counts. */
function lastField(message, number) {
    let last;
    for (const field of fieldsOf(message))
        if (field.number === number)
            last = field.value;
    return last;
}
const DEEPEST = 32;
/** The part of MessagePack that Terraform writes a configuration with. */
function readMessagePack(bytes) {
    let at = 0;
    const skip = (length) => {
        at += length;
        if (at > bytes.length)
            throw new RangeError('a value is cut off');
        return at - length;
    };
    const text = (length) => {
        const start = skip(length);
        return bytes.toString('utf8', start, start + length);
    };
    const list = (length, depth) => Array.from({ length }, () => value(depth + 1));
    const map = (length, depth) => Object.fromEntries(Array.from({ length }, () => [String(value(depth + 1)), value(depth + 1)]));
    const readers = {
        192: () => null,
        194: () => false,
        195: () => true,
        202: () => bytes.readFloatBE(skip(4)),
        203: () => bytes.readDoubleBE(skip(8)),
        204: () => bytes.readUInt8(skip(1)),
        205: () => bytes.readUInt16BE(skip(2)),
        206: () => bytes.readUInt32BE(skip(4)),
        207: () => Number(bytes.readBigUInt64BE(skip(8))),
        208: () => bytes.readInt8(skip(1)),
        209: () => bytes.readInt16BE(skip(2)),
        210: () => bytes.readInt32BE(skip(4)),
        211: () => Number(bytes.readBigInt64BE(skip(8))),
        217: () => text(bytes.readUInt8(skip(1))),
        218: () => text(bytes.readUInt16BE(skip(2))),
        219: () => text(bytes.readUInt32BE(skip(4))),
        220: (depth) => list(bytes.readUInt16BE(skip(2)), depth),
        222: (depth) => map(bytes.readUInt16BE(skip(2)), depth),
    };
    const value = (depth) => {
        if (depth > DEEPEST)
            throw new RangeError('values are nested too deeply');
        const kind = bytes.readUInt8(skip(1));
        if (kind < 0x80)
            return kind;
        if (kind < 0x90)
            return map(kind & 0x0f, depth);
        if (kind < 0xa0)
            return list(kind & 0x0f, depth);
        if (kind < 0xc0)
            return text(kind & 0x1f);
        if (kind >= 0xe0)
            return kind - 0x100;
        const read = readers[kind];
        if (read === undefined)
            throw new RangeError(`a value has the unknown kind ${kind}`);
        return read(depth);
    };
    return value(0);
}
/**
 * @param planFile its content
 * @throws RangeError when the file does not say it in the form that Terraform and OpenTofu write
 */
function backendIn(planFile) {
    const plan = entriesOf(planFile).get('tfplan');
    if (plan === undefined)
        throw new RangeError('it has no tfplan');
    const backend = lastField(plan, BACKEND);
    if (backend === undefined)
        throw new RangeError('it names no backend');
    const config = lastField(lastField(backend, 2) ?? Buffer.alloc(0), 1);
    const settings = config === undefined ? undefined : readMessagePack(config);
    if (typeof settings !== 'object' || settings === null || Array.isArray(settings))
        throw new RangeError('its backend has no configuration');
    return {
        type: lastField(backend, 1)?.toString('utf8') ?? '',
        workspace: lastField(backend, 3)?.toString('utf8') ?? '',
        config: settings,
    };
}
const Manifest = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    Key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    Source: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().default(''),
    Version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().default(''),
    Dir: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
}));
/** @throws RangeError for what is no list of modules */
function readManifest(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw new RangeError('its list of modules is no JSON');
    }
    const { success, data } = Manifest.safeParse(value);
    if (!success)
        throw new RangeError('its list of modules is none');
    return data.map(({ Key, Source, Version, Dir }) => ({
        key: Key,
        source: Source,
        version: Version,
        dir: Dir,
    }));
}
const CONFIGURATION = 'tfconfig/';
/**
 * The code that a plan file was made from, module by module.
 * @param planFile its content
 * @throws RangeError when the file does not say it in the form that Terraform and OpenTofu write
 */
function configurationIn(planFile) {
    const entries = entriesOf(planFile);
    const manifest = entries.get(`${CONFIGURATION}modules.json`);
    if (manifest === undefined)
        throw new RangeError('it holds no list of modules');
    const modules = new Map(readManifest(manifest.toString('utf8')).map((place) => [
        place.key,
        { ...place, files: new Map() },
    ]));
    for (const [name, content] of entries) {
        if (!name.startsWith(CONFIGURATION) || name === `${CONFIGURATION}modules.json`)
            continue;
        const [, key, file] = /^tfconfig\/m-([^/]*)\/([^/]+)$/.exec(name) ?? [];
        const of = key === undefined ? undefined : modules.get(key);
        if (of === undefined || file === undefined)
            throw new RangeError(`it holds ${name}, which is of no module`);
        of.files.set(file, content);
    }
    return [...modules.values()];
}


/***/ }),

/***/ 6320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   releasedFrom: () => (/* binding */ releasedFrom),
/* harmony export */   remember: () => (/* binding */ remember)
/* harmony export */ });
/* harmony import */ var _toolkit_aws_status_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7097);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_model_plan_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(206);
/**
 * Which commit a state was last released from: a note beside it, as an object of its own, so that it holds no lock and
 * is there before the first change.
 */



/** @param state key of the state in the bucket */
function noteOf(state) {
    return `${state}.released`;
}
async function asking(state, work) {
    try {
        return await work();
    }
    catch (error) {
        if ((0,_toolkit_aws_status_ts__WEBPACK_IMPORTED_MODULE_2__/* .httpStatusOf */ .s)(error) !== 403)
            throw error;
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'RELEASE_NOTE_REFUSED',
            what: `The role may not use ${noteOf(state)}, where the state remembers what it was last released from.`,
            why: 'Without it an older release could be put in the place of a newer one.',
            fix: 'Allow the role that plans s3:GetObject on `<key>.released`, the role that applies s3:PutObject as well, and both s3:ListBucket on the bucket.',
            cause: error,
        });
    }
}
async function readNote(bucket, state) {
    const found = await asking(state, () => bucket.read(noteOf(state)));
    if (found === undefined)
        return undefined;
    try {
        const remembered = _toolkit_model_plan_ts__WEBPACK_IMPORTED_MODULE_1__/* .Remembered */ .dX.parse(JSON.parse(Buffer.from(found.body).toString('utf8')));
        return { remembered, tag: found.tag };
    }
    catch (cause) {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'RELEASE_NOTE',
            what: `${noteOf(state)} does not say what the state was last released from.`,
            why: 'It is JSON with `commit` and `run`, and this release writes nothing else: somebody has changed it.',
            fix: 'Bring back its last good version from the versions of the bucket.',
            cause,
        });
    }
}
/**
 * @param state key of the state in the bucket
 * @returns undefined when it was never released
 * @throws Failure RELEASE_NOTE or RELEASE_NOTE_REFUSED
 */
async function releasedFrom(bucket, state) {
    return (await readNote(bucket, state))?.remembered;
}
/** So many others may come in between. */
const ATTEMPTS = 10;
/**
 * Asks whether this release may follow what the state was released from, and writes that it has.
 *
 * Terraform holds the lock of the state only within its own `apply`, so what is between the question and the note is
 * guarded by the note itself: it is written only over the very note that was asked about, and whoever came in between is
 * asked about in turn. What is between the note and Terraform's lock is guarded by the plan: an older release that was
 * let pass before a newer one wrote its note finds the state changed by that one (PLAN_STALE) or, when it locks first,
 * is followed by it. So the newer one is always the last.
 * @param state key of the state in the bucket
 * @param part name of the stack
 * @throws Failure of `forwards.allow`, RELEASE_NOTE, RELEASE_NOTE_REFUSED or RELEASE_NOTE_BUSY
 */
async function remember(bucket, state, part, forwards) {
    const next = JSON.stringify(forwards.next);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const noted = await readNote(bucket, state);
        await forwards.allow(part, noted?.remembered);
        const how = noted === undefined ? { once: true } : { over: noted.tag };
        if (await asking(state, () => bucket.put(noteOf(state), next, how)))
            return;
    }
    throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'RELEASE_NOTE_BUSY',
        what: `${noteOf(state)} was changed by somebody else ${ATTEMPTS} times while it was read.`,
        fix: 'Let releases run one after the other (`concurrency:`), and start this one again. Nothing was applied.',
    });
}


/***/ }),

/***/ 8189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kc: () => (/* binding */ erroredStateOf),
/* harmony export */   LN: () => (/* binding */ lockFileOf),
/* harmony export */   XT: () => (/* binding */ planFileOf),
/* harmony export */   Yv: () => (/* binding */ dataFolderOf),
/* harmony export */   ej: () => (/* binding */ DATA_FOLDER),
/* harmony export */   qi: () => (/* binding */ outputFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/** Where Terraform's files of a stack are. */


/** Where plan files are, and what Terraform says, for all stacks. */
function outputFolder({ temp }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temp, 'terraform');
}
/** The plan file of a stack, before it is applied. */
function planFileOf({ name }, world) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(outputFolder(world), `${name}.tfplan`);
}
/**
 * Where Terraform keeps modules, providers and what it knows of its backend, relative to the stack: `path.module` of a
 * module that is fetched begins with it, so it is the same in every checkout. git ignores `.terraform` by custom.
 */
const DATA_FOLDER = '.terraform/omninode';
/** Absolute path of the same. */
function dataFolderOf({ folder }, { workspace }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder, DATA_FOLDER);
}
/** Terraform writes it into the stack's folder when none is committed. */
function lockFileOf({ folder }, { workspace }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder, '.terraform.lock.hcl');
}
/** What is left of a state that the backend did not take; undefined when there is none. */
function erroredStateOf({ folder }, { workspace }) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder, 'errored.tfstate');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file) ? file : undefined;
}


/***/ }),

/***/ 86:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ lockedProviders)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _toolkit_sources_hcl_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9075);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8189);
/** Which providers a stack uses, as its dependency lock file says it. */



/** Address → version; none when there is no lock file, because none is committed and `init` has not run. */
function lockedProviders(stack, world) {
    const file = (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .lockFileOf */ .LN)(stack, world);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        return {};
    const { blocks } = (0,_toolkit_sources_hcl_ts__WEBPACK_IMPORTED_MODULE_1__/* .readHcl */ .K)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'), file);
    return Object.fromEntries(blocks
        .filter(({ type }) => type === 'provider')
        .map(({ labels, attributes }) => [labels[0] ?? '', attributes.get('version')?.literal ?? '']));
}


/***/ }),

/***/ 3878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u4: () => (/* binding */ isRecord),
  xI: () => (/* binding */ marked),
  y_: () => (/* binding */ part),
  g1: () => (/* binding */ record),
  m8: () => (/* binding */ withoutGuesses),
  dZ: () => (/* binding */ withoutMarked)
});

// EXTERNAL MODULE: ./build/toolkit/model/change.js
var change = __webpack_require__(2719);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/actions/provision/src/terraform/readable.js
/** What a text says that is only wrapped: base64, also of what gzip packed, as user data is sent. */

/** Shorter ones are words. */
const SHORTEST = 16;
/** Bytes; what unpacks to more than this is nothing that anybody reads. */
const LONGEST = 1 << 20;
/** One in another. */
const MOST_WRAPS = 3;
function bytesOf(text) {
    const plain = text.replace(/[\r\n]/g, '');
    if (plain.length < SHORTEST || !/^[A-Za-z0-9+/]+={0,2}$/.test(plain))
        return undefined;
    const bytes = Buffer.from(plain, 'base64');
    const unpadded = (each) => each.replace(/=+$/, '');
    return unpadded(bytes.toString('base64')) === unpadded(plain) ? bytes : undefined;
}
function unzipped(bytes) {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b)
        return bytes;
    try {
        return (0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: LONGEST });
    }
    catch {
        return undefined; // only begins like it, or is larger than anything that is read
    }
}
function textOf(bytes) {
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no text has
        return /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text) ? undefined : text;
    }
    catch {
        return undefined; // no text
    }
}
/** @returns undefined for what is not wrapped, or holds no text */
function unwrapped(text) {
    let found;
    for (let wraps = 0; wraps < MOST_WRAPS; wraps++) {
        const bytes = bytesOf(found ?? text);
        const inner = bytes === undefined ? undefined : unzipped(bytes);
        const read = inner === undefined ? undefined : textOf(inner);
        if (read === undefined)
            return found;
        found = read;
    }
    return found;
}

;// CONCATENATED MODULE: ./build/actions/provision/src/terraform/secrets.js
/**
 * Secrets that no provider has marked: found by the name of their attribute, by a shape that only secrets have, and by
 * how random they look. A guess hides only its own place; a plan in which ids and hashes are masked, too, cannot be read
 * any more, so those are told apart.
 */

/** Shorter values would mask ordinary words. */
const secrets_SHORTEST = 6;
/** What secrets are called: whole words of a name in snake_case, kebab-case or camelCase. */
const SECRET_NAME = /(?:^|_)(?:password|passwd|pwd|pass|passphrase|secret|secrets|token|api_?key|apikey|private_key|signing_key|encryption_key|access_key|secret_key|auth_key|shared_key|account_key|license_key|client_secret|credential|credentials|connection_string|conn_str|dsn|auth_string|psk|preshared_key|webhook_url|sas_url)(?:_(?:base64|b64|value|text|string|plain|plaintext|data|wo|\d+))?$/;
/** What is said about a secret, and is none: `password_length`, `secret_name`, `token_type`, `manage_master_user_password`. */
const ABOUT = /(?:^|_)(?:manage|enable|enabled|require|required|use|uses|has|is|allow|rotate|reset|store|generate|create|delete|ignore|min|max|minimum|maximum)_.*(?:password|secret|token|key|pass)|(?:^|_)(?:public_key|key_id|token_type|secret_type|pass_through)$/;
/** Attributes whose values look random and are none of anybody's business to hide. */
const PUBLIC_NAME = /(?:^|_)(?:arn|arns|id|ids|uid|guid|uuid|hash|sha\d*|sha_\d+|md5|etag|e_tag|digest|checksum|fingerprint|thumbprint|thumbprints|serial|version|versions|name|names|prefix|suffix|public_key|certificate|certificate_body|certificate_chain|ca_data|ca_cert|ca|cert|image|ami|url|uri|endpoint|domain|zone|region|path|key_name|kms_key|lineage|description|sub|aud|audience|subject)$/;
/** Shapes that nothing else has; the first group, when there is one, is the secret within. */
const shapes = [
    /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----[\s\S]+?-----END (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/dg,
    /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/dg,
    /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,}|glpat-[\w-]{20,})/dg,
    /(?<![\w-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/dg,
    /\bxox[abeprs]-[A-Za-z0-9-]{10,}/dg,
    /\bhttps:\/\/hooks\.slack\.com\/services\/([A-Z0-9]+\/[A-Z0-9]+\/[A-Za-z0-9]+)/dg,
    /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}/dg,
    /\bwhsec_[A-Za-z0-9+/=]{24,}/dg,
    /\bsk-(?:[a-z]+-)*[A-Za-z0-9_-]{20,}/dg,
    /\bAIza[A-Za-z0-9_-]{35}\b/dg,
    /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/dg,
    /\bnpm_[A-Za-z0-9]{36}\b/dg,
    /\bdop_v1_[a-f0-9]{64}\b/dg,
    /\bhv[sbr]\.[A-Za-z0-9_-]{24,}/dg,
    /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/dg,
    /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@]*:([^\s/@]{3,})@/dgi,
    /(?<![:\w-])[\w-]*(?:password|passwd|pwd|secret|token|api[_-]?key|AccountKey|SharedAccessKey)\s*[=:]\s*["']?([^\s"';,&]{6,})/dgi,
    /\b(?:Bearer|Basic)\s+([A-Za-z0-9._~+/-]{16,}=*)/dg,
];
/** Values that only stand for something: references, placeholders, switches. */
const STANDS_FOR = /^(?:true|false|null|none|\$\{.*\}|\$\(?\w+\)?|\{\{.*\}\}|<.*>|arn:.*|\(.*\)|\*+|(?:ssm:)?\/[\w./-]+)$/is;
/** `dbPassword`, `DB-PASSWORD` → `db_password` */
function snakeCase(name) {
    return name
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .replace(/[^A-Za-z0-9]+/g, '_')
        .toLowerCase();
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
/** Whether an attribute of this name holds a secret as a whole. */
function isSecretName(name) {
    const called = snakeCase(name);
    return SECRET_NAME.test(called) && !ABOUT.test(called);
}
/** `user:password`, as it is wrapped for an Authorization header. */
function isCredentialPair(text) {
    return /^[^\s:]+:\S+$/.test(text);
}
/** What is readable when it is unwrapped hides nothing, unless that is a secret, or has one in it. */
function holdsSecret(name, text) {
    return isCredentialPair(text) || secretRanges(name, text).length > 0;
}
/** Where words are that look random. */
function randomWords(name, text) {
    return [...text.matchAll(/[^\s"'`,;<>(){}[\]|=]+/g)].flatMap(({ 0: word, index }) => {
        if (!looksRandom(word) || word.includes('.'))
            return [];
        const inner = unwrapped(word);
        return inner === undefined || holdsSecret(name, inner) ? [[index, index + word.length]] : [];
    });
}
/**
 * Where a text is a secret, although nobody says so.
 * @param name of the attribute that it belongs to
 * @returns in no order, and they may overlap
 */
function secretRanges(name, text) {
    if (text.length < secrets_SHORTEST)
        return [];
    const shaped = shapes.flatMap((shape) => [...text.matchAll(shape)].flatMap(({ indices, 0: whole, 1: inner }) => {
        const range = indices?.[inner === undefined ? 0 : 1];
        const secret = inner ?? whole;
        return range === undefined || secret.length < secrets_SHORTEST || STANDS_FOR.test(secret) ? [] : [range];
    }));
    if (isSecretName(name))
        return STANDS_FOR.test(text) ? shaped : [[0, text.length]];
    return PUBLIC_NAME.test(snakeCase(name)) ? shaped : [...shaped, ...randomWords(name, text)];
}
/** The name by which a member of an object is known: of `{ name = "DB_PASSWORD", value = "…" }` the one that it says. */
function memberName(object, key) {
    const called = ['name', 'key', 'Name', 'Key', 'parameter_key']
        .filter((each) => Object.hasOwn(object, each))
        .map((each) => object[each])
        .find((each) => typeof each === 'string');
    return typeof called === 'string' && /^(?:value|values|parameter_value)$/i.test(key) ? called : key;
}

;// CONCATENATED MODULE: ./build/actions/provision/src/terraform/mask.js
/** JSON values with what is secret, or not known yet, replaced. */



/** A value with what is sensitive or unknown in it replaced; the markers have the value's own shape. */
function withoutMarked(value, sensitive, unknown) {
    if (sensitive === true)
        return change/* SENSITIVE */.NP;
    if (unknown === true)
        return change/* UNKNOWN */.HV;
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
/** A value without what its markers say is sensitive, as that is. */
function marked(value, sensitive, path = []) {
    if (sensitive === true)
        return value === undefined || value === null ? [] : [{ path, value }];
    if (Array.isArray(sensitive))
        return sensitive.flatMap((inner, index) => marked(part(value, index), inner, [...path, index]));
    if (!isRecord(sensitive))
        return [];
    return Object.entries(sensitive).flatMap(([key, inner]) => marked(part(value, key), inner, [...path, key]));
}
/** Deeper values, and JSON within JSON, are not looked into. */
const DEEPEST = 40;
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
/** The ranges in their order, those that overlap as one. */
function united(ranges) {
    const found = [];
    for (const [start, end] of [...ranges].sort(([one], [other]) => one - other)) {
        const last = found.at(-1);
        if (last !== undefined && start <= last[1])
            last[1] = Math.max(last[1], end);
        else
            found.push([start, end]);
    }
    return found;
}
class Hiding {
    hidden = [];
    secrets = new Set();
    value(value, name, path, depth = 0) {
        if (typeof value === 'string')
            return depth > DEEPEST ? value : this.#text(value, name, path, depth);
        if (depth > DEEPEST)
            return value; // parsed JSON
        if (Array.isArray(value))
            return value.map((item, index) => this.value(item, name, [...path, index], depth + 1));
        if (!isRecord(value))
            return (value ?? null); // a scalar of parsed JSON
        return record(Object.entries(value).map(([key, member]) => [
            key,
            this.value(member, memberName(value, key), [...path, key], depth + 1),
        ]));
    }
    #text(text, name, path, depth) {
        const read = unwrapped(text);
        const pair = read !== undefined && isCredentialPair(read);
        if (read !== undefined && !pair && !isSecretName(name)) {
            // What is shown is what it says; how it was wrapped counts all the same.
            this.hidden.push({ path, value: text });
            return this.#text(read, name, path, depth + 1);
        }
        const ranges = pair ? [[0, text.length]] : united(secretRanges(name, text));
        const whole = ranges.length === 1 && ranges[0]?.[0] === 0 && ranges[0][1] === text.length;
        const inner = whole ? undefined : parsed(text);
        if (inner !== undefined)
            return this.#json(text, inner, name, path, depth);
        if (ranges.length === 0)
            return text;
        this.hidden.push({ path, value: text });
        let shown = '';
        let at = 0;
        for (const [start, end] of ranges) {
            this.secrets.add(text.slice(start, end));
            shown += text.slice(at, start) + change/* SENSITIVE */.NP;
            at = end;
        }
        return shown + text.slice(at);
    }
    /** JSON in a text stays as it is written, unless there is something to hide in it. */
    #json(text, inner, name, path, depth) {
        const before = this.hidden.length;
        const shown = this.value(inner, name, path, depth + 1);
        if (this.hidden.length === before)
            return text;
        this.hidden.splice(before, Number.POSITIVE_INFINITY, { path, value: text });
        return JSON.stringify(shown);
    }
}
/**
 * A value that nobody marked as sensitive, without what looks like a secret nevertheless: each at its own place, and
 * nowhere else.
 * @param name of the attribute, when the value is not an object with names of its own
 */
function withoutGuesses(value, name = '') {
    const hiding = new Hiding();
    const shown = hiding.value(value, name, []);
    return { value: shown, hidden: hiding.hidden, secrets: [...hiding.secrets] };
}


/***/ }),

/***/ 547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LG: () => (/* binding */ fetchedModules),
/* harmony export */   O3: () => (/* binding */ modulesFound),
/* harmony export */   nG: () => (/* binding */ filesIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_model_canonical_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8413);
/* harmony import */ var _toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(179);
/* harmony import */ var _stack_sources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7828);
/* harmony import */ var _store_plan_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1187);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8189);
/** The modules of a stack as `init` has found them: those of the checkout, and those that it fetched. */







const ROOT = { key: '', source: '', version: '', dir: '.' };
/** @returns the root alone when the stack uses no module, or was not initialised */
function modulesFound(stack, world) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .dataFolderOf */ .Yv)(stack, world), 'modules', 'modules.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        return [ROOT];
    const { Modules: modules } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
    return (0,_store_plan_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readManifest */ .WI)(JSON.stringify(modules));
}
/** Module → what all its files are, as one hash: of each that `init` fetched from elsewhere. */
function fetchedModules(stack, world) {
    const fetched = modulesFound(stack, world).filter(({ dir }) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(dir).startsWith(_files_js__WEBPACK_IMPORTED_MODULE_6__/* .DATA_FOLDER */ .ej));
    return Object.fromEntries(fetched.map(({ key, dir }) => {
        // Beneath the workspace, and `.terraform` is passed over only on the way.
        const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(world.workspace, stack.folder, dir);
        const files = (0,_toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_3__/* .filesUnder */ .m)(root, '.', /./).map((name) => [name, (0,_stack_sources_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name)))]);
        return [`module.${key.replaceAll('.', '.module.')}`, (0,_toolkit_model_canonical_ts__WEBPACK_IMPORTED_MODULE_2__/* .digest */ .b)(files).replace('sha256:', '')];
    }));
}
/** The names of the files in the folder of a module. */
function filesIn(stack, { dir }, { workspace }) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, stack.folder, dir));
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 7097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ httpStatusOf)
/* harmony export */ });
/** @returns the HTTP status of an error of the AWS SDK; undefined for everything else */
function httpStatusOf(error) {
    if (typeof error !== 'object' || error === null || !('$metadata' in error))
        return undefined;
    const { httpStatusCode } = error.$metadata; // the shape of every error of the AWS SDK
    return httpStatusCode;
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
