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
/** What tells clusters and namespaces apart, whatever address they are reached at. */


/** The API server makes it when the cluster begins, and lets nobody delete it. */
const ETERNAL = 'kube-system';
function unknown(what, why, fix, cause) {
    return new failure/* Failure */.HR({ code: 'CLUSTER_UNKNOWN', what, why, fix, cause });
}
function refused({ which, by, namespace, role }, error) {
    const what = `It cannot be told ${which}: the namespace ${namespace} cannot be read.`;
    return error.status === 403
        ? unknown(what, `${by}, and this identity may not \`get\` \`namespaces\`: ${error.said}.`, `Add the rule \`{apiGroups: [""], resources: [namespaces], resourceNames: [${namespace}], verbs: [get]}\` to ${role} of the identities that plan and that apply.`, error)
        : unknown(what, `${error.said}.`, 'Mend what the API server says, and start again.', error);
}
async function uidOf(client, known) {
    const { which, by, namespace: name } = known;
    const namespace = await client
        .get({ apiVersion: 'v1', kind: 'Namespace', name })
        .catch((error) => {
        throw error instanceof kubernetes_error/* KubernetesError */.dK ? refused(known, error) : error;
    });
    const { uid } = namespace?.metadata ?? {};
    if (typeof uid === 'string' && uid !== '')
        return uid;
    if (namespace === undefined && name !== ETERNAL)
        throw unknown(`It cannot be told ${which}: there is no namespace ${name}.`, `${by}.`, 'Make it first, or correct its name.');
    throw unknown(`It cannot be told ${which}.`, namespace === undefined ? `${by}, and there is none.` : `${by}, and the answer has none.`, 'Check that the address is that of the API server, and that no proxy on the way changes its answers.');
}
/**
 * The cluster's own id: the uid of its namespace `kube-system`.
 * @throws Failure CLUSTER_UNKNOWN when it cannot be told
 */
function clusterIdOf(client) {
    return uidOf(client, {
        which: 'which cluster this is',
        by: `A cluster is known by the uid of its namespace ${ETERNAL}`,
        namespace: ETERNAL,
        role: 'the ClusterRole',
    });
}
/**
 * A namespace's own id, which no other cluster has: for who may read nothing outside of it. A Role in the namespace
 * gives the right.
 * @throws Failure CLUSTER_UNKNOWN when it cannot be told
 */
function namespaceIdOf(client, namespace) {
    return uidOf(client, {
        which: 'which namespace this is',
        by: 'A namespace is known by its uid',
        namespace,
        role: `the Role in ${namespace}`,
    });
}

// EXTERNAL MODULE: ./build/actions/deploy/src/application/application.js
var application_application = __webpack_require__(5884);
;// CONCATENATED MODULE: ./build/actions/deploy/src/place.js


/** @throws Failure CLUSTER_UNKNOWN */
async function placeOfApplication(client, { name: application, namespace }) {
    if (namespace === application_application/* USUAL_NAMESPACE */.HF) {
        const cluster = await clusterIdOf(client);
        return { target: `${application} in cluster ${cluster}`, where: { cluster, application } };
    }
    // An identity of one namespace may read nothing of the cluster, and needs not: no other has this uid.
    const uid = await namespaceIdOf(client, namespace);
    return {
        target: `${application} in namespace ${namespace} (${uid})`,
        where: { namespace: uid, application },
    };
}


/***/ }),

/***/ 2652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c4: () => (/* binding */ isNotFound),
/* harmony export */   dK: () => (/* binding */ KubernetesError),
/* harmony export */   dh: () => (/* binding */ isConflict)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/** An API server's refusal, with what its Status object says. */


const Cause = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
    field: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
});
/** Of meta/v1; what is odd counts as not said. */
const Status = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('Status'),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
    details: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ causes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Cause).optional().catch(undefined) })
        .optional()
        .catch(undefined),
});
function statusIn(body) {
    try {
        return Status.safeParse(JSON.parse(body)).data;
    }
    catch {
        return undefined;
    }
}
/** `User "x" cannot list resource "pods" in API group "" in the namespace "dev"`, as RBAC says it. */
function forbiddenIn(said) {
    const found = /User "([^"]*)" cannot (\S+) (?:resource "([^"]*)" in API group "([^"]*)"(?: in the namespace "([^"]*)"| at the cluster scope)?|path "([^"]*)")/.exec(said);
    if (found === null)
        return undefined;
    const [, who = '', verb, resource = '', group, namespace, path] = found;
    if (path !== undefined) {
        return {
            who,
            fix: `Grant it with a ClusterRole: nonResourceURLs ["${path}"], verbs ["${verb}"], bound to the user ${who} or a group of it.`,
        };
    }
    const role = namespace === undefined ? 'a ClusterRole' : `a Role in ${namespace}`;
    return {
        who,
        fix: `Grant it with ${role}: apiGroups ["${group}"], resources ["${resource}"], verbs ["${verb}"], bound to the user ${who} or a group of it.`,
    };
}
const IN_ITS_PLACE = 'Something else answers in place of the API server, such as a proxy or its login page.';
const FIX_ADDRESS = 'Check that the address is that of the API server, and that no proxy on the way changes its answers.';
function explained({ server, method, path, status, body, location }) {
    const said = statusIn(body)?.message;
    const what = `The API server ${server} refused ${method} ${path} (${status}).`;
    if (status >= 300 && status < 400) {
        return {
            code: 'CLUSTER_ANSWER',
            what: `${server} answered ${method} ${path} with a redirect${location === undefined ? '' : ` to ${location}`} (${status}).`,
            why: IN_ITS_PLACE,
            fix: FIX_ADDRESS,
        };
    }
    if (statusIn(body) === undefined && status < 500 && status !== 429) {
        return { code: 'CLUSTER_ANSWER', what, why: IN_ITS_PLACE, fix: FIX_ADDRESS };
    }
    if (status === 403) {
        const { fix, who } = forbiddenIn(said ?? '') ?? { who: '', fix: undefined };
        return {
            code: 'CLUSTER_FORBIDDEN',
            what: `The cluster does not allow ${who === '' ? 'this identity' : who} ${method} ${path}.`,
            ...(said === undefined ? {} : { why: `${said}.` }),
            fix: fix ?? 'Grant it to this identity, or change what is asked for so that the cluster admits it.',
        };
    }
    if (status === 429 || status >= 500) {
        return {
            code: 'CLUSTER_UNAVAILABLE',
            what: `The API server ${server} could not do ${method} ${path} (${status}).`,
            why: said === undefined ? 'It, or what stands in front of it, is in trouble.' : `${said}.`,
            fix: 'Run the job again when the API server is well; its own log says what the matter is.',
        };
    }
    return {
        code: 'CLUSTER_REFUSED',
        what,
        ...(said === undefined ? {} : { why: `${said}.` }),
        fix: 'Correct what is asked for, or run the job again if somebody changed the object at the same moment.',
    };
}
/** A Failure, so that whoever does not know better tells it as it is. */
class KubernetesError extends _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    /** The HTTP status. */
    status;
    /** `NotFound`, `Conflict`, `Invalid`, `Forbidden`, \u2026 */
    reason;
    /** The server's own words. */
    said;
    causes;
    /** Milliseconds that the server asks to be left alone; undefined when it does not say. */
    pause;
    /** Whether the API server has judged what it was asked, as opposed to being in trouble, or not being asked at all. */
    get isJudgement() {
        return this.code === 'CLUSTER_FORBIDDEN' || this.code === 'CLUSTER_REFUSED';
    }
    /** Whether it is about what the identity may do, or a plugin that is not ready to judge, and not about what was sent. */
    get isForbidden() {
        const unready = this.said.includes('not yet ready to handle request');
        return this.status === 403 && (unready || forbiddenIn(this.said) !== undefined);
    }
    /** Whether what was sent is no object of its kind: validation of an applied object fails as if it were the server's fault. */
    get isAboutObject() {
        return this.status === 500 && /failed to (create typed patch object|convert new object)/.test(this.said);
    }
    constructor(refused) {
        super(explained(refused));
        const status = statusIn(refused.body);
        this.status = refused.status;
        this.reason = status?.reason ?? '';
        this.said = status?.message ?? `the API server answered ${refused.status}`;
        this.causes = status?.details?.causes ?? [];
        this.pause = refused.pause;
    }
}
/** Whether the object is not the one, or not the version, that was asked for; fields of others are no such conflict. */
function isConflict(error) {
    return (error instanceof KubernetesError &&
        error.status === 409 &&
        !error.causes.some(({ reason }) => reason === 'FieldManagerConflict'));
}
/** Whether the API server itself says that there is no such object: 404 of anybody else says nothing. */
function isNotFound(error) {
    return error instanceof KubernetesError && error.status === 404 && error.reason === 'NotFound';
}


/***/ })

};
