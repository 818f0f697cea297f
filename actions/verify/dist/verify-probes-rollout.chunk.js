export const id = "verify-probes-rollout";
export const ids = ["verify-probes-rollout"];
export const modules = {

/***/ 9136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probeRollout: () => (/* binding */ probeRollout)
/* harmony export */ });
/* unused harmony export lookAt */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2652);
/* harmony import */ var _toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2231);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4479);
/** Whether a workload runs as it was last applied. */





/** Milliseconds between two looks. */
const PAUSE = 1_000;
const apiVersions = {
    Deployment: 'apps/v1',
    StatefulSet: 'apps/v1',
    DaemonSet: 'apps/v1',
    Job: 'batch/v1',
};
function waiting(message) {
    return { status: 'waiting', message };
}
function read(object) {
    const { spec = {}, status = {} } = object; // apps/v1 and batch/v1, validated by the server
    return {
        generation: object.metadata.generation ?? 0,
        replicas: spec.replicas ?? 1,
        onDelete: spec.updateStrategy?.type === 'OnDelete',
        status,
    };
}
function conditionOf({ status }, type) {
    return status.conditions?.find((condition) => condition.type === type);
}
function pods(updated, available, wanted) {
    if (wanted === 0)
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5)('No pod is wanted, so nothing is proven.');
    if (updated < wanted)
        return waiting(`${updated} of ${wanted} pods are of the new version`);
    if (available < wanted)
        return waiting(`${available} of ${wanted} pods are available`);
    return (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .done */ .Vw)(`${wanted} of ${wanted} pods of this version are available.`);
}
function deployment(workload) {
    const { status, replicas } = workload;
    const progressing = conditionOf(workload, 'Progressing');
    if (progressing?.reason === 'ProgressDeadlineExceeded')
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .failed */ .gz)('It makes no progress (ProgressDeadlineExceeded).');
    const { updatedReplicas = 0, availableReplicas = 0, replicas: running = 0 } = status;
    const look = pods(updatedReplicas, availableReplicas, replicas);
    if (look.status === 'done' && running > updatedReplicas)
        return waiting(`${running - updatedReplicas} pods of the old version are left`);
    return look;
}
function statefulSet({ status, replicas, onDelete }) {
    const { updatedReplicas = 0, availableReplicas = 0, currentRevision, updateRevision } = status;
    if (onDelete && currentRevision !== updateRevision)
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5)('It is updated only when its pods are deleted, and they were not.');
    return pods(updatedReplicas, availableReplicas, replicas);
}
function daemonSet({ status }) {
    const { desiredNumberScheduled = 0, updatedNumberScheduled = 0, numberAvailable = 0 } = status;
    return pods(updatedNumberScheduled, numberAvailable, desiredNumberScheduled);
}
function job(workload) {
    const failure = conditionOf(workload, 'Failed');
    if (failure?.status === 'True')
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .failed */ .gz)(`It failed (${failure.reason ?? 'no reason given'}).`);
    if (conditionOf(workload, 'Complete')?.status === 'True')
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .done */ .Vw)('It is complete.');
    return waiting(`${workload.status.succeeded ?? 0} of its pods have succeeded`);
}
const looks = { Deployment: deployment, StatefulSet: statefulSet, DaemonSet: daemonSet, Job: job };
/** What an object's status says. */
function lookAt(kind, object) {
    const workload = read(object);
    // A Job has no observedGeneration: its pods cannot change.
    if (kind !== 'Job' && (workload.status.observedGeneration ?? 0) < workload.generation)
        return waiting('its controller has not seen it yet');
    return looks[kind](workload);
}
async function until(target, client, { deadline, signal, waitFor }) {
    const { kind, namespace, name } = target;
    const reference = { apiVersion: apiVersions[kind], kind, namespace, name };
    // It proves that the answers below are about what was asked for.
    const impossible = { ...reference, name: `${name.slice(0, 200)}-does-not-exist` };
    if ((await client.get(impossible)) !== undefined)
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5)('The API server claims to have an object that nobody made.');
    const end = performance.now() + deadline;
    for (;;) {
        const object = await client.get(reference);
        if (object === undefined)
            return (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .failed */ .gz)(`There is no ${kind} ${name} in the namespace ${namespace}.`);
        const look = lookAt(kind, object);
        if (look.status !== 'waiting')
            return look;
        if (performance.now() >= end)
            return (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .failed */ .gz)(`After ${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(deadline)} ${look.message}.`);
        waitFor(look.message);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(PAUSE, undefined, { signal });
    }
}
/** Looks until the workload is rolled out, or certainly never will be. */
async function probeRollout(target, client, patience) {
    try {
        return await until(target, client, patience);
    }
    catch (error) {
        patience.signal.throwIfAborted();
        if (error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_1__/* .KubernetesError */ .d)
            return (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .failed */ .gz)(`The API server refused: ${error.message}.`);
        if (error instanceof _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR)
            return (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .failed */ .gz)(error.message);
        throw error;
    }
}


/***/ }),

/***/ 2652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isNotFound),
/* harmony export */   d: () => (/* binding */ KubernetesError)
/* harmony export */ });
/** An API server's refusal, with what its Status object says. */
class KubernetesError extends Error {
    name = 'KubernetesError';
    /** The HTTP status. */
    status;
    /** `NotFound`, `Conflict`, `Invalid`, `Forbidden`, … */
    reason;
    causes;
    constructor(status, body) {
        const { reason, message, details } = parse(body);
        super(message ?? `the API server answered ${status}`);
        this.status = status;
        this.reason = reason ?? '';
        this.causes = details?.causes ?? [];
    }
}
function parse(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return body.trim() === '' ? {} : { message: body.trim().slice(0, 500) };
    }
}
function isNotFound(error) {
    return error instanceof KubernetesError && error.status === 404;
}


/***/ })

};
