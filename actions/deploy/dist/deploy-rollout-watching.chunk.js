export const id = "deploy-rollout-watching";
export const ids = ["deploy-rollout-watching"];
export const modules = {

/***/ 5060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   watching: () => (/* binding */ watching)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_health_index_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9913);
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2693);
/* harmony import */ var _toolkit_kubernetes_mirror_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4347);
/* harmony import */ var _toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1123);
/** A reader that asks once, and is told from then on: one watch for each kind and namespace that is looked at again and again. */




/** What of Kubernetes' own is looked at beside what is waited for. */
const beside = new Set([_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .knownKinds */ .T8.pod, _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .knownKinds */ .T8.replicaSet, _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .knownKinds */ .T8.event]);
/** `a=1,b=2` of labels, or of fields. */
function pairsIn(selector) {
    const pairs = (selector ?? '').split(',').filter((pair) => pair !== '');
    return pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
}
/** @param given ends with the watches: whoever gets the reader is done when it is over */
async function watching(client, given, work) {
    const ended = new AbortController();
    const signal = AbortSignal.any([given, ended.signal]);
    const mirrors = new Map();
    let waiting = [];
    const tell = () => {
        const told = waiting;
        waiting = [];
        for (const each of told)
            each();
    };
    const mirrored = async (type, namespace) => {
        const groupKind = (0,_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .groupKindOf */ .zo)(type);
        if (namespace === undefined || !((0,_toolkit_kubernetes_health_index_ts__WEBPACK_IMPORTED_MODULE_0__/* .isAwaited */ .AJ)(groupKind) || beside.has(groupKind)))
            return undefined;
        const key = `${type.apiVersion} ${type.kind} ${namespace}`;
        const mirror = mirrors.get(key) ?? new _toolkit_kubernetes_mirror_ts__WEBPACK_IMPORTED_MODULE_2__/* .Mirror */ .Y(client, type, { namespace }, signal, tell);
        mirrors.set(key, mirror);
        return mirror.objects();
    };
    try {
        return await work({
            get: async (reference) => {
                const objects = await mirrored(reference, reference.namespace);
                return objects === undefined ? client.get(reference) : objects.get(reference.name);
            },
            list: async (type, options = {}) => {
                const objects = await mirrored(type, options.namespace);
                if (objects === undefined)
                    return client.list(type, options);
                const labels = pairsIn(options.labels);
                const fields = pairsIn(options.fields);
                const isMeant = (object) => labels.every(([key, value]) => object.metadata.labels?.[key] === value) &&
                    fields.every(([path, value]) => (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(object, path.split('.')) === value);
                return [...objects.values()].filter(isMeant);
            },
            logs: (pod, container, options) => client.logs(pod, container, options),
            changed: () => new Promise((resolve) => waiting.push(resolve)),
        });
    }
    finally {
        ended.abort();
    }
}


/***/ }),

/***/ 4347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ Mirror)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2652);
/** What the cluster has of a kind in a namespace, kept up to date by one watch, so that looking costs no request. */



/** Milliseconds before a watch that was cut off is taken up again. */
const PAUSE = 500;
/** What every request waits for at most, when a server asks to be left alone. */
const LONGEST_PAUSE = 120_000;
/** Whether the identity is not accepted any more, which does not pass: what is known gets older and older. */
function isUnaccepted(error) {
    return (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresIn */ .xM)(error).some(({ code }) => code === 'CLUSTER_UNAUTHENTICATED');
}
function pauseAfter(error) {
    const asked = error instanceof _error_js__WEBPACK_IMPORTED_MODULE_2__/* .KubernetesError */ .dK ? (error.pause ?? 0) : 0;
    return Math.max(PAUSE, Math.min(asked, LONGEST_PAUSE));
}
/** How often in a row it may be cut off before everything is read anew. */
const CUTS = 3;
class Mirror {
    #objects = new Map();
    /** Until everything was seen once. */
    #first;
    #changed;
    #mayWatch = true;
    #failure;
    /**
     * @param signal ends it
     * @param changed is called when something has happened to an object, from when everything was seen once
     */
    constructor(client, type, selected, signal, changed = () => undefined) {
        this.#changed = changed;
        this.#first = new Promise((resolve) => {
            this.#follow(client, type, selected, signal, resolve).catch((error) => {
                this.#failure = error;
                resolve();
            });
        });
    }
    /**
     * The objects as they are; undefined when this identity may not watch them.
     * @throws what keeps the cluster from being asked
     */
    async objects() {
        await this.#first;
        if (this.#failure !== undefined)
            throw this.#failure;
        return this.#mayWatch ? this.#objects : undefined;
    }
    async #follow(client, type, selected, signal, seen) {
        let version;
        let cuts = 0;
        // A server that was started again forbids what it will allow once it has read its roles; a list waits for that.
        let restarted = false;
        const blind = () => {
            this.#mayWatch = false;
            seen();
        };
        while (!signal.aborted) {
            try {
                if (version === undefined || cuts >= CUTS) {
                    restarted = false;
                    const { items, resourceVersion } = await client.snapshot(type, selected);
                    this.#objects.clear();
                    for (const item of items)
                        this.#objects.set(item.metadata.name, item);
                    if (resourceVersion === undefined)
                        return blind();
                    seen();
                    version = resourceVersion;
                    cuts = 0;
                }
                await client.watch(type, { ...selected, resourceVersion: version, signal }, ({ type: what, object }) => {
                    cuts = 0;
                    if (what === 'DELETED')
                        this.#objects.delete(object.metadata.name);
                    else if (what !== 'BOOKMARK')
                        this.#objects.set(object.metadata.name, object);
                    if (what !== 'BOOKMARK')
                        this.#changed();
                    version = object.metadata.resourceVersion ?? version;
                });
                restarted = true;
            }
            catch (error) {
                if (signal.aborted)
                    return;
                const forbidden = error instanceof _error_js__WEBPACK_IMPORTED_MODULE_2__/* .KubernetesError */ .dK && error.code === 'CLUSTER_FORBIDDEN';
                if (forbidden && !restarted)
                    return blind();
                restarted = true;
                if (error instanceof _error_js__WEBPACK_IMPORTED_MODULE_2__/* .KubernetesError */ .dK && error.status === 410)
                    version = undefined;
                else if (version === undefined ? (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresIn */ .xM)(error).length > 0 : isUnaccepted(error))
                    throw error;
                else {
                    cuts++;
                    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pauseAfter(error), undefined, { signal }).catch(() => undefined);
                }
            }
        }
    }
}


/***/ })

};
