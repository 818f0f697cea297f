export const id = "provision-plan";
export const ids = [8192,6183];
export const modules = {

/***/ 803:
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
// EXTERNAL MODULE: ./build/toolkit/model/plan.js
var model_plan = __webpack_require__(8888);
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
/** Place \u2192 value, of what is hidden in the members that are shown; of all members unless `keys` says which. */
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

// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
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
        const allow = `- address: ${address}\n  action: ${change.action}\n  reason: \u2026`;
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

;// CONCATENATED MODULE: ./build/actions/provision/src/findings.js

/** Told beside what is planned, because the plan puts it right, or the code should say it. */
function drifted(change) {
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
/** Nothing of it is shown, and so nothing applied. */
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
/** Nothing was looked at, so that nothing can be said of it. */
function untouched({ directory, graph }) {
    const count = graph.stacks.length;
    return (0,finding/* finding */.gk)({
        rule: 'stacks-untouched',
        severity: 'notice',
        verdict: 'fail',
        message: `No stack of ${directory} was looked at: ${count === 1 ? 'the only one is' : `all ${count} are`} untouched by the pull request.`,
        why: '`changed-only` leaves out what the files of the pull request do not concern.',
        fix: 'Nothing, if that is so. `command: drift` looks at every stack.',
    }, directory);
}
/** What a failed stack is on a pull request, where the others are shown nevertheless. */
function unplanned(stack, { what, why = '', fix = '', source }) {
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
/** @param generated path \u2192 sha256 of what planning made in the checkout */
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
;// CONCATENATED MODULE: ./build/actions/provision/src/missing-state.js


/**
 * Asked before "nothing to do" is said of a stack. Without a state that is true of one that was never released and asks
 * for nothing.
 * @param wasReleased whether the bucket remembers a release of it
 * @throws Failure STATE_MISSING
 */
async function refuseMissingState(run, stack, wasReleased, bucket) {
    if (!wasReleased && run.command !== 'destroy')
        return;
    const key = (0,backend_config/* stateObject */.Xf)(run, stack);
    if (await bucket.has(key))
        return;
    throw new failure/* Failure */.HR({
        code: 'STATE_MISSING',
        what: `${stack.name} has no state: there is no s3://${run.backend.bucket}/${key}.`,
        why: wasReleased
            ? 'It was released before, so that its state was deleted or is elsewhere: whether anything is to be done cannot be told.'
            : 'Only a state says what a stack has: what is to be destroyed cannot be told.',
        fix: wasReleased
            ? `Bring the state back from the versions of the bucket. If nothing of the stack is left, delete ${key}.released as well.`
            : 'Correct `backend-config`, TF_WORKSPACE or the `key` of the backend; a stack that was never applied needs no destroy.',
        source: stack.coded.source,
    });
}

// EXTERNAL MODULE: ./build/actions/provision/src/stack/schedule.js
var schedule = __webpack_require__(4445);
// EXTERNAL MODULE: ./build/actions/provision/src/stack/sources.js
var sources = __webpack_require__(7828);
// EXTERNAL MODULE: ./build/actions/provision/src/state/sensitive.js + 2 modules
var sensitive = __webpack_require__(7175);
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
    const changes = (json) => plannedChanges(json, stack.name, () => undefined).changes.length > 0;
    const by = await store.usedBy({ id, binding });
    const kept = by === undefined ? await tool.show() : undefined;
    if (kept !== undefined && changes(kept))
        return { json: kept, bundle: id, saved: { id, binding } };
    // Of what nothing is to be done to, a saved plan knows how it was then: it is looked at again. So is what a run that is
    // repeated has done.
    const json = await plan();
    if (!changes(json))
        return { json, bundle: id };
    // Not what was shown: the comparison with the review tells how.
    if (by === undefined)
        return { json };
    const { planUsed } = await __webpack_require__.e("provision-store-plan-store").then(__webpack_require__.bind(__webpack_require__, 4888));
    throw planUsed(stack.folder, by);
}

;// CONCATENATED MODULE: ./build/actions/provision/src/plan.js


















/** Reads what was planned. Everything that is secret is masked before anything of it is shown. */
function readPlanJson(planned, stack, run, world) {
    for (const secret of sensitiveValues(planned))
        world.redactor.addSensitive(secret);
    const locate = (0,sources/* blockLocator */.uU)(run.code, stack);
    const { changes, sensitive, guesses } = plannedChanges(planned, stack.name, locate);
    const drift = driftOf(planned, stack.name, locate);
    const guarded = { stack: stack.name, changes, tainted: taintedOf(planned), settings: stack.settings };
    return {
        changes,
        sensitive,
        guesses,
        // To destroy a stack is what somebody typed its name for; what is protected stays so.
        findings: [...guard({ ...guarded, protect: run.protect }), ...drift.map(drifted)],
        outputs: plannedOutputs(planned),
    };
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
async function planStack(workbench, sourced, { run, reviewed, released, world }, done) {
    const { stack } = sourced;
    try {
        const { json, ...kept } = await terraformPlanOf(workbench, sourced, run, world, reviewed);
        const read = readPlanJson(json, stack, run, world);
        if (read.changes.length === 0)
            await refuseMissingState(run, stack, released[stack.name] !== undefined, await workbench.bucket());
        world.log.info(`planned ${stack.folder}: ${read.changes.length === 0 ? 'nothing to do' : `${read.changes.length} to change`}`);
        return { ...read, ...kept };
    }
    catch (thrown) {
        const error = await (0,sensitive/* tellable */.ip)(thrown, () => workbench.terraform(stack), 'plan', world);
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
        return failures.map((failure) => ({ failure, finding: unplanned(stack, failure) }));
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
            redactor.addSensitive(guess);
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
    const planning = { run, reviewed, released, world };
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
        findings: [
            ...(run.stacks.length === 0 ? [untouched(run)] : []),
            ...(applies ? [] : findings),
            ...planned.flatMap((each) => each.findings),
        ],
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

/***/ 4035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ VAR_FILES),
/* harmony export */   Cv: () => (/* binding */ LOCK_FILES),
/* harmony export */   W2: () => (/* binding */ RUNNING),
/* harmony export */   _J: () => (/* binding */ notOwn),
/* harmony export */   bE: () => (/* binding */ keptJson),
/* harmony export */   bM: () => (/* binding */ DATA_FOLDERS),
/* harmony export */   fW: () => (/* binding */ SESSION)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/** What a step keeps for its `post`, by name. Whatever runs in the step can write into it. */

/** The Terraforms that run right now: see `RunningList`. */
const RUNNING = 'running';
/** How to open the session again, because `post` is not given the inputs as they were checked. */
const SESSION = 'session';
/** Paths of the variable files, relative to the workspace: `post` masks what is in them. */
const VAR_FILES = 'var-files';
/** Absolute paths of the dependency lock files that were not there before. */
const LOCK_FILES = 'lock-files';
/** Absolute paths of the folders in which Terraform keeps what is its own. */
const DATA_FOLDERS = 'data-folders';
/** What is kept, as JSON; undefined for what no step keeps. */
function keptJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function notOwn() {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'STATE_NOT_OWN',
        what: 'The state of this step names files or programs that it did not make or start. Nothing was done with them.',
        why: 'Something that ran in this job has written into the state of this step.',
        fix: 'Find out what ran in this job before, and do not trust what it made.',
    });
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
/* harmony import */ var _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8182);
/* harmony import */ var _toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(179);
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
        // What leads elsewhere is none of what planning makes.
        for (const file of (0,_toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_4__/* .filesUnder */ .m)(workspace, folder, /./, { refuse: () => undefined })) {
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
        .map(([name]) => ({
        name,
        content: (0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__/* .readSourceBytes */ .ht)(workspace, name, { largest: Number.POSITIVE_INFINITY }),
    }));
}
/** Undefined when there is no such file. @throws Unreadable */
function contentOf(workspace, name) {
    try {
        return (0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__/* .readWithin */ .w0)(workspace, name, Number.POSITIVE_INFINITY);
    }
    catch (error) {
        if (error instanceof _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__/* .Unreadable */ .IO && error.reason === 'missing')
            return undefined;
        throw error;
    }
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
        let found;
        try {
            found = contentOf(root, name);
        }
        catch (error) {
            if (!(error instanceof _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__/* .Unreadable */ .IO))
                throw error;
            throw refuse(`What is in its place cannot be read: ${error.message}.`);
        }
        if (found?.equals(content) === false)
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
/* harmony import */ var _toolkit_aws_status_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7097);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_model_plan_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8888);
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
        if ((0,_toolkit_aws_status_ts__WEBPACK_IMPORTED_MODULE_0__/* .httpStatusOf */ .s)(error) !== 403)
            throw error;
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
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
        const remembered = _toolkit_model_plan_ts__WEBPACK_IMPORTED_MODULE_2__/* .Remembered */ .dX.parse(JSON.parse(Buffer.from(found.body).toString('utf8')));
        return { remembered, tag: found.tag };
    }
    catch (cause) {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
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
    throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'RELEASE_NOTE_BUSY',
        what: `${noteOf(state)} was changed by somebody else ${ATTEMPTS} times while it was read.`,
        fix: 'Let releases run one after the other (`concurrency:`), and start this one again. Nothing was applied.',
    });
}


/***/ }),

/***/ 86:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ lockedProviders)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8182);
/* harmony import */ var _toolkit_sources_hcl_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9075);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8189);
/** Which providers a stack uses, as its dependency lock file says it. */




/**
 * Address \u2192 version; none when there is no lock file, because none is committed and `init` has not run.
 * @throws Failure of `readSource`, HCL_SYNTAX
 */
function lockedProviders(stack, { workspace }) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(stack.folder, _files_js__WEBPACK_IMPORTED_MODULE_3__/* .LOCK_FILE */ .FI);
    if ((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_1__/* .kindWithin */ .op)(workspace, file) === undefined)
        return {};
    const { blocks } = (0,_toolkit_sources_hcl_ts__WEBPACK_IMPORTED_MODULE_2__/* .readHcl */ .K)((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_1__/* .readSource */ .o$)(workspace, file), file);
    return Object.fromEntries(blocks
        .filter(({ type }) => type === 'provider')
        .map(({ labels, attributes }) => [labels[0] ?? '', attributes.get('version')?.literal ?? '']));
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
/* harmony import */ var _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8182);
/* harmony import */ var _toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(179);
/* harmony import */ var _stack_sources_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7828);
/* harmony import */ var _store_plan_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1187);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8189);
/** The modules of a stack as `init` has found them: those of the checkout, and those that it fetched. */








const ROOT = { key: '', source: '', version: '', dir: '.' };
/** @returns the root alone when the stack uses no module, or was not initialised */
function modulesFound({ folder }, { workspace }) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(folder, _files_js__WEBPACK_IMPORTED_MODULE_7__/* .DATA_FOLDER */ .ej, 'modules/modules.json');
    if ((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__/* .kindWithin */ .op)(workspace, file) === undefined)
        return [ROOT];
    const { Modules: modules } = JSON.parse((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__/* .readSource */ .o$)(workspace, file));
    return (0,_store_plan_file_js__WEBPACK_IMPORTED_MODULE_6__/* .readManifest */ .WI)(JSON.stringify(modules));
}
/** A link that leads nowhere gives Terraform nothing to read. */
function refuse(failure) {
    if (failure.code !== 'PATH_MISSING')
        throw failure;
}
/**
 * Module \u2192 what all its files are, as one hash: of each that `init` fetched from elsewhere.
 * @throws Failure PATH_OUTSIDE or FILE_UNREADABLE
 */
function fetchedModules(stack, world) {
    // Beneath it, because `.terraform` is passed over on the way, and links lead from one module to the next.
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(world.workspace, stack.folder, _files_js__WEBPACK_IMPORTED_MODULE_7__/* .DATA_FOLDER */ .ej);
    const fetched = modulesFound(stack, world).filter(({ dir }) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(dir).startsWith(_files_js__WEBPACK_IMPORTED_MODULE_7__/* .DATA_FOLDER */ .ej));
    return Object.fromEntries(fetched.map(({ key, dir }) => {
        const folder = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.relative(_files_js__WEBPACK_IMPORTED_MODULE_7__/* .DATA_FOLDER */ .ej, node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(dir));
        const files = (0,_toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_4__/* .filesUnder */ .m)(root, folder, /./, { refuse }).map((file) => [
            node_path__WEBPACK_IMPORTED_MODULE_1__.posix.relative(folder, file),
            (0,_stack_sources_js__WEBPACK_IMPORTED_MODULE_5__/* .sha256 */ .sc)((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__/* .readSourceBytes */ .ht)(root, file, { largest: _stack_sources_js__WEBPACK_IMPORTED_MODULE_5__/* .LARGEST_SOURCE */ .JO })),
        ]);
        return [`module.${key.replaceAll('.', '.module.')}`, (0,_toolkit_model_canonical_ts__WEBPACK_IMPORTED_MODULE_2__/* .digest */ .br)(files).replace('sha256:', '')];
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

/***/ 9718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ Evidence)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

/** Something that was tried while a plan was made, and what came of it. Not part of the digest. */
const Evidence = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** `Round trip` */
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** `unknown`: it was not done, or did not tell. That is never a pass. */
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'unknown']),
    /** One sentence. */
    text: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Lines of a diff that belong to it, such as the difference of two schemas. */
    difference: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).readonly().optional(),
})
    .readonly();


/***/ }),

/***/ 3358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P5: () => (/* binding */ blockingFailures),
/* harmony export */   Us: () => (/* binding */ isBlocking),
/* harmony export */   gk: () => (/* binding */ finding),
/* harmony export */   wI: () => (/* binding */ Finding)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3339);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8413);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2286);




const Finding = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    rule: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    severity: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['error', 'warning', 'notice']),
    /** `unknown`: it cannot be told. That is never a pass. */
    verdict: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['fail', 'unknown']),
    message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    why: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    fix: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    source: _source_js__WEBPACK_IMPORTED_MODULE_2__/* .Source */ .k.optional(),
    /** The same finding has the same fingerprint when lines move. */
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
})
    .readonly();
/** `subject` names what the finding is about without a line number, for example `onex-dev/Deployment/onex-api#image`. */
function finding(parts, subject) {
    const fingerprint = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)({ rule: parts.rule, file: parts.source?.file, subject }).slice('sha256:'.length, 39);
    return { ...parts, fingerprint };
}
/** What keeps a plan from being applied, as one failure; none when nothing does. */
function blockingFailures(findings) {
    const { length } = findings.filter(isBlocking);
    if (length === 0)
        return [];
    return [
        new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'FINDINGS',
            what: `${length} finding${length === 1 ? '' : 's'} of severity error.`,
            fix: 'Mend what each of them names, and push.',
        }),
    ];
}
/** Whether a finding keeps a plan from being applied. */
function isBlocking({ severity, verdict }) {
    return severity === 'error' && verdict === 'fail';
}


/***/ }),

/***/ 6110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ Part)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

/**
 * A part of a plan's target that is planned for itself, such as one of several Terraform stacks. The changes whose
 * addresses begin with its name and a slash are its own. Not part of the digest.
 */
const Part = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** `waiting`: it can be planned only when another part was applied. `skipped`: one that it builds on failed. */
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['planned', 'failed', 'waiting', 'skipped']),
    note: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
})
    .readonly();


/***/ }),

/***/ 8888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   DK: () => (/* binding */ Ingredients),
/* harmony export */   Jp: () => (/* binding */ effectiveChanges),
/* harmony export */   dX: () => (/* binding */ Remembered),
/* harmony export */   np: () => (/* binding */ Digest)
/* harmony export */ });
/* unused harmony export Plan */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4377);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8413);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2719);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9718);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3358);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6240);
/* harmony import */ var _part_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6110);
/* harmony import */ var _sensitive_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6183);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8149);









const Digest = zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().regex(/^sha256:[0-9a-f]{64}$/);
/** Name \u2192 value of what decides where a plan has its effect, or with what it is made. */
const Ingredients = zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .json */ .Pq9());
/** A commit that a target was released from, and the workflow run that did it. */
const Remembered = zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({ commit: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), run: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP() });
const Shown = zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({
    step: _step_js__WEBPACK_IMPORTED_MODULE_6__/* .StepName */ .m,
    /** The place, on one line: `s3://state/dev/network in 123456789012 eu-central-1`. Another place is another target. */
    target: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    /** What people call the target. Not part of the digest. */
    name: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional(),
    /**
     * Covers step, target, where, with, from and changes; not findings, evidence, parts, wording, order, time or what is
     * expected.
     */
    digest: Digest,
    /** What the place consists of: account, region, bucket, key \u00b7 host, port, database \u00b7 the cluster's own id. */
    where: Ingredients,
    /** Versions of tools, and every input that decides. */
    with: Ingredients,
    /**
     * Name \u2192 sha256 of what the changes send, run or keep, in hexadecimal. Without sensitive values: those count by
     * `sensitive`.
     */
    from: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
    /**
     * Name \u2192 sha256 of all that the plan was made from, in hexadecimal. Equal sources explain why a rerun plans less than
     * was shown.
     */
    sources: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
    /** Part of the target \u2192 the commit that it was last released from; none when it never was, or does not say. */
    released: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), Remembered),
    /** Of what else decides about changes with `expected`; none when that cannot be told. */
    grounds: _change_js__WEBPACK_IMPORTED_MODULE_1__/* .ShortHash */ .z$.optional(),
    /** ISO 8601, from the injected clock. */
    createdAt: zod__WEBPACK_IMPORTED_MODULE_8__/* .datetime */ .w$(),
    changes: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_change_js__WEBPACK_IMPORTED_MODULE_1__/* .Change */ .lY),
    findings: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .Finding */ .wI),
    evidence: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .Evidence */ .o),
    /** None when the target is planned as a whole. */
    parts: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_part_js__WEBPACK_IMPORTED_MODULE_4__/* .Part */ .e),
});
const Plan = (/* unused pure expression or super */ null && (Shown));
function makePlan(given) {
    const { step, target, name, where, from, changes, createdAt, sources = from } = given;
    const { findings = [], evidence = [], parts = [], released = {}, grounds } = given;
    const { sensitive = _sensitive_js__WEBPACK_IMPORTED_MODULE_5__/* .Sensitive */ .p.none } = given;
    const effective = changes.filter((change) => change.action !== 'none');
    const addresses = new Set();
    for (const { address } of effective) {
        if (addresses.has(address))
            throw new Error(`two changes of one plan have the address ${address}`);
        addresses.add(address);
    }
    const decisive = { step, target, where, with: given.with, from };
    return (0,_freeze_js__WEBPACK_IMPORTED_MODULE_9__/* .deepFreeze */ .o)({
        ...decisive,
        ...(name === undefined ? {} : { name }),
        digest: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)({ ...decisive, changes: effective.map(_change_js__WEBPACK_IMPORTED_MODULE_1__/* .changeDigest */ .VW).sort() }),
        sources,
        released,
        ...(grounds === undefined ? {} : { grounds }),
        createdAt: createdAt.toISOString(),
        changes: [...changes],
        findings: [...findings],
        evidence: [...evidence],
        parts: [...parts],
        sensitive,
    });
}
/** The changes that do something. */
function effectiveChanges(plan) {
    return plan.changes.filter((change) => change.action !== 'none');
}


/***/ }),

/***/ 6183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ isIngredient),
/* harmony export */   p: () => (/* binding */ Sensitive)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8413);
/** Values that may be shown to nobody, and yet count when two plans are compared. */



const derive = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.scrypt);
/** 16 MiB and some hundredths of a second for each guess (RFC 7914). */
const COST = { N: 16_384, r: 8, p: 1 };
const LENGTH = 32;
/** Whether a name is that of an ingredient, and of no change: `with: variables`, `from: prod.tfvars`. */
function isIngredient(name) {
    return /^(?:where|with|from): /.test(name);
}
/**
 * The sensitive values of a plan's changes, by the address of the change, and of its ingredients, by `with: <name>` or
 * `from: <name>`. They leave this object only as hashes that
 * are salted: equal values of two reviews have nothing in common.
 */
class Sensitive {
    static none = new Sensitive([]);
    #values;
    /** @param values address, or name of an ingredient \u2192 whatever is sensitive there, as JSON can carry it */
    constructor(values) {
        this.#values = new Map([...values].map(([address, value]) => [address, (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)(value)]));
    }
    /**
     * One scrypt hash for each change that has something sensitive.
     * @param salt in hexadecimal
     */
    async hashes(salt) {
        const bytes = Buffer.from(salt, 'hex');
        const hashed = [...this.#values].map(async ([address, value]) => {
            // With its address: that two places hold the same value is nobody's business either.
            const key = await derive((0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)([address, value]), bytes, LENGTH, COST);
            return [address, `scrypt:${key.toString('hex')}`];
        });
        return new Map(await Promise.all(hashed));
    }
    /** No file holds it. */
    toJSON() {
        return undefined;
    }
}


/***/ }),

/***/ 8149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ stepNames),
/* harmony export */   m: () => (/* binding */ StepName)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

const stepNames = ['provision', 'migrate', 'deploy', 'verify'];
const StepName = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(stepNames);


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
