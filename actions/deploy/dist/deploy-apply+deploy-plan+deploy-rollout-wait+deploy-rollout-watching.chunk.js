export const id = "deploy-apply+deploy-plan+deploy-rollout-wait+deploy-rollout-watching";
export const ids = ["deploy-apply+deploy-plan+deploy-rollout-wait+deploy-rollout-watching"];
export const modules = {

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


/***/ }),

/***/ 9234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gc: () => (/* binding */ ready),
/* harmony export */   IU: () => (/* binding */ suspended),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   OP: () => (/* binding */ progressing),
/* harmony export */   XJ: () => (/* binding */ isObserved),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   Zd: () => (/* binding */ podsHealth),
/* harmony export */   Zg: () => (/* binding */ heldBack),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   gz: () => (/* binding */ failed),
/* harmony export */   mj: () => (/* binding */ unobserved),
/* harmony export */   rI: () => (/* binding */ specOf),
/* harmony export */   uH: () => (/* binding */ condition)
/* harmony export */ });
const ready = (reason) => ({ state: 'ready', reason });
const progressing = (reason) => ({ state: 'progressing', reason });
const failed = (reason) => ({ state: 'failed', reason });
const unknown = (reason) => ({ state: 'unknown', reason });
const suspended = (reason, by) => ({
    state: 'suspended',
    reason,
    by,
});
/** A controller fills its status in bit by bit: everything in it may be missing, or null. */
function statusOf(object) {
    return object['status'] ?? {};
}
/** A part of the spec as the API server keeps it: valid, with its defaults. */
function specOf(object) {
    return object['spec'] ?? {};
}
function condition(object, type) {
    const { conditions } = statusOf(object);
    return conditions?.find((each) => each.type === type);
}
/** What a condition says, in its own words. */
function wordsOf({ reason, message }) {
    return [reason, message].filter((part) => part !== undefined && part !== '').join(': ') || 'no reason given';
}
/** Whether the controller has seen the newest spec; until then the status is about an older one. */
function isObserved(object) {
    const { observedGeneration } = statusOf(object);
    return (observedGeneration ?? 0) >= (object.metadata.generation ?? 0);
}
const unobserved = progressing('its controller has not seen it yet');
function podsHealth({ wanted, updatable = wanted, updated, available, existing }) {
    if (updated < updatable)
        return progressing(`${updated} of ${updatable} pods are of the new version`);
    const surplus = existing - wanted;
    if (surplus > 0)
        return progressing(surplus === 1 ? '1 pod is still to end' : `${surplus} pods are still to end`);
    if (available < wanted)
        return progressing(`${available} of ${wanted} pods are available`);
    if (wanted === 0)
        return unknown('no pod is wanted, so nothing is proven');
    return ready(`${wanted} of ${wanted} pods of this version are available`);
}
/** Pods that stay old until somebody deletes them, or lets them be updated. */
function heldBack(pods, wanted, why) {
    return unknown(`${pods} of ${wanted} pods are of an older version: ${why}`);
}


/***/ }),

/***/ 9913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Wr: () => (/* binding */ healthOf),
  AJ: () => (/* binding */ isAwaited)
});

// UNUSED EXPORTS: rules

// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/health.js
var health = __webpack_require__(9234);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/apiservice.js


/** Nobody waits for one: that what serves it answers comes after it is registered, and may take a while. */
const rule = {
    id: 'apiservice',
    kinds: [kinds/* knownKinds */.T8.apiService],
    awaited: false,
    ends: false,
    judge: (object) => {
        const available = (0,health/* condition */.uH)(object, 'Available');
        if (available?.status === 'True')
            return (0,health/* ready */.Gc)('what serves it answers');
        if ((0,health/* specOf */.rI)(object).service == null)
            return (0,health/* ready */.Gc)('the API server itself serves it');
        return (0,health/* progressing */.OP)(`what serves it does not answer: ${available === undefined ? 'not told yet' : (0,health/* wordsOf */.Z9)(available)}`);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/cronjob.js


/** Its Jobs have a health of their own. */
const cronjob_rule = {
    id: 'cronjob',
    kinds: [kinds/* knownKinds */.T8.cronJob],
    awaited: false,
    ends: false,
    judge: (object) => (0,health/* specOf */.rI)(object).suspend === true
        ? (0,health/* suspended */.IU)('it is suspended', ['spec', 'suspend'])
        : (0,health/* ready */.Gc)('it is scheduled'),
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/customresourcedefinition.js


/** A release waits for it as soon as it is applied, because its objects come next. */
const customresourcedefinition_rule = {
    id: 'customresourcedefinition',
    kinds: [kinds/* knownKinds */.T8.definition],
    awaited: false,
    ends: false,
    judge: (object) => {
        const names = (0,health/* condition */.uH)(object, 'NamesAccepted');
        if (names?.status === 'False')
            return (0,health/* failed */.gz)(`its names are taken: ${(0,health/* wordsOf */.Z9)(names)}`);
        const established = (0,health/* condition */.uH)(object, 'Established');
        if (established?.status === 'True')
            return (0,health/* ready */.Gc)('it is established');
        if (established?.status === 'False' && established.reason !== 'Installing' && names?.status === 'True')
            return (0,health/* failed */.gz)(`it cannot be established: ${(0,health/* wordsOf */.Z9)(established)}`);
        return (0,health/* progressing */.OP)('it is not established yet');
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/daemonset.js


const daemonset_rule = {
    id: 'daemonset',
    kinds: [kinds/* knownKinds */.T8.daemonSet],
    awaited: true,
    ends: false,
    judge: (object) => {
        if (!(0,health/* isObserved */.XJ)(object))
            return health/* unobserved */.mj;
        const { updateStrategy } = (0,health/* specOf */.rI)(object);
        const { desiredNumberScheduled, updatedNumberScheduled, numberAvailable } = (0,health/* statusOf */.c2)(object);
        const wanted = desiredNumberScheduled ?? 0;
        const updated = updatedNumberScheduled ?? 0;
        const onDelete = updateStrategy?.type === 'OnDelete';
        const pods = (0,health/* podsHealth */.Zd)({
            wanted,
            updatable: onDelete ? 0 : wanted,
            updated,
            available: numberAvailable ?? 0,
            existing: wanted, // those on nodes that are not meant to have one are nobody's business
        });
        if (pods.state !== 'ready' || updated >= wanted)
            return pods;
        const why = 'with OnDelete they are replaced only when somebody deletes them';
        return (0,health/* heldBack */.Zg)(wanted - updated, wanted, why);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/deployment.js


const deployment_rule = {
    id: 'deployment',
    kinds: [kinds/* knownKinds */.T8.deployment],
    awaited: true,
    ends: false,
    judge: (object) => {
        if (!(0,health/* isObserved */.XJ)(object))
            return health/* unobserved */.mj;
        const creation = (0,health/* condition */.uH)(object, 'ReplicaFailure');
        if (creation?.status === 'True')
            return (0,health/* failed */.gz)(`no pod can be made: ${(0,health/* wordsOf */.Z9)(creation)}`);
        if ((0,health/* condition */.uH)(object, 'Progressing')?.reason === 'ProgressDeadlineExceeded')
            return (0,health/* failed */.gz)('it makes no progress (ProgressDeadlineExceeded)');
        const { replicas: wanted = 1, paused } = (0,health/* specOf */.rI)(object);
        if (paused === true)
            return (0,health/* suspended */.IU)('its rollout is paused', ['spec', 'paused']);
        const { replicas, updatedReplicas, availableReplicas } = (0,health/* statusOf */.c2)(object);
        const pods = (0,health/* podsHealth */.Zd)({
            wanted,
            updated: updatedReplicas ?? 0,
            available: availableReplicas ?? 0,
            existing: replicas ?? 0,
        });
        const available = (0,health/* condition */.uH)(object, 'Available');
        if (pods.state !== 'ready' || available?.status === 'True')
            return pods;
        return (0,health/* progressing */.OP)(`it is not available: ${available === undefined ? 'not told yet' : (0,health/* wordsOf */.Z9)(available)}`);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/generic.js

/** For what has no rule of its own: the conventions that most controllers keep. */
const generic_rule = {
    id: 'generic',
    kinds: [],
    awaited: false,
    ends: false,
    judge: (object) => {
        const { observedGeneration } = (0,health/* statusOf */.c2)(object);
        if (typeof observedGeneration === 'number' && observedGeneration < (object.metadata.generation ?? 0))
            return health/* unobserved */.mj;
        const stalled = (0,health/* condition */.uH)(object, 'Stalled');
        if (stalled?.status === 'True')
            return (0,health/* failed */.gz)(`it is stalled: ${(0,health/* wordsOf */.Z9)(stalled)}`);
        const reconciling = (0,health/* condition */.uH)(object, 'Reconciling');
        if (reconciling?.status === 'True')
            return (0,health/* progressing */.OP)(`it is being reconciled: ${(0,health/* wordsOf */.Z9)(reconciling)}`);
        const told = (0,health/* condition */.uH)(object, 'Ready');
        if (told === undefined)
            return (0,health/* ready */.Gc)('it exists');
        return told.status === 'True' ? (0,health/* ready */.Gc)('it is ready') : (0,health/* progressing */.OP)(`it is not ready: ${(0,health/* wordsOf */.Z9)(told)}`);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/horizontalpodautoscaler.js


/** Nobody waits for one: it needs the metrics of pods that run for a while. */
const horizontalpodautoscaler_rule = {
    id: 'horizontalpodautoscaler',
    kinds: [kinds/* knownKinds */.T8.autoscaler],
    awaited: false,
    ends: false,
    judge: (object) => {
        const { observedGeneration } = (0,health/* statusOf */.c2)(object);
        // Not every controller of them says it.
        if (typeof observedGeneration === 'number' && !(0,health/* isObserved */.XJ)(object))
            return health/* unobserved */.mj;
        for (const type of ['AbleToScale', 'ScalingActive']) {
            const told = (0,health/* condition */.uH)(object, type);
            // With no pod wanted there is nothing to measure.
            if (told?.status === 'False' && told.reason !== 'ScalingDisabled')
                return (0,health/* progressing */.OP)(`it cannot scale: ${(0,health/* wordsOf */.Z9)(told)}`);
        }
        return (0,health/* ready */.Gc)('it can scale');
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/job.js


/** A Job is ready when it is complete; its spec cannot change, so that there is no generation to look at. */
const job_rule = {
    id: 'job',
    kinds: [kinds/* knownKinds */.T8.job],
    awaited: true,
    ends: true,
    judge: (object) => {
        if ((0,health/* condition */.uH)(object, 'Complete')?.status === 'True')
            return (0,health/* ready */.Gc)('it is complete');
        const failure = (0,health/* condition */.uH)(object, 'Failed');
        if (failure?.status === 'True')
            return (0,health/* failed */.gz)(`it failed: ${(0,health/* wordsOf */.Z9)(failure)}`);
        if ((0,health/* specOf */.rI)(object).suspend === true)
            return (0,health/* suspended */.IU)('it is suspended', ['spec', 'suspend']);
        const { active, succeeded, failed: attempts } = (0,health/* statusOf */.c2)(object);
        return (0,health/* progressing */.OP)(`${active ?? 0} of its pods run, ${succeeded ?? 0} have succeeded, ${attempts ?? 0} have failed`);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/persistentvolume.js


/** Nobody waits for one: it may be there for a claim that comes later. */
const persistentvolume_rule = {
    id: 'persistentvolume',
    kinds: [kinds/* knownKinds */.T8.volume],
    awaited: false,
    ends: false,
    judge: (object) => {
        const { phase, reason, message } = (0,health/* statusOf */.c2)(object);
        if (phase === 'Failed')
            return (0,health/* failed */.gz)(`it could not be freed: ${(0,health/* wordsOf */.Z9)({ reason: reason ?? '', message: message ?? '' })}`);
        if (phase === 'Bound')
            return (0,health/* ready */.Gc)('it is bound to a claim');
        if (phase === 'Available')
            return (0,health/* ready */.Gc)('it waits for a claim');
        return (0,health/* progressing */.OP)(phase === 'Released' ? 'its claim is gone, and it is not freed' : 'it is not there yet');
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/persistentvolumeclaim.js


/** Nobody waits for one: it may be bound only when a pod uses it. */
const persistentvolumeclaim_rule = {
    id: 'persistentvolumeclaim',
    kinds: [kinds/* knownKinds */.T8.volumeClaim],
    awaited: false,
    ends: false,
    judge: (object) => {
        const { phase } = (0,health/* statusOf */.c2)(object);
        if (phase === 'Bound')
            return (0,health/* ready */.Gc)('it is bound to a volume');
        return phase === 'Lost' ? (0,health/* failed */.gz)('its volume is lost') : (0,health/* progressing */.OP)('it is bound to no volume yet');
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/pod.js


const pod_rule = {
    id: 'pod',
    kinds: [kinds/* knownKinds */.T8.pod],
    awaited: false,
    ends: true,
    judge: (object) => {
        const { phase, reason, message, containerStatuses } = (0,health/* statusOf */.c2)(object);
        if (phase === 'Succeeded')
            return (0,health/* ready */.Gc)('its containers have ended well');
        if (phase === 'Failed')
            return (0,health/* failed */.gz)(`it failed: ${(0,health/* wordsOf */.Z9)({ reason: reason ?? '', message: message ?? '' })}`);
        const crashing = containerStatuses?.find(({ state }) => state?.waiting?.reason === 'CrashLoopBackOff');
        if (crashing !== undefined)
            return (0,health/* failed */.gz)(`its container ${crashing.name} is in CrashLoopBackOff`);
        if ((0,health/* condition */.uH)(object, 'Ready')?.status === 'True')
            return (0,health/* ready */.Gc)('it is ready');
        const scheduled = (0,health/* condition */.uH)(object, 'PodScheduled');
        if (scheduled?.status === 'False')
            return (0,health/* progressing */.OP)(`it has no node: ${(0,health/* wordsOf */.Z9)(scheduled)}`);
        return (0,health/* progressing */.OP)(`it is ${phase ?? 'new'}, and not ready`);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/poddisruptionbudget.js


const poddisruptionbudget_rule = {
    id: 'poddisruptionbudget',
    kinds: [kinds/* knownKinds */.T8.disruptionBudget],
    awaited: false,
    ends: false,
    judge: (object) => {
        const allowed = (0,health/* condition */.uH)(object, 'DisruptionAllowed');
        if (allowed?.reason === 'SyncFailed')
            return (0,health/* failed */.gz)(`it cannot be computed: ${(0,health/* wordsOf */.Z9)(allowed)}`);
        return (0,health/* isObserved */.XJ)(object) ? (0,health/* ready */.Gc)('its allowed disruptions are computed') : health/* unobserved */.mj;
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/replicaset.js


const replicaset_rule = {
    id: 'replicaset',
    kinds: [kinds/* knownKinds */.T8.replicaSet],
    awaited: false,
    ends: false,
    judge: (object) => {
        if (!(0,health/* isObserved */.XJ)(object))
            return health/* unobserved */.mj;
        const creation = (0,health/* condition */.uH)(object, 'ReplicaFailure');
        if (creation?.status === 'True')
            return (0,health/* failed */.gz)(`no pod can be made: ${(0,health/* wordsOf */.Z9)(creation)}`);
        const { replicas: wanted = 1 } = (0,health/* specOf */.rI)(object);
        const { replicas, fullyLabeledReplicas, availableReplicas } = (0,health/* statusOf */.c2)(object);
        return (0,health/* podsHealth */.Zd)({
            wanted,
            updated: fullyLabeledReplicas ?? 0,
            available: availableReplicas ?? 0,
            existing: replicas ?? 0,
        });
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/replicationcontroller.js


const replicationcontroller_rule = {
    id: 'replicationcontroller',
    kinds: [kinds/* knownKinds */.T8.replicationController],
    awaited: false,
    ends: false,
    judge: (object) => {
        if (!(0,health/* isObserved */.XJ)(object))
            return health/* unobserved */.mj;
        const creation = (0,health/* condition */.uH)(object, 'ReplicaFailure');
        if (creation?.status === 'True')
            return (0,health/* failed */.gz)(`no pod can be made: ${(0,health/* wordsOf */.Z9)(creation)}`);
        const { replicas: wanted = 1 } = (0,health/* specOf */.rI)(object);
        const { replicas, fullyLabeledReplicas, availableReplicas } = (0,health/* statusOf */.c2)(object);
        return (0,health/* podsHealth */.Zd)({
            wanted,
            updated: fullyLabeledReplicas ?? 0,
            available: availableReplicas ?? 0,
            existing: replicas ?? 0,
        });
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/service.js


/** Nobody waits for one: a cluster may have nothing that gives addresses to balancers. */
const service_rule = {
    id: 'service',
    kinds: [kinds/* knownKinds */.T8.service],
    awaited: false,
    ends: false,
    judge: (object) => {
        if ((0,health/* specOf */.rI)(object).type !== 'LoadBalancer')
            return (0,health/* ready */.Gc)('it has its address');
        const { loadBalancer } = (0,health/* statusOf */.c2)(object);
        return (loadBalancer?.ingress ?? []).length > 0
            ? (0,health/* ready */.Gc)('its balancer has an address')
            : (0,health/* progressing */.OP)('its balancer has no address yet');
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/statefulset.js


const statefulset_rule = {
    id: 'statefulset',
    kinds: [kinds/* knownKinds */.T8.statefulSet],
    awaited: true,
    ends: false,
    judge: (object) => {
        if (!(0,health/* isObserved */.XJ)(object))
            return health/* unobserved */.mj;
        const { replicas: wanted = 1, updateStrategy } = (0,health/* specOf */.rI)(object);
        const { replicas, updatedReplicas, availableReplicas } = (0,health/* statusOf */.c2)(object);
        const onDelete = updateStrategy?.type === 'OnDelete';
        const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
        const updated = updatedReplicas ?? 0;
        const pods = (0,health/* podsHealth */.Zd)({
            wanted,
            updatable: onDelete ? 0 : Math.max(0, wanted - partition),
            updated,
            // Counts only those that were ready for minReadySeconds.
            available: availableReplicas ?? 0,
            existing: replicas ?? 0,
        });
        if (pods.state !== 'ready' || updated >= wanted)
            return pods;
        const why = onDelete
            ? 'with OnDelete they are replaced only when somebody deletes them'
            : `the partition ${partition} holds them back`;
        return (0,health/* heldBack */.Zg)(wanted - updated, wanted, why);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/index.js

















/** Every rule, by its id. A new one is a file here, a line here, and a folder of examples. */
const rules = [
    rule,
    cronjob_rule,
    customresourcedefinition_rule,
    daemonset_rule,
    deployment_rule,
    generic_rule,
    horizontalpodautoscaler_rule,
    job_rule,
    persistentvolume_rule,
    persistentvolumeclaim_rule,
    pod_rule,
    poddisruptionbudget_rule,
    replicaset_rule,
    replicationcontroller_rule,
    service_rule,
    statefulset_rule,
];
const byKind = new Map(rules.flatMap((rule) => rule.kinds.map((groupKind) => [groupKind, rule])));
function healthOf(object) {
    const rule = byKind.get((0,kinds/* groupKindOf */.zo)(object)) ?? generic_rule;
    const health = rule.judge(object);
    const ended = rule.ends && (health.state === 'ready' || health.state === 'failed');
    if (ended || typeof object.metadata['deletionTimestamp'] !== 'string')
        return health;
    return { state: 'deleting', reason: 'it is being deleted' };
}
/** Whether a release waits until objects of this kind are ready: those that definitions define, too. */
function isAwaited(groupKind) {
    return byKind.get(groupKind)?.awaited ?? !(0,kinds/* isOwnGroup */.MY)((0,kinds/* groupOfKind */.Pm)(groupKind));
}


/***/ })

};
