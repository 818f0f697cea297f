export const id = "toolkit-kubernetes-health-index";
export const ids = ["toolkit-kubernetes-health-index"];
export const modules = {

/***/ 1958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  healthOf: () => (/* binding */ healthOf)
});

// UNUSED EXPORTS: isAwaited, rules

// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health.js
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

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/apiservice.js


/** Nobody waits for one: that what serves it answers comes after it is registered, and may take a while. */
const rule = {
    id: 'apiservice',
    kinds: [kinds/* knownKinds */.T8.apiService],
    awaited: false,
    ends: false,
    judge: (object) => {
        const available = condition(object, 'Available');
        if (available?.status === 'True')
            return ready('what serves it answers');
        if (specOf(object).service == null)
            return ready('the API server itself serves it');
        return progressing(`what serves it does not answer: ${available === undefined ? 'not told yet' : wordsOf(available)}`);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/cronjob.js


/** Its Jobs have a health of their own. */
const cronjob_rule = {
    id: 'cronjob',
    kinds: [kinds/* knownKinds */.T8.cronJob],
    awaited: false,
    ends: false,
    judge: (object) => specOf(object).suspend === true
        ? suspended('it is suspended', ['spec', 'suspend'])
        : ready('it is scheduled'),
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/customresourcedefinition.js


/** A release waits for it as soon as it is applied, because its objects come next. */
const customresourcedefinition_rule = {
    id: 'customresourcedefinition',
    kinds: [kinds/* knownKinds */.T8.definition],
    awaited: false,
    ends: false,
    judge: (object) => {
        const names = condition(object, 'NamesAccepted');
        if (names?.status === 'False')
            return failed(`its names are taken: ${wordsOf(names)}`);
        const established = condition(object, 'Established');
        if (established?.status === 'True')
            return ready('it is established');
        if (established?.status === 'False' && established.reason !== 'Installing' && names?.status === 'True')
            return failed(`it cannot be established: ${wordsOf(established)}`);
        return progressing('it is not established yet');
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/daemonset.js


const daemonset_rule = {
    id: 'daemonset',
    kinds: [kinds/* knownKinds */.T8.daemonSet],
    awaited: true,
    ends: false,
    judge: (object) => {
        if (!isObserved(object))
            return unobserved;
        const { updateStrategy } = specOf(object);
        const { desiredNumberScheduled, updatedNumberScheduled, numberAvailable } = statusOf(object);
        const wanted = desiredNumberScheduled ?? 0;
        const updated = updatedNumberScheduled ?? 0;
        const onDelete = updateStrategy?.type === 'OnDelete';
        const pods = podsHealth({
            wanted,
            updatable: onDelete ? 0 : wanted,
            updated,
            available: numberAvailable ?? 0,
            existing: wanted, // those on nodes that are not meant to have one are nobody's business
        });
        if (pods.state !== 'ready' || updated >= wanted)
            return pods;
        const why = 'with OnDelete they are replaced only when somebody deletes them';
        return heldBack(wanted - updated, wanted, why);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/deployment.js


const deployment_rule = {
    id: 'deployment',
    kinds: [kinds/* knownKinds */.T8.deployment],
    awaited: true,
    ends: false,
    judge: (object) => {
        if (!isObserved(object))
            return unobserved;
        const creation = condition(object, 'ReplicaFailure');
        if (creation?.status === 'True')
            return failed(`no pod can be made: ${wordsOf(creation)}`);
        if (condition(object, 'Progressing')?.reason === 'ProgressDeadlineExceeded')
            return failed('it makes no progress (ProgressDeadlineExceeded)');
        const { replicas: wanted = 1, paused } = specOf(object);
        if (paused === true)
            return suspended('its rollout is paused', ['spec', 'paused']);
        const { replicas, updatedReplicas, availableReplicas } = statusOf(object);
        const pods = podsHealth({
            wanted,
            updated: updatedReplicas ?? 0,
            available: availableReplicas ?? 0,
            existing: replicas ?? 0,
        });
        const available = condition(object, 'Available');
        if (pods.state !== 'ready' || available?.status === 'True')
            return pods;
        return progressing(`it is not available: ${available === undefined ? 'not told yet' : wordsOf(available)}`);
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
        const { observedGeneration } = statusOf(object);
        if (typeof observedGeneration === 'number' && observedGeneration < (object.metadata.generation ?? 0))
            return unobserved;
        const stalled = condition(object, 'Stalled');
        if (stalled?.status === 'True')
            return failed(`it is stalled: ${wordsOf(stalled)}`);
        const reconciling = condition(object, 'Reconciling');
        if (reconciling?.status === 'True')
            return progressing(`it is being reconciled: ${wordsOf(reconciling)}`);
        const told = condition(object, 'Ready');
        if (told === undefined)
            return ready('it exists');
        return told.status === 'True' ? ready('it is ready') : progressing(`it is not ready: ${wordsOf(told)}`);
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
        const { observedGeneration } = statusOf(object);
        // Not every controller of them says it.
        if (typeof observedGeneration === 'number' && !isObserved(object))
            return unobserved;
        for (const type of ['AbleToScale', 'ScalingActive']) {
            const told = condition(object, type);
            // With no pod wanted there is nothing to measure.
            if (told?.status === 'False' && told.reason !== 'ScalingDisabled')
                return progressing(`it cannot scale: ${wordsOf(told)}`);
        }
        return ready('it can scale');
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
        if (condition(object, 'Complete')?.status === 'True')
            return ready('it is complete');
        const failure = condition(object, 'Failed');
        if (failure?.status === 'True')
            return failed(`it failed: ${wordsOf(failure)}`);
        if (specOf(object).suspend === true)
            return suspended('it is suspended', ['spec', 'suspend']);
        const { active, succeeded, failed: attempts } = statusOf(object);
        return progressing(`${active ?? 0} of its pods run, ${succeeded ?? 0} have succeeded, ${attempts ?? 0} have failed`);
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
        const { phase, reason, message } = statusOf(object);
        if (phase === 'Failed')
            return failed(`it could not be freed: ${wordsOf({ reason: reason ?? '', message: message ?? '' })}`);
        if (phase === 'Bound')
            return ready('it is bound to a claim');
        if (phase === 'Available')
            return ready('it waits for a claim');
        return progressing(phase === 'Released' ? 'its claim is gone, and it is not freed' : 'it is not there yet');
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
        const { phase } = statusOf(object);
        if (phase === 'Bound')
            return ready('it is bound to a volume');
        return phase === 'Lost' ? failed('its volume is lost') : progressing('it is bound to no volume yet');
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/pod.js


const pod_rule = {
    id: 'pod',
    kinds: [kinds/* knownKinds */.T8.pod],
    awaited: false,
    ends: true,
    judge: (object) => {
        const { phase, reason, message, containerStatuses } = statusOf(object);
        if (phase === 'Succeeded')
            return ready('its containers have ended well');
        if (phase === 'Failed')
            return failed(`it failed: ${wordsOf({ reason: reason ?? '', message: message ?? '' })}`);
        const crashing = containerStatuses?.find(({ state }) => state?.waiting?.reason === 'CrashLoopBackOff');
        if (crashing !== undefined)
            return failed(`its container ${crashing.name} is in CrashLoopBackOff`);
        if (condition(object, 'Ready')?.status === 'True')
            return ready('it is ready');
        const scheduled = condition(object, 'PodScheduled');
        if (scheduled?.status === 'False')
            return progressing(`it has no node: ${wordsOf(scheduled)}`);
        return progressing(`it is ${phase ?? 'new'}, and not ready`);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/poddisruptionbudget.js


const poddisruptionbudget_rule = {
    id: 'poddisruptionbudget',
    kinds: [kinds/* knownKinds */.T8.disruptionBudget],
    awaited: false,
    ends: false,
    judge: (object) => {
        const allowed = condition(object, 'DisruptionAllowed');
        if (allowed?.reason === 'SyncFailed')
            return failed(`it cannot be computed: ${wordsOf(allowed)}`);
        return isObserved(object) ? ready('its allowed disruptions are computed') : unobserved;
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/replicaset.js


const replicaset_rule = {
    id: 'replicaset',
    kinds: [kinds/* knownKinds */.T8.replicaSet],
    awaited: false,
    ends: false,
    judge: (object) => {
        if (!isObserved(object))
            return unobserved;
        const creation = condition(object, 'ReplicaFailure');
        if (creation?.status === 'True')
            return failed(`no pod can be made: ${wordsOf(creation)}`);
        const { replicas: wanted = 1 } = specOf(object);
        const { replicas, fullyLabeledReplicas, availableReplicas } = statusOf(object);
        return podsHealth({
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
        if (!isObserved(object))
            return unobserved;
        const creation = condition(object, 'ReplicaFailure');
        if (creation?.status === 'True')
            return failed(`no pod can be made: ${wordsOf(creation)}`);
        const { replicas: wanted = 1 } = specOf(object);
        const { replicas, fullyLabeledReplicas, availableReplicas } = statusOf(object);
        return podsHealth({
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
        if (specOf(object).type !== 'LoadBalancer')
            return ready('it has its address');
        const { loadBalancer } = statusOf(object);
        return (loadBalancer?.ingress ?? []).length > 0
            ? ready('its balancer has an address')
            : progressing('its balancer has no address yet');
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/statefulset.js


const statefulset_rule = {
    id: 'statefulset',
    kinds: [kinds/* knownKinds */.T8.statefulSet],
    awaited: true,
    ends: false,
    judge: (object) => {
        if (!isObserved(object))
            return unobserved;
        const { replicas: wanted = 1, updateStrategy } = specOf(object);
        const { replicas, updatedReplicas, availableReplicas } = statusOf(object);
        const onDelete = updateStrategy?.type === 'OnDelete';
        const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
        const updated = updatedReplicas ?? 0;
        const pods = podsHealth({
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
        return heldBack(wanted - updated, wanted, why);
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
    return byKind.get(groupKind)?.awaited ?? !isOwnGroup(groupOfKind(groupKind));
}


/***/ }),

/***/ 2693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   T8: () => (/* binding */ knownKinds),
/* harmony export */   d5: () => (/* binding */ groupVersionKindOf),
/* harmony export */   zo: () => (/* binding */ groupKindOf)
/* harmony export */ });
/* unused harmony exports isOwnGroup, groupOfKind */
/** Kinds by their group: two groups may have a kind of one name, and they have nothing to do with each other. */
/** The group of an apiVersion; empty for the core group. */
function groupOf(apiVersion) {
    return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
/** The groups of Kubernetes itself with `.k8s.io`: others, such as `gateway.networking.k8s.io`, are defined by definitions. */
const ownGroups = new Set([
    'admissionregistration',
    'apiextensions',
    'apiregistration',
    'authentication',
    'authorization',
    'certificates',
    'coordination',
    'discovery',
    'events',
    'flowcontrol.apiserver',
    'internal.apiserver',
    'networking',
    'node',
    'rbac.authorization',
    'resource',
    'scheduling',
    'storage',
    'storagemigration',
].map((name) => `${name}.k8s.io`));
/** Whether Kubernetes itself serves the group: no definition can. */
function isOwnGroup(group) {
    return !group.includes('.') || ownGroups.has(group);
}
function groupKindOf({ apiVersion, kind }) {
    const group = groupOf(apiVersion);
    return group === '' ? kind : `${kind}.${group}`;
}
/** The group of a kind; empty for the core group. */
function groupOfKind(groupKind) {
    const end = groupKind.indexOf('.');
    return end < 0 ? '' : groupKind.slice(end + 1);
}
/** With its version, as the API is asked for it: `apps/v1 Deployment`. */
function groupVersionKindOf({ apiVersion, kind }) {
    return `${apiVersion} ${kind}`;
}
/** The kinds of Kubernetes itself that the house knows more of than their name. */
const knownKinds = {
    apiService: 'APIService.apiregistration.k8s.io',
    autoscaler: 'HorizontalPodAutoscaler.autoscaling',
    cronJob: 'CronJob.batch',
    daemonSet: 'DaemonSet.apps',
    definition: 'CustomResourceDefinition.apiextensions.k8s.io',
    deployment: 'Deployment.apps',
    disruptionBudget: 'PodDisruptionBudget.policy',
    event: 'Event',
    ingress: 'Ingress.networking.k8s.io',
    job: 'Job.batch',
    mutatingWebhook: 'MutatingWebhookConfiguration.admissionregistration.k8s.io',
    namespace: 'Namespace',
    pod: 'Pod',
    podTemplate: 'PodTemplate',
    replicaSet: 'ReplicaSet.apps',
    replicationController: 'ReplicationController',
    secret: 'Secret',
    service: 'Service',
    statefulSet: 'StatefulSet.apps',
    validatingWebhook: 'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
    volume: 'PersistentVolume',
    volumeClaim: 'PersistentVolumeClaim',
};


/***/ })

};
