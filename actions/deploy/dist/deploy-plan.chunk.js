export const id = "deploy-plan";
export const ids = ["deploy-plan"];
export const modules = {

/***/ 3381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planDeployment: () => (/* binding */ planDeployment)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/address.js
var kubernetes_address = __webpack_require__(790);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/gathered.js
var gathered = __webpack_require__(6182);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kubernetes_kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var kubernetes_object = __webpack_require__(1123);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/scope.js + 1 modules
var scope = __webpack_require__(1656);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/trouble.js
var trouble = __webpack_require__(5877);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/webhooks.js
var kubernetes_webhooks = __webpack_require__(738);
// EXTERNAL MODULE: ./build/toolkit/manifests/manifest.js + 1 modules
var manifests_manifest = __webpack_require__(9422);
// EXTERNAL MODULE: ./build/toolkit/model/canonical.js
var canonical = __webpack_require__(8413);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/toolkit/model/plan.js
var model_plan = __webpack_require__(8888);
// EXTERNAL MODULE: ./build/toolkit/model/sensitive.js
var sensitive = __webpack_require__(6183);
// EXTERNAL MODULE: ./build/actions/deploy/src/admission/definition.js
var definition = __webpack_require__(9116);
// EXTERNAL MODULE: ./build/actions/deploy/src/admission/refusal.js
var admission_refusal = __webpack_require__(1525);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/error.js
var kubernetes_error = __webpack_require__(2652);
// EXTERNAL MODULE: ./build/actions/deploy/src/application/application.js
var application_application = __webpack_require__(5884);
;// CONCATENATED MODULE: ./build/actions/deploy/src/admission/rights.js
/** What an identity may do, asked before anything is done: what is missing is told at once, with the rules to add. */






/** Roles reach the authorizer of an API server that has just started a moment after its first answer. */
const CONFIRM_MS = 1_000;
function placeOf(kind, verb, { namespace, name }) {
    // A Role in a namespace may give rights to the Namespace itself, but not the right to make it.
    return kind === kubernetes_kinds/* knownKinds */.T8.namespace && verb !== 'create' ? name : namespace;
}
/** @param plural of its kind, as the API server has it in its paths */
function rightsTo(verbs, reference, plural) {
    const kind = (0,kubernetes_kinds/* groupKindOf */.zo)(reference);
    return verbs.map((verb) => ({
        verb,
        kind,
        group: (0,kubernetes_kinds/* groupOf */.F8)(reference.apiVersion),
        resource: plural,
        namespace: placeOf(kind, verb, reference),
        name: reference.name,
    }));
}
/** What remembering an application needs, beside reading what is remembered, and holding its Lease meanwhile. */
function rightsToRemember(application) {
    return [
        ...rightsTo(['create', 'patch'], (0,application_application/* parentOf */.gN)(application), 'configmaps'),
        ...rightsTo(['get', 'create', 'patch'], (0,application_application/* leaseOf */.m8)(application), 'leases'),
    ];
}
function rightsToRecall(application) {
    return rightsTo(['get'], (0,application_application/* parentOf */.gN)(application), 'configmaps');
}
/** What says why a rollout fails. */
function rightsToDiagnose(namespace) {
    const seen = [
        ['list', 'Pod', '', 'pods'],
        ['get', 'Pod', '', 'pods/log'],
        ['list', 'ReplicaSet.apps', 'apps', 'replicasets'],
        ['list', 'Event', '', 'events'],
    ];
    return seen.map(([verb, kind, group, resource]) => ({
        verb,
        kind,
        group,
        resource,
        namespace,
        name: undefined,
    }));
}
/** Who may do it, such as an administrator, may do whatever else is asked for. */
const everything = { verb: '*', group: '*', resource: '*', namespace: undefined, name: undefined };
function keyOf({ verb, group, resource, namespace = '', name = '' }) {
    return [verb, group, resource, namespace, name].join(' ');
}
/** What one identity may do. */
class Rights {
    #client;
    #asked = new Map();
    #silent;
    constructor(client) {
        this.#client = client;
        this.#answer(everything).catch(() => undefined); // thrown when somebody wants to know
    }
    /** Why the API server does not say what the identity may do; then everything counts as allowed, until it is refused. */
    get silent() {
        return this.#silent;
    }
    async may(right) {
        const all = await this.#may({ ...right, name: undefined });
        return all || (right.name !== undefined && (await this.#may(right)));
    }
    /** Asks at once for what will be asked for all of a kind: the answers are there when somebody wants them. */
    expect(rights) {
        for (const right of rights)
            this.#may({ ...right, name: undefined }).catch(() => undefined); // thrown then
    }
    /** Those that are not given, each once. */
    async missing(rights) {
        const each = [...new Map(rights.map((right) => [keyOf(right), right])).values()];
        const may = await Promise.all(each.map((right) => this.may(right)));
        return each.filter((_right, index) => may[index] !== true);
    }
    /**
     * @param later what is needed afterwards: told with the rest when something is missing, and no failure by itself
     * @throws Failure RIGHTS_MISSING that names all that are not given
     */
    async demand(rights, later, { signal }) {
        if ((await this.missing(rights)).length === 0)
            return;
        await (0,promises_.setTimeout)(CONFIRM_MS, undefined, { signal });
        this.#asked.clear();
        if ((await this.missing(rights)).length === 0)
            return;
        throw rightsMissing(await this.missing([...rights, ...later]), await userOf(this.#client));
    }
    async #may(right) {
        return (await this.#answer(everything)) || this.#answer(right);
    }
    #answer(question) {
        const key = keyOf(question);
        const asked = this.#asked.get(key) ?? this.#ask(question);
        this.#asked.set(key, asked);
        return asked;
    }
    async #ask({ verb, group, resource: path, namespace, name }) {
        const [resource, subresource] = path.split('/');
        const resourceAttributes = { verb, group, resource, subresource, namespace, name };
        try {
            const { status } = await this.#client.raw('POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
                apiVersion: 'authorization.k8s.io/v1',
                kind: 'SelfSubjectAccessReview',
                spec: { resourceAttributes },
            });
            return status?.allowed === true;
        }
        catch (error) {
            if (!(error instanceof kubernetes_error/* KubernetesError */.dK) || !error.isJudgement)
                throw error;
            this.#silent = error;
            return true;
        }
    }
}
/** Who the API server takes us for; empty when it does not say. */
async function userOf(client) {
    try {
        const { status } = await client.raw('POST', '/apis/authentication.k8s.io/v1/selfsubjectreviews', {
            apiVersion: 'authentication.k8s.io/v1',
            kind: 'SelfSubjectReview',
        });
        return status?.userInfo?.username ?? '';
    }
    catch (error) {
        if (error instanceof kubernetes_error/* KubernetesError */.dK)
            return '';
        throw error;
    }
}
function grouped(items, keyOf) {
    return [...Map.groupBy(items, keyOf).values()]; // a group has a first item
}
function verbsOf(rights) {
    return [...new Set(rights.map(({ verb }) => verb))].sort().join(', ');
}
/** `create, patch Deployment.apps in the namespace shop` */
function wordsOf(rights) {
    const [{ kind, resource, namespace }] = rights;
    const [, part] = resource.split('/');
    const where = namespace === undefined ? 'in the cluster' : `in the namespace ${namespace}`;
    return `${verbsOf(rights)} ${kind}${part === undefined ? '' : `/${part}`} ${where}`;
}
function listed(rights) {
    return grouped(rights, ({ kind, resource, namespace = '' }) => `${namespace} ${kind} ${resource}`)
        .map(wordsOf)
        .join('; ');
}
function rule(rights) {
    const [{ group, resource }] = rights;
    return `{apiGroups: [${group === '' ? '""' : group}], resources: [${resource}], verbs: [${verbsOf(rights)}]}`;
}
/** The rules to add, role by role. */
function rulesFor(rights) {
    return grouped(rights, ({ namespace = '' }) => namespace)
        .map((inPlace) => {
        const [{ namespace }] = inPlace;
        const rules = grouped(inPlace, ({ group, resource }) => `${group}/${resource}`).map(rule);
        const role = namespace === undefined ? 'a ClusterRole' : `a Role in ${namespace}`;
        return `to ${role}: \`${rules.join(', ')}\``;
    })
        .join('; ');
}
function rightsMissing(rights, user) {
    return new failure/* Failure */.HR({
        code: 'RIGHTS_MISSING',
        what: `This identity${user === '' ? '' : `, the user ${user},`} may not do what this release needs: ${listed(rights)}.`,
        why: 'It was asked before anything was written.',
        fix: `Add ${rulesFor(rights)}, and bind it to ${user === '' ? 'that user' : `the user ${user}`} or a group of it.`,
    });
}
/** What cannot be told of a rollout that fails; none when everything can. */
async function blindFindings(rights, awaited) {
    const namespaces = new Set(awaited.flatMap(({ namespace }) => namespace ?? []));
    const missing = await rights.missing([...namespaces].flatMap(rightsToDiagnose));
    if (missing.length === 0)
        return [];
    return [
        (0,finding/* finding */.gk)({
            rule: 'diagnosis-rights',
            severity: 'notice',
            verdict: 'unknown',
            message: `When a rollout fails, it cannot be told why: this identity may not ${listed(missing)}.`,
            why: 'Pods, their events and their last lines say which container fails, and of what.',
            fix: `Add ${rulesFor(missing)}.`,
        }, listed(missing)),
    ];
}
/** That nobody says what the identity may do. */
function silentFindings({ silent }) {
    if (silent === undefined)
        return [];
    return [
        (0,finding/* finding */.gk)({
            rule: 'rights-unknown',
            severity: 'notice',
            verdict: 'unknown',
            message: 'The API server does not say what this identity may do.',
            why: silent.why ?? silent.what,
            fix: 'Let it make SelfSubjectAccessReviews: the ClusterRole system:basic-user gives that.',
        }, 'rights'),
    ];
}

;// CONCATENATED MODULE: ./build/actions/deploy/src/admission/required-rights.js


async function rightsToDelete(client, orphans) {
    const needs = await Promise.all(orphans.map(async ({ reference, state }) => {
        if (state.is !== 'deletable' && state.is !== 'hidden')
            return [];
        const resource = await client.discovery.resourceOf(reference);
        return resource === undefined ? [] : rightsTo(['delete', 'get'], reference, resource.plural);
    }));
    return needs.flat();
}
/** What is needed of every kind, whether there are objects of it or not. */
async function rightsToPlan(client, references) {
    const needs = await Promise.all(references.map(async (reference) => {
        const resource = await client.discovery.resourceOf(reference).catch(() => undefined); // told when it is looked at
        return resource === undefined ? [] : rightsTo(['get', 'patch'], reference, resource.plural);
    }));
    return needs.flat();
}
async function rightsToRecreate(client, applies) {
    const replaced = applies.filter(({ action }) => action === 'replace');
    const needs = await Promise.all(replaced.map(async ({ manifest }) => {
        const reference = (0,kubernetes_object/* referenceTo */.Po)(manifest.object);
        const resource = await client.discovery.resourceOf(reference);
        return resource === undefined ? [] : rightsTo(['create', 'delete'], reference, resource.plural);
    }));
    return needs.flat();
}

// EXTERNAL MODULE: ./build/actions/deploy/src/application/inventory.js
var application_inventory = __webpack_require__(1138);
// EXTERNAL MODULE: ./build/actions/deploy/src/ownership/owner.js
var owner = __webpack_require__(6518);
// EXTERNAL MODULE: ./build/actions/deploy/src/release/collect.js
var collect = __webpack_require__(363);
;// CONCATENATED MODULE: ./build/actions/deploy/src/application/rebuild.js







const NOTHING_REBUILT = { members: [], hidden: [] };
/** Undefined when it may not be listed. */
async function rebuild_listed(client, { apiVersion, kind }, labels, namespace) {
    try {
        return await client.list({ apiVersion, kind }, { labels, namespace });
    }
    catch (error) {
        if (error instanceof kubernetes_error/* KubernetesError */.dK && error.code === 'CLUSTER_FORBIDDEN')
            return undefined;
        throw error;
    }
}
function namespacesOf(references, application) {
    const named = references.flatMap(({ namespace }) => (namespace === undefined ? [] : [namespace]));
    return [...new Set([application.namespace, ...named])];
}
/** @param references what its manifests name: where to look when it may not be looked everywhere */
async function rebuiltMembers(client, application, references) {
    const namespaces = namespacesOf(references, application);
    const labels = (0,application_inventory/* memberSelector */.s_)(application);
    const kinds = (await client.discovery.kinds()).filter(({ verbs }) => verbs.includes('list') && verbs.includes('patch'));
    const found = await (0,collect/* collect */.F)(kinds, async (kind) => {
        const everywhere = await rebuild_listed(client, kind, labels);
        if (everywhere !== undefined)
            return { kind, objects: everywhere };
        if (!kind.namespaced)
            return { kind, objects: undefined };
        const parts = await Promise.all(namespaces.map((namespace) => rebuild_listed(client, kind, labels, namespace)));
        const seen = parts.filter((part) => part !== undefined);
        return { kind, objects: seen.length === 0 ? undefined : seen.flat() };
    });
    return {
        members: found.flatMap(({ objects = [] }) => objects.flatMap((object) => (0,owner/* otherThan */.kM)(application, object, undefined) === undefined
            ? [{ ...(0,kubernetes_object/* referenceTo */.Po)(object), uid: object.metadata.uid }]
            : [])),
        hidden: found.flatMap(({ kind, objects }) => (objects === undefined ? [(0,kubernetes_kinds/* groupKindOf */.zo)(kind)] : [])),
    };
}
function lostInventory({ name }, { members, hidden }) {
    if (members.length === 0)
        return [];
    return [
        (0,finding/* finding */.gk)({
            rule: 'inventory-lost',
            severity: 'warning',
            verdict: hidden.length === 0 ? 'fail' : 'unknown',
            message: `The inventory of ${name} is lost; ${members.length} objects name it as their own, and it is made anew of them.`,
            why: hidden.length === 0
                ? 'Somebody has deleted its ConfigMap.'
                : `Of these kinds nobody could look whether there are more: ${hidden.join(', ')}.`,
            fix: 'Nothing is to be done, but to find out who deleted it.',
        }, name),
    ];
}
/** Of an inventory that was lost nobody knows it; that it is to be written again is to be seen all the same. */
function lastRelease({ released }, { members }) {
    if (released !== undefined)
        return { '': released };
    return members.length === 0 ? {} : { '': { commit: '', run: '' } };
}

// EXTERNAL MODULE: ./build/actions/deploy/src/rollout/unwell.js
var unwell = __webpack_require__(8582);
// EXTERNAL MODULE: ./build/actions/deploy/src/orphans/in-use.js
var in_use = __webpack_require__(1542);
// EXTERNAL MODULE: ./build/actions/deploy/src/orphans/kept.js
var kept = __webpack_require__(6411);
;// CONCATENATED MODULE: ./build/actions/deploy/src/orphans/orphans.js








/** Deleting one of these deletes data, or everything in it: a person does that. */
const protectedKinds = new Set([
    kubernetes_kinds/* knownKinds */.T8.definition,
    kubernetes_kinds/* knownKinds */.T8.namespace,
    kubernetes_kinds/* knownKinds */.T8.statefulSet,
    kubernetes_kinds/* knownKinds */.T8.volume,
    kubernetes_kinds/* knownKinds */.T8.volumeClaim,
]);
/** Fewer are never too many. */
const FEWEST_REFUSED = 3;
async function stateOf(client, member, application) {
    const { uid, ...reference } = member;
    const served = await client.discovery.served(reference);
    if (served === undefined)
        return { reference, state: { is: 'unserved' } };
    let live;
    try {
        live = await client.get(served);
    }
    catch (error) {
        if (!(error instanceof kubernetes_error/* KubernetesError */.dK) || error.code !== 'CLUSTER_FORBIDDEN')
            throw error;
        return { reference: served, state: { is: 'hidden', refused: error } };
    }
    const judged = () => {
        if (live === undefined)
            return { is: 'gone' };
        const other = (0,owner/* otherThan */.kM)(application, live, uid);
        if (other !== undefined)
            return { is: 'other', other };
        if (protectedKinds.has((0,kubernetes_kinds/* groupKindOf */.zo)(served)))
            return { is: 'protected', live };
        return { is: (0,kept/* isKept */.t)(live) ? 'kept' : 'deletable', live };
    };
    return { reference: served, state: judged() };
}
/** Looks at what left the manifests as it is now. @param left members that no manifest names */
async function lookAtOrphans(client, left, application, addressOf) {
    const orphans = await (0,collect/* collect */.F)(left, async (member) => {
        const { reference, state } = await stateOf(client, member, application);
        return { member, reference, address: addressOf(member), state };
    });
    const deletable = orphans.filter(({ state }) => state.is === 'deletable');
    const going = new Set(deletable.flatMap(({ state }) => ('live' in state ? [state.live.metadata.uid ?? ''] : [])));
    const user = await (0,in_use/* inUse */.L)(client, deletable.map(({ reference }) => reference), going);
    return orphans.map((orphan) => {
        const { reference, state } = orphan;
        const by = state.is === 'deletable' ? user(reference) : undefined;
        return by === undefined || !('live' in state)
            ? orphan
            : { ...orphan, state: { is: 'used', by, live: state.live } };
    });
}
function told({ address }, rule, severity, { message, why, fix }) {
    const verdict = rule === 'prune-unserved' ? 'unknown' : 'fail';
    return (0,finding/* finding */.gk)({ rule, severity, verdict, message: `${address} ${message}.`, why, fix }, address);
}
function findingOf(orphan, prune) {
    const { state } = orphan;
    switch (state.is) {
        case 'deletable':
            if (prune)
                return [];
            return [
                told(orphan, 'orphan', 'notice', {
                    message: 'is no longer in the manifests, and stays',
                    why: '`prune` is off, and the application still owns it.',
                    fix: 'Delete it, with `prune: true` or by hand, or put it back into the manifests.',
                }),
            ];
        case 'protected':
            return [
                told(orphan, 'prune-protected', 'warning', {
                    message: 'is no longer in the manifests, and stays',
                    why: 'Deleting it would delete data.',
                    fix: 'Delete it by hand when nobody needs it, or put it back.',
                }),
            ];
        case 'kept':
            return [
                told(orphan, 'prune-kept', 'notice', {
                    message: 'is no longer in the manifests, and stays',
                    why: 'Its annotation says that it is to be kept.',
                    fix: 'Delete it by hand when nobody needs it, or put it back.',
                }),
            ];
        case 'used':
            return [
                told(orphan, 'prune-in-use', 'notice', {
                    message: 'is no longer in the manifests, and stays',
                    why: `It is asked for by ${state.by}.`,
                    fix: 'Nothing is to be done: a later release deletes it when nothing asks for it any more.',
                }),
            ];
        case 'other':
            return [
                told(orphan, 'prune-other', 'warning', {
                    message: `is no longer in the manifests, and is not deleted: it ${state.other.what}`,
                    why: state.other.why,
                    fix: 'Delete it by hand if nobody needs it. This application forgets it with its next release.',
                }),
            ];
        case 'unserved':
            return [
                told(orphan, 'prune-unserved', 'warning', {
                    message: 'is no longer in the manifests, and nobody can tell whether it is there',
                    why: 'The cluster serves its kind in no version.',
                    fix: 'Put its CustomResourceDefinition back. If that was deleted on purpose, its objects went with it: `allow-prune` lets the application forget them.',
                }),
            ];
        case 'hidden':
        case 'gone':
            return [];
    }
}
/** Undefined when what is deleted may be. Manifests that name nothing at all are refused where they are read. */
function tooMany(deleted, unserved, { allowPrune, owned }) {
    const all = deleted + unserved;
    const share = deleted >= FEWEST_REFUSED && deleted * 3 > owned;
    if (all <= allowPrune || (!share && unserved === 0))
        return undefined;
    const objects = (count) => `${count} of ${owned} objects of the application`;
    return (0,finding/* finding */.gk)({
        rule: 'prune-limit',
        severity: 'error',
        verdict: 'fail',
        message: share
            ? `${objects(all)} would be deleted: more than a third.`
            : `${objects(unserved)} would be forgotten: the cluster does not serve their kinds.`,
        why: 'That is more often a mistake in the manifests than what somebody wants.',
        fix: `Put them back into the manifests, or pass \`allow-prune: ${all}\` for this release.`,
    }, 'prune-limit');
}
function planPruning(orphans, limits) {
    const { prune } = limits;
    const are = (...states) => orphans.filter(({ state }) => states.includes(state.is));
    const deletes = prune ? are('deletable') : [];
    const unserved = prune ? are('unserved') : [];
    const refused = tooMany(deletes.length, unserved.length, limits);
    const change = (action, { address, reference }, note) => ({
        action,
        address,
        kind: (0,kubernetes_kinds/* groupVersionKindOf */.d5)(reference),
        note,
    });
    return {
        deletes: deletes.map(({ reference, address, member }) => ({ reference, address, uid: member.uid })),
        forgets: [...are('other', 'gone'), ...(refused === undefined ? unserved : [])].map(({ member }) => member),
        changes: [
            ...deletes.map((orphan) => change('delete', orphan, 'is no longer in the manifests')),
            ...unserved.map((orphan) => change('forget', orphan, 'its kind is served in no version')),
        ],
        findings: [
            ...(refused === undefined ? [] : [refused]),
            ...orphans.flatMap((orphan) => findingOf(orphan, prune)),
        ],
    };
}
/** What is not well of what left the manifests, and is not deleted. */
function stayingFindings(orphans, deletes) {
    const deleted = new Set(deletes.map(({ address }) => address));
    return orphans.flatMap(({ address, state }) => {
        if (deleted.has(address))
            return [];
        if (state.is === 'hidden')
            return [(0,unwell/* hiddenFinding */.CB)(address, state.refused)];
        return 'live' in state ? (0,unwell/* unwellFindings */.sp)([{ address, live: state.live, manifest: undefined }]) : [];
    });
}

// EXTERNAL MODULE: ./build/actions/deploy/src/ownership/conflicts.js
var conflicts = __webpack_require__(6674);
// EXTERNAL MODULE: ./build/actions/deploy/src/admission/immutable.js
var immutable = __webpack_require__(5373);
// EXTERNAL MODULE: ./build/actions/deploy/src/admission/place-of-field.js
var place_of_field = __webpack_require__(4731);
// EXTERNAL MODULE: ./build/toolkit/sources/node.js
var node = __webpack_require__(3778);
;// CONCATENATED MODULE: ./build/actions/deploy/src/admission/schema.js
/** What the API server does with an object of a schema of its own, and does not do with a default value in it. */

function schemaAt(schema, keyword) {
    const inner = schema[keyword];
    return (0,node/* isMapping */.pi)(inner) ? inner : undefined;
}
/** The schema of a member. */
function memberSchema(schema, name) {
    const { properties = {} } = schema;
    return Object.hasOwn(properties, name) ? properties[name] : schemaAt(schema, 'additionalProperties');
}
/** The value with what the schema fills in where nothing is said. */
function withDefaults(value, schema) {
    if (schema === undefined)
        return value;
    if (Array.isArray(value))
        return value.map((item) => withDefaults(item, schemaAt(schema, 'items')));
    if (!(0,node/* isMapping */.pi)(value))
        return value;
    const missing = Object.entries(schema.properties ?? {}).flatMap(([name, { default: filled }]) => filled === undefined || Object.hasOwn(value, name) ? [] : [[name, filled]]);
    return Object.fromEntries([...Object.entries(value), ...missing].map(([name, member]) => [
        name,
        withDefaults(member, memberSchema(schema, name)),
    ]));
}
/** The schema with numbers or texts written out as such: of a default value the server does not look at the short form. */
function writtenOut(schema) {
    const { properties } = schema;
    const either = schema['x-kubernetes-int-or-string'] === true && schema['allOf'] === undefined;
    const [items, additional] = ['items', 'additionalProperties'].map((keyword) => schemaAt(schema, keyword));
    return {
        ...schema,
        ...(properties === undefined
            ? {}
            : {
                properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, writtenOut(inner)])),
            }),
        ...(items === undefined ? {} : { items: writtenOut(items) }),
        ...(additional === undefined ? {} : { additionalProperties: writtenOut(additional) }),
        ...(either ? { anyOf: [{ type: 'integer' }, { type: 'string' }] } : {}),
    };
}
function schema_keyOf(item, schema) {
    const keys = schema['x-kubernetes-list-map-keys'];
    const listed = Array.isArray(keys) ? keys : [];
    const isMap = schema['x-kubernetes-list-type'] === 'map' && (0,node/* isMapping */.pi)(item);
    return JSON.stringify(isMap ? listed.map((key) => item[String(key)]) : item);
}
/** Fields of lists that hold a thing twice that they may hold once: `parts[1]`. */
function duplicatesIn(value, schema, at = '') {
    if (schema === undefined)
        return [];
    if (Array.isArray(value)) {
        const type = schema['x-kubernetes-list-type'];
        const keys = value.map((item) => schema_keyOf(item, schema));
        const seen = new Set();
        const twice = keys.flatMap((key, index) => {
            const known = seen.has(key);
            seen.add(key);
            return known && (type === 'map' || type === 'set') ? [`${at}[${index}]`] : [];
        });
        const items = schemaAt(schema, 'items');
        return [...twice, ...value.flatMap((item, index) => duplicatesIn(item, items, `${at}[${index}]`))];
    }
    if (!(0,node/* isMapping */.pi)(value))
        return [];
    return Object.entries(value).flatMap(([name, member]) => duplicatesIn(member, memberSchema(schema, name), at === '' ? name : `${at}.${name}`));
}

;// CONCATENATED MODULE: ./build/actions/deploy/src/admission/validate.js
/**
 * What a dry run in its own place cannot tell of an object, because its namespace or its kind comes with the release. The
 * API server itself judges it all the same: as if it were in another namespace, or as the default value of its kind's own
 * schema. Nothing is written.
 */











/** What nobody may ask about. */
function unjudged({ address, source }, why) {
    return (0,finding/* finding */.gk)({
        rule: 'not-validated',
        severity: 'warning',
        verdict: 'unknown',
        message: `Whether the API server takes ${address} is known only when it is applied.`,
        why,
        fix: 'Let the identity that plans dry-run it, or release what it stands on first.',
        source,
    }, address);
}
/** A name as long as the other, and made of the same letters, that nothing has. */
function otherName(name) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(name).digest('hex').slice(0, 8);
    return name.length > hash.length ? `${name.slice(0, -hash.length)}${hash}` : hash;
}
/** What is refused because of where it was asked for, and says nothing of where it will be. */
function isAboutThePlace({ status, said }) {
    if (status === 409)
        return true;
    return status === 403 && !said.includes('attempting to grant RBAC permissions');
}
/**
 * What makes room for itself when an object is deleted: an address or a port is taken by the object that is there.
 */
function isTakenByItself({ said }) {
    return /already allocated/.test(said);
}
/**
 * @returns what it would be, where that was told
 * @throws Failure of what the API server refuses about the object
 */
async function dryRun({ client, application }, object, manifest) {
    const { name } = object.metadata;
    const fieldManager = (0,application_application/* fieldManagerOf */.fm)(application);
    // Of an object that is there it would be asked what becomes of that one: a conflict says so.
    for (const asked of [name, otherName(name)]) {
        const metadata = { ...object.metadata, name: asked, resourceVersion: application_inventory/* NOT_THERE */.ro };
        try {
            return (await client.apply({ ...object, metadata }, { fieldManager, force: true, dryRun: true })).body;
        }
        catch (error) {
            const passes = error instanceof kubernetes_error/* KubernetesError */.dK && (isAboutThePlace(error) || isTakenByItself(error));
            if (!passes)
                throw (0,admission_refusal/* refusalOf */.Of)(error, manifest);
            if (error.status !== 409)
                return undefined;
        }
    }
    return undefined;
}
/**
 * An object that is to be deleted and made again: as if it had another name.
 * @throws Failure of what the API server refuses about the new object
 */
async function judgedAnew(judging, manifest, plural) {
    if (!(await mayDryRun(judging, (0,kubernetes_object/* referenceTo */.Po)(manifest.object), plural)))
        return [
            unjudged(manifest, 'It is to be deleted and made again, and this identity may not dry-run another.'),
        ];
    await dryRun(judging, manifest.object, manifest);
    return [];
}
async function mayDryRun({ rights }, reference, plural) {
    const needs = rightsTo(['create', 'get', 'patch'], { ...reference, name: otherName(reference.name) }, plural);
    return (await rights.missing(needs)).length === 0;
}
/**
 * An object of a namespace that is to be made: as if it were where the application is remembered.
 * @throws Failure of what the API server refuses about it
 */
async function judgedElsewhere(judging, manifest, plural) {
    const { namespace } = judging.application;
    const object = { ...manifest.object, metadata: { ...manifest.object.metadata, namespace } };
    if (!(await mayDryRun(judging, (0,kubernetes_object/* referenceTo */.Po)(object), plural))) {
        const why = `Its namespace is made by this release, and this identity may not dry-run it in ${namespace}.`;
        return { notices: [unjudged(manifest, why)], made: undefined };
    }
    return { notices: [], made: await dryRun(judging, object, manifest) };
}
/** The property under which the object stands in the schema that is asked about. */
const IT = 'it';
/** A kind that never comes to be: a schema in which the object is the default of its only property. */
function question(schema, { object }) {
    const { status: _written, metadata, ...rest } = object;
    const { name, namespace } = metadata;
    const text = { type: 'string' };
    const { properties: { metadata: asked, ...properties } = {}, required = [] } = schema;
    const asking = { ...rest, metadata: namespace === undefined ? { name } : { name, namespace } };
    const it = {
        ...writtenOut({ ...schema, properties }),
        properties: {
            ...writtenOut({ properties }).properties,
            apiVersion: text,
            kind: text,
            metadata: { type: 'object', properties: { namespace: text, name: text, ...asked?.properties } },
        },
        required: required.filter((field) => field !== 'status'),
        default: withDefaults(asking, { properties }),
    };
    const hash = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(it)).digest('hex').slice(0, 16);
    const group = `q${hash}.omninode.io`;
    const names = { kind: 'Question', listKind: 'QuestionList', plural: 'questions', singular: 'question' };
    const version = {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { [IT]: it } } },
    };
    return kubernetes_object/* KubernetesObject */.YE.parse({
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `questions.${group}` },
        spec: { group, names, scope: 'Namespaced', versions: [version] },
    });
}
/** What is said of the object, and not of the schema: its field, and the words. */
function saidOfIt({ causes }) {
    return causes.flatMap(({ field = '', message = '' }) => {
        const [, path] = new RegExp(`\\.properties\\[${IT}\\]\\.default(.*)$`).exec(field) ?? [];
        return path === undefined ? [] : [{ field: path.replace(/^\./, ''), message }];
    });
}
/**
 * An object of a kind that the release defines, or changes.
 * @throws Failure of what the API server would refuse about it
 */
async function judgedByDefinition(judging, manifest, schema) {
    const { client, application } = judging;
    const { object, address, node } = manifest;
    if (schema === undefined)
        return []; // the definition itself is refused
    const asked = question(schema, manifest);
    const { name, labels, annotations } = object.metadata;
    // Names and labels are the same for all kinds.
    const alike = {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, namespace: application.namespace, labels, annotations },
    };
    const may = await Promise.all([
        mayDryRun(judging, (0,kubernetes_object/* referenceTo */.Po)(asked), 'customresourcedefinitions'),
        mayDryRun(judging, (0,kubernetes_object/* referenceTo */.Po)(alike), 'configmaps'),
    ]);
    if (may.includes(false))
        return [
            unjudged(manifest, 'Its kind is defined by this release, and this identity may not dry-run another.'),
        ];
    await dryRun(judging, alike, manifest);
    const invalid = (said, cause) => new failure/* Failure */.HR({
        code: 'MANIFEST_INVALID',
        what: `The API server would refuse ${address}: ${said.map(({ field, message }) => `${field}: ${message}`).join('; ')}.`,
        why: 'Its kind is defined by this release, and its schema does not allow it.',
        fix: 'Correct the manifest, or the schema of its kind.',
        source: node.get(...(0,place_of_field/* placeOfField */.n)(node.value, said[0]?.field ?? '')).source,
        cause,
    });
    const twice = duplicatesIn(object, schema).map((field) => ({ field, message: 'Duplicate value' }));
    if (twice.length > 0)
        throw invalid(twice);
    try {
        await client.apply(asked, { fieldManager: (0,application_application/* fieldManagerOf */.fm)(application), force: true, dryRun: true });
        return [];
    }
    catch (error) {
        const said = error instanceof kubernetes_error/* KubernetesError */.dK ? saidOfIt(error) : [];
        if (said.length > 0)
            throw invalid(said, error);
        if (error instanceof kubernetes_error/* KubernetesError */.dK && error.isJudgement)
            return []; // the definition itself is refused
        throw error;
    }
}

// EXTERNAL MODULE: ./build/actions/deploy/src/ownership/takeover.js
var takeover = __webpack_require__(88);
// EXTERNAL MODULE: ./build/actions/deploy/src/release/lag.js
var lag = __webpack_require__(3533);
// EXTERNAL MODULE: ./build/actions/deploy/src/secrets/secret.js
var secret = __webpack_require__(7245);
// EXTERNAL MODULE: ./build/actions/deploy/src/preview/diff.js
var diff = __webpack_require__(9469);
// EXTERNAL MODULE: ./build/actions/deploy/src/release/recreate.js
var recreate = __webpack_require__(8276);
;// CONCATENATED MODULE: ./build/actions/deploy/src/preview/recreation.js
/** What the API server does not let be changed in place, and takes anew. */






function codeOf(refusal) {
    return (0,failure/* failuresIn */.xM)(refusal)[0]?.code;
}
/**
 * What is told of an object that is to be deleted and made again; undefined when it is refused for what it is, and not
 * for what it was.
 * @param refusal why it cannot be changed in place
 * @throws Failure MANIFEST_IMMUTABLE when its manifest does not ask for it, RECREATE_REFUSED when no release does that,
 * and what the API server refuses about the new object
 */
async function recreation(judging, { manifest, live, other, plural }, error, refusal) {
    const code = codeOf(refusal);
    if (live === undefined || !(error instanceof kubernetes_error/* KubernetesError */.dK))
        return undefined;
    if (code !== 'MANIFEST_IMMUTABLE' && (code !== 'MANIFEST_INVALID' || error.status !== 422))
        return undefined;
    const { address, object, source } = manifest;
    const asked = other === undefined && (0,recreate/* mayBeRecreated */.UA)(object);
    const never = (0,recreate/* neverRecreated */.AB)((0,kubernetes_kinds/* groupKindOf */.zo)(object), live);
    if (code === 'MANIFEST_IMMUTABLE') {
        if (!asked)
            return undefined;
        if (never === undefined)
            return judgedAnew(judging, manifest, plural);
    }
    else {
        // A rule of its kind may forbid a change in any words: then a new object is taken.
        const notices = await judgedAnew(judging, manifest, plural).catch((anew) => {
            if ((0,failure/* failuresIn */.xM)(anew).some((each) => each.source !== undefined))
                return undefined;
            throw anew;
        });
        if (notices === undefined || notices.length > 0)
            return undefined;
        if (!asked)
            throw (0,immutable/* immutableFailure */.hv)(error, manifest, live);
        if (never === undefined)
            return notices;
    }
    throw new failure/* Failure */.HR({
        code: 'RECREATE_REFUSED',
        what: `${address} cannot be changed so in place, and no release deletes it to make it again.`,
        why: `It has the annotation \`${recreate/* RECREATE */.kt}: ${recreate/* WHEN_IMMUTABLE */.Uc}\`; but ${never}.`,
        fix: 'Put back what it was, or give the object another name and move what it holds.',
        source,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/actions/deploy/src/preview/dry-run.js













/** What is said of an object whose namespace is not there yet. */
const EARLY = 'its namespace is made by this release';
/** Whether the API server refuses what an object is, as its kind is now. */
function isInvalid(refusal) {
    return (0,failure/* failuresIn */.xM)(refusal).some(({ code }) => code === 'MANIFEST_INVALID');
}
/** Whether an object cannot be made because its namespace is not there. */
function lacksNamespace(error, namespace) {
    return (error instanceof kubernetes_error/* KubernetesError */.dK &&
        (0,kubernetes_error/* isNotFound */.c4)(error) &&
        error.said === `namespaces "${namespace}" not found`);
}
function homeless({ address, node, object: { metadata } }) {
    return new failure/* Failure */.HR({
        code: 'NAMESPACE_MISSING',
        what: `The namespace ${metadata.namespace} of ${address} is neither in the cluster nor in the manifests.`,
        fix: 'Add it to the manifests (`kind: Namespace`), or correct metadata.namespace.',
        source: node.get('metadata', 'namespace').source,
    });
}
/** Its release may be the webhook's cure: nothing keeps it from going on. */
function unasked({ address, source }, webhook) {
    return (0,finding/* finding */.gk)({
        rule: 'webhook-silent',
        severity: 'warning',
        verdict: 'unknown',
        message: `What becomes of ${address} cannot be told: the webhook ${webhook} does not answer.`,
        why: 'It comes with this release. An apply waits until what serves it is ready, and asks it then.',
        fix: 'Look at what serves it, unless this release is its cure.',
        source,
    }, address);
}
/** Whether a namespace is there; who may not look is told when it is applied. */
async function isThere(client, name) {
    try {
        return (await client.get({ apiVersion: 'v1', kind: 'Namespace', name })) !== undefined;
    }
    catch (error) {
        if (error instanceof kubernetes_error/* KubernetesError */.dK && error.code === 'CLUSTER_FORBIDDEN')
            return true;
        throw error;
    }
}
/**
 * @param absent namespaces that the release makes, and that are not there yet
 * @throws Failure of what keeps the object from being applied
 */
async function dry_run_dryRun(client, found, { made, forced, force, application, rights, defined, webhooks }, absent, expecting) {
    const { manifest, served, plural, live, other, goes = false } = found;
    const { object, address, source } = manifest;
    const base = { address, kind: (0,kubernetes_kinds/* groupVersionKindOf */.d5)(object), source };
    const sent = (0,secret/* sensitiveIn */.oD)(object); // parsed from YAML
    const planned = (change, warnings = [], replaced) => {
        // What stays as it is sends nothing.
        const counts = change.action !== 'none' && (sent ?? replaced) !== undefined;
        return {
            manifest,
            change: { ...base, ...change },
            warnings,
            notices: [],
            live,
            sensitive: counts ? { sent, replaced } : undefined,
        };
    };
    const { namespace } = object.metadata;
    const judging = { client, application, rights };
    const kind = defined.get((0,kubernetes_kinds/* groupVersionKindOf */.d5)(object));
    const judged = kind === undefined ? [] : await judgedByDefinition(judging, manifest, kind.schema);
    if (!served) {
        // No dry run tells it of a kind that is not there.
        if (namespace !== undefined && !made.has(namespace) && !(await isThere(client, namespace)))
            throw homeless(manifest);
        const note = 'its kind is defined by this release';
        return { ...planned({ action: 'create', after: (0,diff/* created */.zu)(object), note }), notices: judged };
    }
    const makes = { action: 'create', after: (0,diff/* created */.zu)(object) };
    const expectedFrom = (answer) => {
        const expected = answer === undefined ? undefined : expecting.expectedOf(found, answer);
        return expected === undefined ? {} : { expected };
    };
    const early = async () => {
        const { notices, made: answer } = kind === undefined
            ? await judgedElsewhere(judging, manifest, plural)
            : { notices: judged, made: undefined };
        return { ...planned({ ...makes, note: EARLY, ...expectedFrom(answer) }), notices };
    };
    const isEarly = namespace !== undefined && absent.has(namespace);
    const recalled = expecting.recalled(found, { ...base, ...makes });
    if (recalled !== undefined)
        return { ...planned(isEarly ? { ...makes, note: EARLY } : makes), recalled };
    if (isEarly)
        return early();
    if (goes) {
        const note = 'it is being deleted, with all that is in it, and made again when it is gone';
        const notices = await judgedAnew(judging, manifest, plural);
        return { ...planned({ action: 'create', after: (0,diff/* created */.zu)(object), note }), notices };
    }
    try {
        const terms = (0,owner/* termsOf */.fd)(application, live, other !== undefined || force, forced.includes(address));
        const { body, warnings, from, notices } = await (0,takeover/* preview */.V)(client, manifest, live, terms);
        if (live === undefined)
            // What the server says about it is told again, and so asked for again.
            return planned({ ...makes, ...(warnings.length === 0 ? expectedFrom(body) : {}) }, warnings);
        const changed = (0,diff/* difference */.iv)(live, body);
        const notes = [
            ...(other === undefined ? [] : [`it ${other.what}`]),
            ...(from.length === 0 ? [] : [`what ${from.join(', ')} applied becomes ours`]),
        ];
        const note = notes.length === 0 ? {} : { note: notes.join('; ') };
        if (other === undefined && changed === undefined)
            return { ...planned({ action: 'none' }, warnings), notices };
        const action = other === undefined ? 'update' : 'import';
        return {
            ...planned({ action, ...changed, ...note }, warnings, (0,diff/* replacedSecrets */.Gd)(live, body)),
            notices,
        };
    }
    catch (error) {
        if (!lacksNamespace(error, namespace)) {
            const refusal = (0,admission_refusal/* refusalOf */.Of)(error, manifest, live);
            const silent = (0,lag/* silentOwn */.k)(refusal, { webhooks });
            if (silent !== undefined) {
                const note = `${silent}, which comes with this release, does not answer now`;
                const action = live === undefined ? 'create' : other === undefined ? 'update' : 'import';
                return { ...planned({ action, after: (0,diff/* created */.zu)(object), note }), notices: [unasked(manifest, silent)] };
            }
            // The definition that the release brings takes it, or it would have been refused by now.
            if (kind === undefined || judged.length > 0 || !isInvalid(refusal)) {
                const anew = await recreation(judging, found, error, refusal);
                if (live === undefined || anew === undefined)
                    throw refusal;
                const note = `it is deleted and made again: ${(0,immutable/* immutableWords */.Ud)(error, manifest, live)}`;
                // As when it is made alone: what is left of it to do when a run was cut off in between.
                const change = { action: 'replace', after: (0,diff/* created */.zu)(object), note };
                return { ...planned(change), notices: anew };
            }
            const action = live === undefined ? 'create' : 'update';
            const note = 'its kind is changed by this release';
            return { ...planned({ action, after: (0,diff/* created */.zu)(object), note }), notices: judged };
        }
        if (namespace !== undefined && made.has(namespace))
            return early();
        throw homeless(manifest);
    }
}

// EXTERNAL MODULE: ./build/actions/deploy/src/preview/expected.js + 2 modules
var expected = __webpack_require__(6753);
// EXTERNAL MODULE: ./build/actions/deploy/src/release/terminating.js
var terminating = __webpack_require__(6473);
;// CONCATENATED MODULE: ./build/actions/deploy/src/preview/find.js
/** What the cluster has of what is asked for. */








async function find(client, manifest, { defined, scopeOf, rights, application, uids, adopt }) {
    const { object, address, source } = manifest;
    if (object.metadata.namespace === undefined && scopeOf((0,kubernetes_kinds/* groupKindOf */.zo)(object)) === 'Namespaced') {
        throw new failure/* Failure */.HR({
            code: 'NAMESPACE_MISSING',
            what: `${address} names no namespace.`,
            fix: 'Set metadata.namespace, or `namespace:` in the kustomization.',
            source: manifest.node.get('metadata').source,
        });
    }
    const resource = await client.discovery.resourceOf(object);
    const plural = resource?.plural ?? defined.get((0,kubernetes_kinds/* groupVersionKindOf */.d5)(object))?.plural;
    if (plural === undefined) {
        throw new failure/* Failure */.HR({
            code: 'KIND_UNKNOWN',
            what: `The cluster knows no ${object.kind} of ${object.apiVersion}.`,
            fix: 'Add its CustomResourceDefinition to the manifests, or correct apiVersion and kind.',
            source,
        });
    }
    const reference = (0,kubernetes_object/* referenceTo */.Po)(object);
    const reading = rightsTo(['get'], reference, plural);
    const visible = (await rights.missing(reading)).length === 0;
    const live = resource === undefined || !visible
        ? undefined
        : await client.get(reference).catch((error) => {
            throw (0,admission_refusal/* atItsPlace */.pK)(error, manifest);
        });
    const other = live === undefined ? undefined : (0,owner/* otherThan */.kM)(application, live, uids.get((0,kubernetes_address/* keyOf */.TN)(reference)));
    if (other !== undefined && !adopt.includes(address))
        throw (0,owner/* refusedOwner */.OF)(address, other, source);
    const writing = rightsTo(live === undefined ? ['create', 'patch'] : ['patch'], reference, plural);
    return { manifest, served: resource !== undefined, plural, live, other, needs: [...reading, ...writing] };
}
function isNamespace({ object }) {
    return (0,kubernetes_kinds/* groupKindOf */.zo)(object) === kubernetes_kinds/* knownKinds */.T8.namespace;
}
/** The same, without what goes with a namespace that is being deleted: the release makes all of it again. */
function withoutGoing(found) {
    const going = new Set(found.flatMap(({ manifest, live }) => isNamespace(manifest) && live !== undefined && (0,terminating/* isTerminating */.f)(live) ? [live.metadata.name] : []));
    return found.map((one) => {
        const { object } = one.manifest;
        const { name, namespace = '' } = object.metadata;
        const goes = isNamespace(one.manifest) && going.has(name);
        if (!goes && !going.has(namespace))
            return one;
        const needs = [...one.needs, ...rightsTo(['create'], (0,kubernetes_object/* referenceTo */.Po)(object), one.plural)];
        return { ...one, live: undefined, other: undefined, needs, ...(goes ? { goes } : {}) };
    });
}

// EXTERNAL MODULE: ./build/actions/deploy/src/preview/images.js
var preview_images = __webpack_require__(720);
// EXTERNAL MODULE: ./build/actions/deploy/src/secrets/secret-values.js
var secret_values = __webpack_require__(7360);
;// CONCATENATED MODULE: ./build/actions/deploy/src/plan.js
/** What applying would change, by server-side dry run. */
































function warningFindings(planned) {
    return planned.flatMap(({ change, warnings }) => warnings.map((message) => (0,finding/* finding */.gk)({
        rule: 'api-server-warning',
        severity: 'warning',
        verdict: 'fail',
        message: `${change.address}: ${message}.`,
        why: 'The API server says so about this object.',
        fix: 'Change the manifest before the server refuses it.',
        ...(change.source === undefined ? {} : { source: change.source }),
    }, `${change.address} ${message}`)));
}
function renderedEvidence({ manifests: { renderedBy } }) {
    if (renderedBy === undefined)
        return [];
    return [{ title: 'Rendering', verdict: 'pass', text: `The manifests are rendered by ${renderedBy}.` }];
}
/** As they stand in the files. */
function inOrder(findings) {
    const place = ({ source }) => `${source?.file} ${String(source?.line ?? 0).padStart(9, '0')}`;
    return findings.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}
function seenOf({ manifest, change: { address }, live }) {
    return live === undefined ? [] : [{ address, live, manifest }];
}
/** Of what is sent, without what is sensitive of it: that counts by a salted hash. */
function sha256Of(object) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update((0,canonical/* canonicalJson */.dj)((0,secret/* withSecretsHidden */.oe)(object))) // parsed from YAML
        .digest('hex');
}
/** What an identity plans with that may not read the inventory, until it is told so. */
const NOTHING_KNOWN = {
    members: [],
    released: undefined,
    version: undefined,
    repository: undefined,
};
/** The manifests, by addresses that tell them and what else is in the plan apart. */
function addressed(manifests, addressOf) {
    return manifests.map((manifest) => ({ ...manifest, address: addressOf((0,kubernetes_object/* referenceTo */.Po)(manifest.object)) }));
}
/**
 * Looks at everything that the deployment is about, and changes nothing.
 * @param shown what was shown of what is to be applied, as somebody vouches for it: awaited when all else is known
 */
async function planDeployment(client, deployment, place, world, shown = Promise.resolve(undefined)) {
    const { application, images, name, prune, adopt, forced, rolloutTimeout } = deployment;
    (0,secret_values/* maskSecrets */.Q)(deployment.manifests.manifests.map(({ object }) => object), world);
    // What does not stand on another answer is asked for at once: the way there and back is most of what it takes.
    const rights = new Rights(client);
    const scopeOf = (0,scope/* scopesAmong */.Cq)(deployment.manifests.manifests.map(({ object }) => object), await client.discovery.scopes());
    const written = deployment.manifests.manifests.map((manifest) => (0,manifests_manifest/* placedManifest */.bX)(manifest, scopeOf));
    (0,failure/* throwIfAny */.MI)((0,manifests_manifest/* duplicatesAmong */.zX)(written));
    const made = new Set(written.flatMap(({ object }) => (0,kubernetes_kinds/* groupKindOf */.zo)(object) === kubernetes_kinds/* knownKinds */.T8.namespace ? [object.metadata.name] : []));
    const references = written.map(({ object }) => (0,kubernetes_object/* referenceTo */.Po)(object));
    const owned = written.map((manifest) => ({
        ...manifest,
        object: (0,owner/* asOwned */.gs)((0,application_inventory/* asMember */.Nx)(manifest.object, application), application),
    }));
    // What is gone must not change how the bytes of what stays are named: an interrupted release has the same.
    const nameOf = (0,kubernetes_address/* addressesAmong */.hQ)(references);
    const nameOfBytes = ({ object }) => nameOf((0,kubernetes_object/* referenceTo */.Po)(object));
    const bytes = Object.fromEntries(owned.map((manifest) => [nameOfBytes(manifest), sha256Of(manifest.object)]));
    const seeing = (0,expected/* lookFor */.xy)(deployment, client, owned);
    seeing.catch(() => undefined); // thrown when something is expected
    const recall = rightsToRecall(application);
    const get = (0,gathered/* gathered */.P)(client, references, true);
    rights.expect(await rightsToPlan(client, references));
    const reading = (0,application_inventory/* readInventory */.zw)(client, application);
    reading.catch(() => undefined); // thrown when it may be read
    const known = (await rights.missing(recall)).length === 0;
    const inventory = known ? await reading : NOTHING_KNOWN;
    (0,application_inventory/* ownInventory */.p_)(inventory, application, adopt);
    const isLost = known && inventory.version === undefined;
    const rebuilt = isLost ? await rebuiltMembers(client, application, references) : NOTHING_REBUILT;
    const members = [...inventory.members, ...rebuilt.members];
    const left = (0,application_inventory/* except */.iu)(members, references);
    const addressOf = (0,kubernetes_address/* addressesAmong */.hQ)([...references, ...left]);
    const manifests = addressed(owned, addressOf);
    const addresses = manifests.map(({ address }) => address);
    (0,owner/* checkAdopt */.BL)(adopt, application, addresses);
    (0,conflicts/* checkForced */._Z)(forced, addresses);
    const uids = new Map(members.map((member) => [(0,kubernetes_address/* keyOf */.TN)(member), member.uid]));
    const defined = (0,definition/* definedKinds */.L)(written);
    const force = deployment.looksForDrift === true;
    const webhooks = new Set((0,kubernetes_webhooks/* webhooksAmong */.X)(written.map(({ object }) => object)).map(({ name }) => name));
    const context = { defined, webhooks, made, force, scopeOf, rights, application, uids, adopt, forced };
    const refused = [];
    /** What an object is refused for is told of it, and keeps nobody from seeing the rest. */
    const each = async (manifest, work) => {
        try {
            return [await work()];
        }
        catch (error) {
            refused.push(...(0,admission_refusal/* refusedFindings */.rB)(error, manifest));
            return [];
        }
    };
    const { discovery } = client;
    const looks = await (0,collect/* collect */.F)(manifests, (manifest) => each(manifest, () => find({ get, discovery }, manifest, context)));
    const found = withoutGoing(looks.flat());
    const listing = {
        get: (0,gathered/* gathered */.P)(client, left),
        discovery,
        list: (type, options) => client.list(type, options),
    };
    const orphans = await lookAtOrphans(listing, left, application, addressOf);
    const pruning = planPruning(orphans, {
        prune,
        allowPrune: deployment.allowPrune,
        owned: members.filter(({ uid }) => uid !== undefined).length,
    });
    // What only an apply needs is asked of nobody who has nothing to apply.
    const applying = deployment.applies
        ? [...rightsToRemember(application), ...(prune ? await rightsToDelete(client, orphans) : [])]
        : [];
    await rights.demand([...recall, ...found.flatMap(({ needs }) => needs)], applying, world);
    const awaited = manifests.filter(({ object }) => (0,trouble/* hasPods */.FF)(object));
    const blind = deployment.applies ? blindFindings(rights, awaited) : Promise.resolve([]);
    blind.catch(() => undefined); // thrown when it is told
    const absent = new Set(found.flatMap(({ manifest: { object }, live }) => (0,kubernetes_kinds/* groupKindOf */.zo)(object) === kubernetes_kinds/* knownKinds */.T8.namespace && live === undefined ? [object.metadata.name] : []));
    const seen = await seeing;
    const review = await shown;
    const expecting = deployment.applies
        ? (0,expected/* recalling */.yW)(seen, review, (manifest) => {
            const named = nameOfBytes(manifest);
            return review?.from[named] === bytes[named];
        })
        : (0,expected/* expectingOf */.zx)(seen);
    const previews = await (0,collect/* collect */.F)(found, (one) => each(one.manifest, () => dry_run_dryRun(client, one, context, absent, expecting)));
    const planned = previews.flat();
    const applies = planned.flatMap(({ manifest, change: { action } }) => action === 'create' || action === 'update' || action === 'import' || action === 'replace'
        ? [{ manifest, action }]
        : []);
    const recreating = deployment.applies ? await rightsToRecreate(client, applies) : [];
    if (applies.length + pruning.deletes.length > 0)
        await rights.demand([...applying, ...recreating], [], world);
    const sent = new Set(applies.map(({ manifest }) => nameOfBytes(manifest)));
    const plan = (0,model_plan/* makePlan */.Cs)({
        step: 'deploy',
        ...place,
        name,
        createdAt: world.clock(),
        changes: [...planned.map(({ change }) => change), ...pruning.changes],
        findings: [
            ...inOrder(refused),
            ...deployment.manifests.findings,
            ...planned.flatMap(({ notices }) => notices),
            ...lostInventory(application, rebuilt),
            ...(0,unwell/* unwellFindings */.sp)(planned.flatMap(seenOf)),
            ...stayingFindings(orphans, pruning.deletes),
            ...warningFindings(planned),
            ...(0,preview_images/* floatingFindings */.R)(manifests),
            ...pruning.findings,
            ...(await blind),
            ...silentFindings(rights),
        ],
        evidence: renderedEvidence(deployment),
        with: {
            ...Object.fromEntries([...images].map(([image, reference]) => [`image ${image}`, reference])),
            prune,
            ...(forced.length === 0 ? {} : { 'force-conflicts': [...forced].sort() }),
            'field manager': (0,application_application/* fieldManagerOf */.fm)(application),
            repository: application.repository,
        },
        from: Object.fromEntries(Object.entries(bytes).filter(([named]) => sent.has(named))),
        sources: bytes,
        released: lastRelease(inventory, rebuilt),
        grounds: expecting.grounds,
        sensitive: new sensitive/* Sensitive */.p(planned.flatMap(({ change, sensitive }) => sensitive === undefined ? [] : [[change.address, sensitive]])),
    });
    return {
        plan,
        application,
        manifests,
        live: new Map(planned.flatMap(seenOf).map(({ address, live }) => [address, live])),
        applies,
        recalled: new Map(planned.flatMap(({ change, recalled }) => (recalled === undefined ? [] : [[change.address, recalled]]))),
        deletes: pruning.deletes,
        forced,
        forgets: pruning.forgets,
        inventory,
        rebuilt: rebuilt.members,
        uids,
        adopt,
        rolloutTimeout,
    };
}


/***/ })

};
