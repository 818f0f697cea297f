export const id = "deploy-place";
export const ids = ["deploy-place"];
export const modules = {

/***/ 3661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  placeOfApplication: () => (/* binding */ placeOfApplication)
});

// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/error.js
var kubernetes_error = __webpack_require__(2652);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/cluster-id.js
/** What tells clusters apart, whatever address they are reached at. */


/** The API server makes it when the cluster begins, and lets nobody delete it. */
const ETERNAL = { apiVersion: 'v1', kind: 'Namespace', name: 'kube-system' };
const RULE = '{apiGroups: [""], resources: [namespaces], resourceNames: [kube-system], verbs: [get]}';
function unknown(what, why, fix, cause) {
    return new failure/* Failure */.HR({ code: 'CLUSTER_UNKNOWN', what, why, fix, cause });
}
function refused(error) {
    const what = 'It cannot be told which cluster this is: the namespace kube-system cannot be read.';
    return error.status === 403
        ? unknown(what, `A cluster is known by the uid of that namespace, and this identity may not \`get\` \`namespaces\`: ${error.message}.`, `Add the rule \`${RULE}\` to the ClusterRole of the identities that plan and that apply.`, error)
        : unknown(what, error.message, 'Mend what the API server says, and start again.', error);
}
/**
 * The cluster's own id: the uid of its namespace `kube-system`.
 * @throws Failure CLUSTER_UNKNOWN when it cannot be told
 */
async function clusterIdOf(client) {
    const namespace = await client.get(ETERNAL).catch((error) => {
        throw error instanceof kubernetes_error/* KubernetesError */.d ? refused(error) : error;
    });
    const { uid } = namespace?.metadata ?? {};
    if (typeof uid === 'string' && uid !== '')
        return uid;
    throw unknown('It cannot be told which cluster this is.', namespace === undefined
        ? 'A cluster is known by the uid of its namespace kube-system, and there is none.'
        : 'A cluster is known by the uid of its namespace kube-system, and the answer has none.', 'Check that the address is that of the API server, and that no proxy on the way changes its answers.');
}

;// CONCATENATED MODULE: ./build/actions/deploy/src/place.js

/** @throws Failure CLUSTER_UNKNOWN */
async function placeOfApplication(client, application) {
    const cluster = await clusterIdOf(client);
    return { target: `${application} in cluster ${cluster}`, where: { cluster, application } };
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
