export const id = "deploy-plan";
export const ids = ["deploy-plan"];
export const modules = {

/***/ 5282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planDeployment: () => (/* binding */ planDeployment)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/address.js
var kubernetes_address = __webpack_require__(790);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/error.js
var kubernetes_error = __webpack_require__(2652);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/health/index.js + 12 modules
var health = __webpack_require__(9901);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kubernetes_kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var kubernetes_object = __webpack_require__(1123);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/scope.js + 1 modules
var scope = __webpack_require__(1656);
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
// EXTERNAL MODULE: ./build/toolkit/model/sensitive.js + 1 modules
var sensitive = __webpack_require__(5143);
// EXTERNAL MODULE: ./build/actions/deploy/src/application.js
var src_application = __webpack_require__(4077);
// EXTERNAL MODULE: ./build/actions/deploy/src/collect.js
var collect = __webpack_require__(329);
// EXTERNAL MODULE: ./build/actions/deploy/src/conflicts.js
var conflicts = __webpack_require__(9468);
;// CONCATENATED MODULE: ./build/actions/deploy/src/defined-kinds.js
/** What a release defines itself, before the cluster serves it. */

/** The kinds that this release itself defines, with their plurals. */
function definedKinds(manifests) {
    const definitions = manifests.filter(({ object }) => (0,kubernetes_kinds/* groupKindOf */.zo)(object) === kubernetes_kinds/* knownKinds */.T8.definition);
    return new Map(definitions.flatMap(({ object }) => {
        const { spec } = object; // apiextensions.k8s.io/v1
        const plural = spec?.names?.plural ?? '';
        return (spec?.versions ?? []).map(({ name }) => [`${spec?.group}/${name} ${spec?.names?.kind}`, plural]);
    }));
}

// EXTERNAL MODULE: ./build/toolkit/model/change.js
var change = __webpack_require__(2719);
// EXTERNAL MODULE: ./build/actions/deploy/src/owner.js
var owner = __webpack_require__(9320);
// EXTERNAL MODULE: ./build/actions/deploy/src/secret.js
var secret = __webpack_require__(4023);
;// CONCATENATED MODULE: ./build/actions/deploy/src/diff.js



/** The server keeps these; nobody applies them. */
const serversOwn = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid'];
const controllersOwn = [
    'deployment.kubernetes.io/revision',
    'kubectl.kubernetes.io/last-applied-configuration',
    ...owner/* ownersOwn */.D,
];
function without(value, keys) {
    return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
/** The object as people wrote it: no status, no bookkeeping. */
function clean(object) {
    const { status: _status, ...rest } = object; // parsed JSON of the API
    const metadata = without(rest['metadata'], serversOwn);
    const annotations = (0,secret/* hasFields */.s6)(metadata['annotations'])
        ? without(metadata['annotations'], controllersOwn)
        : {};
    const { annotations: _old, ...others } = metadata;
    return { ...rest, metadata: Object.keys(annotations).length === 0 ? others : { ...others, annotations } };
}
/** Only what differs: maps member by member, lists item by item when they have the same length. */
function differing(before, after) {
    if (JSON.stringify(before) === JSON.stringify(after))
        return [undefined, undefined];
    if ((0,secret/* hasFields */.s6)(before) && (0,secret/* hasFields */.s6)(after)) {
        const left = {};
        const right = {};
        for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
            const [a, b] = differing(before[key], after[key]);
            if (a !== undefined)
                left[key] = a;
            if (b !== undefined)
                right[key] = b;
        }
        return [left, right];
    }
    if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
        const pairs = before.map((item, index) => differing(item, after[index]));
        return [pairs.map(([a]) => a ?? null), pairs.map(([, b]) => b ?? null)];
    }
    return [before, after];
}
/** What is in a Secret is never shown; whether it changes is. */
function shown(before, after) {
    const changed = (value, other) => JSON.stringify(value) === JSON.stringify(other) ? change/* SENSITIVE */.NP : change/* SENSITIVE_CHANGED */.aQ;
    return [(0,secret/* withSecretsHidden */.oe)(before), (0,secret/* withSecretsHidden */.oe)(after, before, changed)];
}
/** `undefined` when nothing would change. */
function difference(live, applied) {
    const [before, after] = differing(...shown(clean(live), clean(applied)));
    return before === undefined && after === undefined
        ? undefined
        : { before: before ?? null, after: after ?? null };
}
/** A new object as it would be shown. */
function created(object) {
    return (0,secret/* withSecretsHidden */.oe)(clean(object));
}
/** What is sensitive of what would go, in the shape of the object; undefined when nothing is. */
function replacedSecrets(live, applied) {
    const [before] = differing((0,secret/* sensitiveIn */.oD)(clean(live)) ?? {}, (0,secret/* sensitiveIn */.oD)(clean(applied)) ?? {});
    return before;
}

// EXTERNAL MODULE: ./build/actions/deploy/src/images.js
var src_images = __webpack_require__(8401);
// EXTERNAL MODULE: ./build/actions/deploy/src/inventory.js
var src_inventory = __webpack_require__(7071);
// EXTERNAL MODULE: ./build/actions/deploy/src/orphans.js
var src_orphans = __webpack_require__(3336);
;// CONCATENATED MODULE: ./build/actions/deploy/src/rebuild.js







const NOTHING_REBUILT = { members: [], hidden: [] };
/** Undefined when it may not be listed. */
async function listed(client, { apiVersion, kind }, labels, namespace) {
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
    const labels = `${src_inventory/* PART_OF */.em}=${(0,src_inventory/* idOf */.TH)(application)}`;
    const kinds = (await client.discovery.kinds()).filter(({ verbs }) => verbs.includes('list') && verbs.includes('patch'));
    const found = await (0,collect/* collect */.F)(kinds, async (kind) => {
        const everywhere = await listed(client, kind, labels);
        if (everywhere !== undefined)
            return { kind, objects: everywhere };
        if (!kind.namespaced)
            return { kind, objects: undefined };
        const parts = await Promise.all(namespaces.map((namespace) => listed(client, kind, labels, namespace)));
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

// EXTERNAL MODULE: ./build/actions/deploy/src/refusal.js
var refusal = __webpack_require__(7807);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/actions/deploy/src/rights.js
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
        ...rightsTo(['create', 'patch'], (0,src_application/* parentOf */.gN)(application), 'configmaps'),
        ...rightsTo(['get', 'create', 'patch'], (0,src_application/* leaseOf */.m8)(application), 'leases'),
    ];
}
function rightsToRecall(application) {
    return rightsTo(['get'], (0,src_application/* parentOf */.gN)(application), 'configmaps');
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
    }
    /** Why the API server does not say what the identity may do; then everything counts as allowed, until it is refused. */
    get silent() {
        return this.#silent;
    }
    async may(right) {
        const all = await this.#may({ ...right, name: undefined });
        return all || (right.name !== undefined && (await this.#may(right)));
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
    #may(right) {
        const key = keyOf(right);
        const asked = this.#asked.get(key) ?? this.#ask(right);
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
function rights_listed(rights) {
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
        what: `This identity${user === '' ? '' : `, the user ${user},`} may not do what this release needs: ${rights_listed(rights)}.`,
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
            message: `When a rollout fails, it cannot be told why: this identity may not ${rights_listed(missing)}.`,
            why: 'Pods, their events and their last lines say which container fails, and of what.',
            fix: `Add ${rulesFor(missing)}.`,
        }, rights_listed(missing)),
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

// EXTERNAL MODULE: ./build/actions/deploy/src/secret-values.js
var secret_values = __webpack_require__(2646);
// EXTERNAL MODULE: ./build/actions/deploy/src/takeover.js
var takeover = __webpack_require__(2318);
// EXTERNAL MODULE: ./build/actions/deploy/src/unwell.js
var unwell = __webpack_require__(8308);
;// CONCATENATED MODULE: ./build/actions/deploy/src/plan.js
/** What applying would change, by server-side dry run. */





























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
    const plural = resource?.plural ?? defined.get((0,kubernetes_kinds/* groupVersionKindOf */.d5)(object));
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
            throw (0,refusal/* atItsPlace */.pK)(error, manifest);
        });
    const other = live === undefined ? undefined : (0,owner/* otherThan */.kM)(application, live, uids.get((0,kubernetes_address/* keyOf */.TN)(reference)));
    if (other !== undefined && !adopt.includes(address))
        throw (0,owner/* refusedOwner */.OF)(address, other, source);
    const writing = rightsTo(live === undefined ? ['create', 'patch'] : ['patch'], reference, plural);
    return { manifest, served: resource !== undefined, live, other, needs: [...reading, ...writing] };
}
/** Whether an object cannot be made because its namespace is not there. */
function lacksNamespace(error, namespace) {
    return (error instanceof kubernetes_error/* KubernetesError */.dK &&
        (0,kubernetes_error/* isNotFound */.c4)(error) &&
        error.said === `namespaces "${namespace}" not found`);
}
async function planOne(client, { manifest, served, live, other }, { made, application, forced }) {
    const { object, address, source } = manifest;
    const base = { address, kind: (0,kubernetes_kinds/* groupVersionKindOf */.d5)(object), source };
    const sent = (0,secret/* sensitiveIn */.oD)(fieldsOf(object));
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
    if (!served) {
        return planned({
            action: 'create',
            after: created(object),
            note: 'its kind is defined by this release',
        });
    }
    const { namespace } = object.metadata;
    try {
        const terms = (0,owner/* termsOf */.fd)(application, live, other !== undefined, forced.includes(address));
        const { body, warnings, from, notices } = await (0,takeover/* preview */.V)(client, manifest, live, terms);
        if (live === undefined)
            return planned({ action: 'create', after: created(object) }, warnings);
        const changed = difference(live, body);
        if (changed === undefined && other === undefined)
            return { ...planned({ action: 'none' }, warnings), notices };
        const migrated = from.length === 0 ? [] : [`what ${from.join(', ')} applied becomes ours`];
        const note = [...(other === undefined ? [] : [`it ${other.what}`]), ...migrated].join('; ');
        const change = {
            action: other === undefined ? 'update' : 'import',
            ...changed,
            ...(note === '' ? {} : { note }),
        };
        return { ...planned(change, warnings, replacedSecrets(live, body)), notices };
    }
    catch (error) {
        if (!lacksNamespace(error, namespace))
            throw (0,refusal/* refusalOf */.Of)(error, manifest);
        if (namespace !== undefined && made.has(namespace)) {
            return planned({
                action: 'create',
                after: created(object),
                note: 'its namespace is made by this release',
            });
        }
        throw new failure/* Failure */.HR({
            code: 'NAMESPACE_MISSING',
            what: `The namespace ${namespace} of ${address} is neither in the cluster nor in the manifests.`,
            fix: 'Add it to the manifests (`kind: Namespace`), or correct metadata.namespace.',
            source: manifest.node.get('metadata', 'namespace').source,
        });
    }
}
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
function seenOf({ manifest, change: { address }, live }) {
    return live === undefined ? [] : [{ address, live, manifest }];
}
function fieldsOf(object) {
    return object; // parsed from YAML
}
/** Of what is sent, without what is sensitive of it: that counts by a salted hash. */
function sha256Of(object) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update((0,canonical/* canonicalJson */.d)((0,secret/* withSecretsHidden */.oe)(fieldsOf(object))))
        .digest('hex');
}
/** What an identity plans with that may not read the inventory, until it is told so. */
const NOTHING_KNOWN = {
    members: [],
    released: undefined,
    version: undefined,
    repository: undefined,
};
async function rightsToDelete(client, orphans) {
    const needs = await Promise.all(orphans.map(async ({ reference, state }) => {
        if (state.is !== 'deletable' && state.is !== 'hidden')
            return [];
        const resource = await client.discovery.resourceOf(reference);
        return resource === undefined ? [] : rightsTo(['delete', 'get'], reference, resource.plural);
    }));
    return needs.flat();
}
/** The manifests, by addresses that tell them and what else is in the plan apart. */
function addressed(manifests, addressOf) {
    return manifests.map((manifest) => ({ ...manifest, address: addressOf((0,kubernetes_object/* referenceTo */.Po)(manifest.object)) }));
}
/** Looks at everything that the deployment is about, and changes nothing. */
async function planDeployment(client, deployment, place, world) {
    const { application, images, name, prune, adopt, forced, rolloutTimeout } = deployment;
    (0,secret_values/* maskSecrets */.Q)(deployment.manifests.manifests.map(({ object }) => object), world);
    const scopeOf = (0,scope/* scopesAmong */.Cq)(deployment.manifests.manifests.map(({ object }) => object), await client.discovery.scopes());
    const written = deployment.manifests.manifests.map((manifest) => (0,manifests_manifest/* placedManifest */.bX)(manifest, scopeOf));
    (0,failure/* throwIfAny */.MI)((0,manifests_manifest/* duplicatesAmong */.zX)(written));
    const made = new Set(written.flatMap(({ object }) => (0,kubernetes_kinds/* groupKindOf */.zo)(object) === kubernetes_kinds/* knownKinds */.T8.namespace ? [object.metadata.name] : []));
    const rights = new Rights(client);
    const references = written.map(({ object }) => (0,kubernetes_object/* referenceTo */.Po)(object));
    const recall = rightsToRecall(application);
    const known = (await rights.missing(recall)).length === 0;
    const inventory = known ? await (0,src_inventory/* readInventory */.zw)(client, application) : NOTHING_KNOWN;
    (0,src_inventory/* ownInventory */.p_)(inventory, application, adopt);
    const isLost = known && inventory.version === undefined;
    const rebuilt = isLost ? await rebuiltMembers(client, application, references) : NOTHING_REBUILT;
    const members = [...inventory.members, ...rebuilt.members];
    const left = (0,src_inventory/* except */.iu)(members, references);
    const addressOf = (0,kubernetes_address/* addressesAmong */.hQ)([...references, ...left]);
    const manifests = addressed(written, addressOf).map((manifest) => ({
        ...manifest,
        object: (0,owner/* asOwned */.gs)((0,src_inventory/* asMember */.Nx)(manifest.object, application), application),
    }));
    const addresses = manifests.map(({ address }) => address);
    (0,owner/* checkAdopt */.BL)(adopt, application, addresses);
    (0,conflicts/* checkForced */._Z)(forced, addresses);
    const uids = new Map(members.map((member) => [(0,kubernetes_address/* keyOf */.TN)(member), member.uid]));
    const defined = definedKinds(written);
    const context = { defined, made, scopeOf, rights, application, uids, adopt, forced };
    const refused = [];
    /** What an object is refused for is told of it, and keeps nobody from seeing the rest. */
    const each = async (manifest, work) => {
        try {
            return [await work()];
        }
        catch (error) {
            refused.push(...(0,refusal/* refusedFindings */.rB)(error, manifest));
            return [];
        }
    };
    const looks = await (0,collect/* collect */.F)(manifests, (manifest) => each(manifest, () => find(client, manifest, context)));
    const found = looks.flat();
    const orphans = await (0,src_orphans/* lookAtOrphans */.up)(client, left, application, addressOf);
    const pruning = (0,src_orphans/* planPruning */.Xx)(orphans, {
        prune,
        allowPrune: deployment.allowPrune,
        owned: members.filter(({ uid }) => uid !== undefined).length,
    });
    // What only an apply needs is asked of nobody who has nothing to apply.
    const applying = deployment.applies
        ? [...rightsToRemember(application), ...(prune ? await rightsToDelete(client, orphans) : [])]
        : [];
    await rights.demand([...recall, ...found.flatMap(({ needs }) => needs)], applying, world);
    const previews = await (0,collect/* collect */.F)(found, (one) => each(one.manifest, () => planOne(client, one, context)));
    const planned = previews.flat();
    // What is gone must not change how the bytes of what stays are named: an interrupted release has the same.
    const nameOf = (0,kubernetes_address/* addressesAmong */.hQ)(references);
    const applies = planned.flatMap(({ manifest, change: { action } }) => action === 'create' || action === 'update' || action === 'import' ? [{ manifest, action }] : []);
    if (applies.length + pruning.deletes.length > 0)
        await rights.demand(applying, [], world);
    const awaited = manifests.filter(({ object }) => (0,health/* isAwaited */.AJ)((0,kubernetes_kinds/* groupKindOf */.zo)(object)));
    const bytesOf = (objects) => Object.fromEntries(objects.map(({ object }) => [nameOf((0,kubernetes_object/* referenceTo */.Po)(object)), sha256Of(object)]));
    const plan = (0,model_plan/* makePlan */.Cs)({
        step: 'deploy',
        ...place,
        name,
        createdAt: world.clock(),
        changes: [...planned.map(({ change }) => change), ...pruning.changes],
        findings: [
            ...refused,
            ...lostInventory(application, rebuilt),
            ...planned.flatMap(({ notices }) => notices),
            ...(0,unwell/* unwellFindings */.sp)(planned.flatMap(seenOf)),
            ...(0,src_orphans/* stayingFindings */.Wr)(orphans, pruning.deletes),
            ...warningFindings(planned),
            ...(0,src_images/* floatingFindings */.R)(manifests),
            ...pruning.findings,
            ...(deployment.applies ? await blindFindings(rights, awaited) : []),
            ...silentFindings(rights),
        ],
        with: {
            ...Object.fromEntries([...images].map(([image, reference]) => [`image ${image}`, reference])),
            prune,
            ...(forced.length === 0 ? {} : { 'force-conflicts': [...forced].sort() }),
            'field manager': (0,src_application/* fieldManagerOf */.fm)(application),
            repository: application.repository,
        },
        from: bytesOf(applies.map(({ manifest }) => manifest)),
        sources: bytesOf(manifests),
        released: lastRelease(inventory, rebuilt),
        sensitive: new sensitive/* Sensitive */.p(planned.flatMap(({ change, sensitive }) => sensitive === undefined ? [] : [[change.address, sensitive]])),
    });
    return {
        plan,
        application,
        manifests,
        live: new Map(planned.flatMap(seenOf).map(({ address, live }) => [address, live])),
        applies,
        deletes: pruning.deletes,
        forgets: pruning.forgets,
        rebuilt: rebuilt.members,
        uids,
        adopt,
        forced,
        rolloutTimeout,
    };
}


/***/ })

};
