export const id = "deploy-turn-turn";
export const ids = ["deploy-turn-turn"];
export const modules = {

/***/ 1138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ replaced),
/* harmony export */   KC: () => (/* binding */ union),
/* harmony export */   Nx: () => (/* binding */ asMember),
/* harmony export */   iu: () => (/* binding */ except),
/* harmony export */   p_: () => (/* binding */ ownInventory),
/* harmony export */   qu: () => (/* binding */ writeInventory),
/* harmony export */   ro: () => (/* binding */ NOT_THERE),
/* harmony export */   s_: () => (/* binding */ memberSelector),
/* harmony export */   zw: () => (/* binding */ readInventory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3339);
/* harmony import */ var _toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(790);
/* harmony import */ var _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2652);
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2693);
/* harmony import */ var _toolkit_kubernetes_scope_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1656);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6845);
/* harmony import */ var _application_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5884);
/**
 * What an application owns in the cluster, so that what leaves the manifests can be found and pruned. It is an
 * ApplySet parent as `kubectl` knows it (KEP-3659), with the exact list of members beside. It only says where to look:
 * whose an object is, it says itself (`owner.ts`).
 */








const PART_OF = 'applyset.kubernetes.io/part-of';
const RELEASED_COMMIT = 'omninode.io/released-commit';
const RELEASED_RUN = 'omninode.io/released-run';
const REPOSITORY = 'omninode.io/repository-id';
/** No object has this version when it is looked for: with it, apply makes an object, and changes none. */
const NOT_THERE = '1';
const Members = zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    apiVersion: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    namespace: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().optional(),
    name: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    uid: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().optional(),
}));
function parentWords(application) {
    const { name, namespace } = (0,_application_js__WEBPACK_IMPORTED_MODULE_7__/* .parentOf */ .gN)(application);
    return `the ConfigMap ${name} in the namespace ${namespace}`;
}
/** The id that KEP-3659 prescribes: a hash of the parent's name, namespace, kind and group. */
function idOf(application) {
    const { name, namespace } = (0,_application_js__WEBPACK_IMPORTED_MODULE_7__/* .parentOf */ .gN)(application);
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${name}.${namespace}.ConfigMap.`).digest('base64url');
    return `applyset-${hash}-v1`;
}
/** The object with the label that makes it a member. */
function asMember(object, application) {
    const labels = { ...object.metadata.labels, [PART_OF]: idOf(application) };
    return { ...object, metadata: { ...object.metadata, labels } };
}
/** What the members of an application, and nothing else, are selected by. */
function memberSelector(application) {
    return `${PART_OF}=${idOf(application)}`;
}
/** Each object once, as the first of the lists has it. */
function union(...lists) {
    const members = new Map();
    for (const reference of lists.flat()) {
        const key = (0,_toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(reference);
        if (!members.has(key))
            members.set(key, reference);
    }
    return [...members.values()];
}
/** The members, with others in the place of those that are the same object, and behind them. */
function replaced(members, others) {
    const known = new Map(others.map((other) => [(0,_toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(other), other]));
    return union(members.map((member) => known.get((0,_toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(member)) ?? member), others);
}
/** Those that are in none of the others. */
function except(members, others) {
    const keys = new Set(others.map(_toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN));
    return members.filter((member) => !keys.has((0,_toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(member)));
}
function invalid(application, why) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR({
        code: 'INVENTORY_INVALID',
        what: `What ${application.name} owns cannot be told from its inventory, ${parentWords(application)}.`,
        why,
        fix: 'Put it back as it was: somebody has changed it by hand.',
    });
}
/** What the API server refuses, with the rule that would allow it. */
function refusedBy(error, application, verbs) {
    if (!(error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_2__/* .KubernetesError */ .dK) || !error.isJudgement)
        return error;
    const forbidden = error.status === 403;
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR({
        code: forbidden ? 'CLUSTER_FORBIDDEN' : 'INVENTORY_REFUSED',
        what: `The API server does not allow the inventory of ${application.name}, ${parentWords(application)}.`,
        why: `${error.said}.`,
        fix: forbidden
            ? `Add the rule \`{apiGroups: [""], resources: [configmaps], verbs: [${verbs}]}\` to a Role in the namespace ${application.namespace}.`
            : 'Mend what the API server says, and start again.',
        cause: error,
    });
}
function membersIn(text, application) {
    try {
        return Members.parse(JSON.parse(text));
    }
    catch {
        throw invalid(application, '`members` is no JSON list of objects.');
    }
}
function releasedIn(annotations, application) {
    const { [RELEASED_COMMIT]: commit, [RELEASED_RUN]: run = '' } = annotations;
    if (commit === undefined)
        return undefined;
    // A branch's name would be compared as whatever it is today.
    if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit))
        throw invalid(application, `The annotation ${RELEASED_COMMIT} is no full commit id.`);
    return { commit, run };
}
/** @throws Failure INVENTORY_INVALID, CLUSTER_FORBIDDEN, INVENTORY_REFUSED */
async function readInventory(client, application) {
    const parent = await client.get((0,_application_js__WEBPACK_IMPORTED_MODULE_7__/* .parentOf */ .gN)(application)).catch((error) => {
        throw refusedBy(error, application, 'get');
    });
    if (parent === undefined)
        return { members: [], released: undefined, version: undefined, repository: undefined };
    const { members = '[]' } = parent.data ?? {}; // core/v1 ConfigMap
    // Its members may have been written before it was known that they are outside of namespaces.
    const scopeOf = (0,_toolkit_kubernetes_scope_ts__WEBPACK_IMPORTED_MODULE_4__/* .scopesAmong */ .Cq)([], await client.discovery.scopes());
    const { annotations = {}, resourceVersion } = parent.metadata;
    return {
        members: union(membersIn(members, application).map((each) => (0,_toolkit_kubernetes_scope_ts__WEBPACK_IMPORTED_MODULE_4__/* .placed */ .GS)(each, scopeOf))),
        released: releasedIn(annotations, application),
        version: resourceVersion,
        repository: annotations[REPOSITORY],
    };
}
/**
 * Two repositories may have chosen one name.
 * @throws Failure OWNER_OTHER unless the inventory is of this repository, or named to be taken over
 */
function ownInventory({ version, repository }, application, adopt) {
    const address = (0,_toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci)((0,_application_js__WEBPACK_IMPORTED_MODULE_7__/* .parentOf */ .gN)(application));
    if (version === undefined || repository === application.repository || adopt.includes(address))
        return;
    throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR({
        code: 'OWNER_OTHER',
        what: `The application ${application.name} of this cluster is of another repository${repository === undefined ? '' : `, with the id ${repository}`}.`,
        why: `So says its inventory, ${parentWords(application)}.`,
        fix: `Choose another \`application\`. If this repository has taken its place, add the line \`${address}\` to \`adopt\`, and a line for each of its objects.`,
    });
}
/**
 * Writes the inventory if it still is what was read.
 * @param version of what was read
 * @returns as it is then; undefined when somebody else wrote it since
 * @throws Failure CLUSTER_FORBIDDEN, INVENTORY_REFUSED
 */
async function writeInventory(client, application, { members, released }, version) {
    const kinds = [...new Set(members.map(_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_3__/* .groupKindOf */ .zo))];
    const namespaces = [
        ...new Set(members.flatMap(({ namespace }) => namespace === undefined || namespace === application.namespace ? [] : [namespace])),
    ];
    const { apiVersion, kind, namespace, name } = (0,_application_js__WEBPACK_IMPORTED_MODULE_7__/* .parentOf */ .gN)(application);
    const inventory = {
        apiVersion,
        kind,
        metadata: {
            name,
            namespace,
            resourceVersion: version ?? NOT_THERE,
            labels: { 'applyset.kubernetes.io/id': idOf(application) },
            annotations: {
                'applyset.kubernetes.io/tooling': 'omninode/v0.1.0',
                'applyset.kubernetes.io/contains-group-kinds': kinds.sort().join(','),
                'applyset.kubernetes.io/additional-namespaces': namespaces.sort().join(','),
                [RELEASED_COMMIT]: released.commit,
                [RELEASED_RUN]: released.run,
                [REPOSITORY]: application.repository,
            },
        },
        data: { members: JSON.stringify(members) },
    };
    try {
        const fieldManager = (0,_application_js__WEBPACK_IMPORTED_MODULE_7__/* .fieldManagerOf */ .fm)(application);
        const { body } = await client.apply(inventory, { fieldManager, force: true, dryRun: false });
        const { resourceVersion } = body.metadata;
        return { members, released, version: resourceVersion, repository: application.repository };
    }
    catch (error) {
        if (error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_2__/* .KubernetesError */ .dK && error.status === 409)
            return undefined;
        throw refusedBy(error, application, 'get, create, patch');
    }
}


/***/ }),

/***/ 8183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Turn: () => (/* binding */ Turn)
});

// EXTERNAL MODULE: ./build/toolkit/kubernetes/connect.js + 7 modules
var connect = __webpack_require__(3428);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/error.js
var kubernetes_error = __webpack_require__(2652);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/actions/deploy/src/application/application.js
var application = __webpack_require__(5884);
// EXTERNAL MODULE: ./build/actions/deploy/src/application/inventory.js
var inventory = __webpack_require__(1138);
;// CONCATENATED MODULE: ./build/actions/deploy/src/turn/lease.js
/**
 * One run releases an application at a time: whoever holds its Lease (coordination.k8s.io). A run that is killed keeps
 * it until it expires, by the clock of whoever waits for it; nobody compares two machines' clocks.
 */







const CUT_OFF = 'omninode.io/cut-off';
/** Who has it, or had it last. */
const RUN = 'omninode.io/run';
const usualTimes = { duration: 30_000, poll: 1_000 };
/** Of coordination.k8s.io/v1; what is odd counts as not said. */
const Spec = schemas/* object */.Ikc({
    holderIdentity: schemas/* string */.YjP().optional().catch(undefined),
    acquireTime: schemas/* string */.YjP().optional().catch(undefined),
    leaseDurationSeconds: schemas/* number */.aig().optional().catch(undefined),
    leaseTransitions: schemas/* number */.aig().optional().catch(undefined),
});
function timeOf(date) {
    return date.toISOString().replace('Z', '000Z'); // MicroTime wants six digits
}
function whose({ holderIdentity = 'somebody', acquireTime }) {
    return acquireTime === undefined ? holderIdentity : `${holderIdentity}, since ${acquireTime}`;
}
function lost(application, by) {
    return new failure/* Failure */.HR({
        code: 'LEASE_LOST',
        what: `This run does not hold ${application.name} any more: ${by}.`,
        why: 'It stood still, or did not reach the API server, for longer than its Lease is good for. It writes nothing any more.',
        fix: 'Look at what the other run does; if there is none, start this one again.',
    });
}
/** Whether nobody holds it, and nothing that its last holder has sent is still on its way. */
function isFree(there) {
    return there === undefined || (there.holderIdentity === undefined && !there.cutOff);
}
class Lease {
    #client;
    #application;
    #world;
    #times;
    /** Whom it names: the run's address, and what tells two processes of one run apart. */
    #holder;
    #version = inventory/* NOT_THERE */.ro;
    #transitions = 0;
    #acquired = '';
    /** When it was last known to be ours. */
    #renewed = 0;
    #lost;
    #renewing;
    #timer;
    #held = false;
    /** As it was looked at beforehand. */
    #expected;
    #afterCutOff = false;
    constructor(client, application, world, times = usualTimes) {
        this.#client = client;
        this.#application = application;
        this.#world = world;
        this.#times = times;
        const { url, attempt } = world.run;
        const process = Math.floor(world.random() * 2 ** 32).toString(16);
        this.#holder = `${url}/attempts/${attempt}#${process}`;
    }
    /** Whether the run before did not come to its end. */
    get afterCutOff() {
        return this.#afterCutOff;
    }
    /**
     * Looks who holds it, beside whatever else is asked. What nobody holds is taken without another look, and only if
     * nobody has held it since.
     * @returns whether nobody does, and the run before has come to its end
     */
    async expect() {
        this.#expected = this.#read().then((there) => ({ there }), () => undefined);
        const expected = await this.#expected;
        return expected !== undefined && isFree(expected.there);
    }
    /**
     * Waits until nobody else holds it.
     * @param patience milliseconds
     * @returns whether another run had it meanwhile
     * @throws Failure LEASE_HELD
     */
    async acquire(patience) {
        const { clock, log, signal } = this.#world;
        const began = clock().getTime();
        let seen = { version: '', at: began };
        let told = '';
        const expected = await this.#expected;
        let contested = expected !== undefined && !isFree(expected.there);
        for (;;) {
            const now = clock().getTime();
            const there = await this.#look();
            const holder = there?.holderIdentity;
            if (there !== undefined && there.version !== seen.version)
                seen = { version: there.version, at: now };
            const { leaseDurationSeconds = this.#times.duration / 1_000 } = there ?? {};
            const expiry = leaseDurationSeconds * 1_000;
            const expired = now - seen.at >= expiry;
            if (there === undefined || holder === undefined || holder === this.#holder || expired) {
                this.#version = there?.version ?? inventory/* NOT_THERE */.ro;
                this.#transitions = (there?.leaseTransitions ?? -1) + 1;
                this.#acquired = timeOf(clock());
                const taken = holder !== undefined && holder !== this.#holder;
                this.#afterCutOff ||= taken || there?.cutOff === true;
                if (await this.#write(true)) {
                    this.#held = true;
                    if (taken && there !== undefined)
                        log.info(`${whose(there)}, has not been heard of for ${(0,duration/* formatDuration */.a)(expiry)}: this run takes its place`);
                    this.#timer = setInterval(() => void this.#renew(), this.#times.duration / 3);
                    this.#timer.unref();
                    return contested || told !== '';
                }
                contested = true;
                continue;
            }
            if (now - began > patience) {
                throw new failure/* Failure */.HR({
                    code: 'LEASE_HELD',
                    what: `${this.#application.name} is being released by ${whose(there)}.`,
                    why: `One run releases an application at a time, and this one has waited for ${(0,duration/* formatDuration */.a)(patience)}.`,
                    fix: 'Wait until that run has ended, and start this one again; or raise `lock-wait`.',
                });
            }
            if (told !== holder)
                log.info(`waiting for ${whose(there)}, to end: it releases ${this.#application.name}`);
            told = holder;
            await (0,promises_.setTimeout)(this.#times.poll, undefined, { signal });
        }
    }
    /** Resolves when it is ours at this moment. @throws Failure LEASE_LOST */
    async hold() {
        const age = () => this.#world.clock().getTime() - this.#renewed;
        if (this.#lost === undefined && age() > (this.#times.duration * 2) / 3)
            await this.#renew();
        if (this.#lost === undefined && age() >= this.#times.duration)
            this.#lost = lost(this.#application, 'it could not be renewed');
        if (this.#lost !== undefined)
            throw this.#lost;
    }
    /**
     * Lets it go.
     * @param finished whether everything that was sent has been answered; else the next run must reckon with the rest
     */
    async release(finished) {
        clearInterval(this.#timer);
        if (!this.#held || this.#lost !== undefined)
            return;
        this.#held = false;
        await this.#renewing;
        if (this.#lost === undefined)
            await this.#write(false, finished);
    }
    async #look() {
        const expected = await this.#expected;
        this.#expected = undefined;
        return expected !== undefined && isFree(expected.there) ? expected.there : this.#read();
    }
    async #read() {
        const live = await this.#client.get((0,application/* leaseOf */.m8)(this.#application));
        if (live === undefined)
            return undefined;
        const { annotations, resourceVersion = '' } = live.metadata;
        const spec = Spec.parse(live['spec'] ?? {});
        return {
            ...spec,
            version: resourceVersion,
            last: annotations?.[RUN],
            cutOff: annotations?.[CUT_OFF] === 'true',
        };
    }
    /** @returns whether it was written; not when somebody else wrote it since */
    async #write(holds, finished = false) {
        const { clock } = this.#world;
        const { apiVersion, kind, namespace, name } = (0,application/* leaseOf */.m8)(this.#application);
        const now = clock();
        const cutOff = !holds && !finished;
        let sent = now;
        const lease = {
            apiVersion,
            kind,
            metadata: {
                name,
                namespace,
                resourceVersion: this.#version,
                annotations: { [CUT_OFF]: String(cutOff), [RUN]: this.#holder },
            },
            spec: {
                ...(holds ? { holderIdentity: this.#holder } : {}),
                acquireTime: this.#acquired,
                renewTime: timeOf(now),
                leaseDurationSeconds: Math.max(1, Math.ceil(this.#times.duration / 1_000)),
                leaseTransitions: this.#transitions,
            },
        };
        try {
            const fieldManager = (0,application/* fieldManagerOf */.fm)(this.#application);
            const before = async () => {
                // A server that asks to be left alone may be asked again much later: that nobody took it until then, it says itself.
                sent = clock();
            };
            const { body } = await this.#client.apply(lease, { fieldManager, force: true, dryRun: false, before });
            this.#version = body.metadata.resourceVersion ?? '';
            this.#renewed = sent.getTime();
            return true;
        }
        catch (error) {
            if ((0,kubernetes_error/* isConflict */.dh)(error))
                return false;
            throw error;
        }
    }
    /** One at a time; what cannot be reached now may be a moment later. */
    #renew() {
        this.#renewing ??= this.#renewOnce()
            .catch((error) => this.#world.log.debug(`the lease could not be renewed: ${String(error)}`))
            .finally(() => {
            this.#renewing = undefined;
        });
        return this.#renewing;
    }
    async #renewOnce() {
        if (await this.#write(true))
            return;
        const there = await this.#read();
        if (there?.holderIdentity === this.#holder)
            this.#version = there.version; // the answer to a renewal was lost
        else
            this.#lost = lost(this.#application, there?.holderIdentity === undefined
                ? `it was taken over by ${there?.last ?? 'somebody'}`
                : `it is held by ${whose(there)}`);
    }
}
/** The same client, whose every write asks each time that it is sent whether this run still holds the application. */
function fenced(client, lease) {
    const before = () => lease.hold();
    return {
        get: (reference) => client.get(reference),
        list: (type, options) => client.list(type, options),
        page: (type, options) => client.page(type, options),
        snapshot: (type, options) => client.snapshot(type, options),
        watch: (type, options, told) => client.watch(type, options, told),
        logs: (pod, container, options) => client.logs(pod, container, options),
        apply: (object, options) => client.apply(object, { ...options, before }),
        patch: (reference, operations, options) => client.patch(reference, operations, { ...options, before }),
        delete: (reference, options) => client.delete(reference, { ...options, before }),
        discovery: client.discovery,
    };
}

;// CONCATENATED MODULE: ./build/actions/deploy/src/turn/turn.js




/** All that its client is asked about. */
const leases = {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    plural: 'leases',
    namespaced: true,
};
/** Milliseconds that are left for letting it go: what is not let go expires. */
const LAST_MOMENTS = 3_000;
class Turn {
    #client;
    #lease;
    #world;
    #ended = new AbortController();
    #begun;
    #refused;
    /** Whether something that was sent may still be on its way. */
    #pending = false;
    #rewritten = false;
    constructor(cluster, application, world, times = usualTimes) {
        this.#world = world;
        // It is renewed beside whatever else is asked, and let go also after a cancel.
        const { signal } = this.#ended;
        this.#client = (0,connect.connectCluster)(cluster, { concurrency: 1 }, { ...world, signal }, [leases]);
        this.#lease = new Lease(this.#client, application, world, times);
    }
    /**
     * Looks beforehand whose turn it is.
     * @returns whether it is nobody's. What is read from then on is as good as if it were ours already, unless `begin` says
     * that another run had it meanwhile.
     */
    async expect() {
        return this.#lease.expect();
    }
    /**
     * @param patience milliseconds
     * @returns whether another run had it until now
     * @throws Failure LEASE_HELD
     */
    async begin(patience) {
        this.#begun ??= this.#acquire(patience);
        return this.#begun;
    }
    async #acquire(patience) {
        try {
            return await this.#lease.acquire(patience);
        }
        catch (error) {
            // What else it may not do is told with it, and whoever has nothing to write needs no turn.
            if (!(error instanceof kubernetes_error/* KubernetesError */.dK) || error.code !== 'CLUSTER_FORBIDDEN')
                throw error;
            this.#refused = error;
            return false;
        }
    }
    /** Whether the run before did not come to its end, and what it has sent is not outdated yet. */
    get afterCutOff() {
        return this.#lease.afterCutOff && !this.#rewritten;
    }
    /**
     * Work that writes.
     * @param rewrites whether it writes every object when the run before was cut off
     */
    async write(client, rewrites, work) {
        if (this.#refused !== undefined)
            throw this.#refused;
        try {
            await work(fenced(client, this.#lease));
            this.#rewritten ||= rewrites;
        }
        catch (error) {
            const failures = (0,failure/* failuresIn */.xM)(error);
            this.#pending ||= failures.length === 0 || failures.some(({ code }) => code === 'CLUSTER_UNREACHABLE');
            // What another run has done meanwhile explains whatever this one failed with.
            if (!this.#pending && !this.#world.signal.aborted)
                await this.#lease.hold();
            throw error;
        }
    }
    async end() {
        const pending = this.#pending || this.#world.signal.aborted || this.afterCutOff;
        const late = setTimeout(() => this.#client.close(), LAST_MOMENTS);
        try {
            await this.#lease.release(!pending);
        }
        catch (error) {
            this.#world.log.debug(`the lease could not be let go, and expires: ${String(error)}`);
        }
        finally {
            clearTimeout(late);
            this.#ended.abort();
            this.#client.close();
        }
    }
}


/***/ })

};
