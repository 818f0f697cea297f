export const id = "deploy-apply+deploy-plan+deploy-rollout-wait";
export const ids = ["deploy-apply+deploy-plan+deploy-rollout-wait"];
export const modules = {

/***/ 363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ collect)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);

/** Runs over all items, and throws all that failed together. */
async function collect(items, work) {
    const settled = await Promise.allSettled(items.map(work));
    const failures = [];
    for (const each of settled) {
        if (each.status === 'fulfilled')
            continue;
        const known = (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(each.reason);
        if (known.length === 0)
            throw each.reason;
        failures.push(...known);
    }
    // One cause for many objects, such as an API server that is away, is told once.
    (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .throwIfAny */ .MI)([...new Map(failures.map((failure) => [failure.message, failure])).values()]);
    return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}


/***/ }),

/***/ 4621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ missingIn),
/* harmony export */   Hs: () => (/* binding */ remedyOfDelay),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   iM: () => (/* binding */ remedyOfRefusal),
/* harmony export */   pr: () => (/* binding */ remedyOfTrouble)
/* harmony export */ });
/* unused harmony export containerNamed */
/* harmony import */ var _toolkit_kubernetes_events_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8701);
/* harmony import */ var _toolkit_manifests_workload_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6035);


/** As it stands in the manifest; an admission webhook may have put another one beside those. */
function containerNamed(manifest, name) {
    return (0,_toolkit_manifests_workload_ts__WEBPACK_IMPORTED_MODULE_1__/* .workloadOf */ .R)(manifest)?.containers.find((each) => each.name === name);
}
/** `container main`, `init container migrate` */
function labelOf(manifest, name) {
    return containerNamed(manifest, name)?.label ?? `container ${name}`;
}
function placeIn(manifest, name, ...path) {
    return (containerNamed(manifest, name)?.node.get(...path) ?? manifest).source;
}
const COMMAND_MISSING = 'Correct its `command`, or put that program into the image, where its PATH finds it.';
const NOT_EXECUTABLE = 'Make the file executable in the image (`chmod +x`), and build it for the architecture of the node; or correct `command`.';
/** Exit codes that say more than that it failed: those of shells, and 128 and the number of a signal. */
const exits = new Map([
    [126, { meaning: 'its command cannot be executed', fix: NOT_EXECUTABLE }],
    [127, { meaning: 'its command is not there', fix: COMMAND_MISSING }],
    [134, { meaning: 'it aborted itself (SIGABRT)', fix: 'Look at its last lines: it found itself broken.' }],
    [
        137,
        {
            meaning: 'it was killed (SIGKILL)',
            fix: 'Find out who kills it: a node that is out of memory, or whoever waited in vain that it ends (`terminationGracePeriodSeconds`).',
        },
    ],
    [
        139,
        { meaning: 'it broke off (SIGSEGV)', fix: 'Look at its last lines: it, or a library of it, is broken.' },
    ],
    [
        143,
        {
            meaning: 'it was asked to end (SIGTERM), and did',
            fix: 'Find out who ends it, such as a probe, or a script of its own.',
        },
    ],
]);
const PROBE_FIXES = {
    readinessProbe: 'Correct the path, port and command of its readinessProbe, or look at its last lines: what it stands on may be missing.',
    livenessProbe: 'Correct its livenessProbe, or give the container more time before it begins: a startupProbe, or `initialDelaySeconds`.',
    startupProbe: 'Correct its startupProbe, or give the container more time: `failureThreshold` times `periodSeconds`.',
};
/** A probe for whose sake the container is started again. */
function killingProbe({ container, kind }, events) {
    if (kind !== 'crash')
        return undefined;
    return events.findLast((event) => {
        const probe = (0,_toolkit_kubernetes_events_ts__WEBPACK_IMPORTED_MODULE_0__/* .probeOf */ .u0)(event);
        return probe !== undefined && probe !== 'readinessProbe' && (0,_toolkit_kubernetes_events_ts__WEBPACK_IMPORTED_MODULE_0__/* .isAboutContainer */ .V8)(event, container);
    });
}
function remedyOfCrash(manifest, trouble, events) {
    const { container, exit } = trouble;
    const at = (...path) => placeIn(manifest, container, ...path);
    if (exit?.reason === 'OOMKilled') {
        return {
            meaning: 'it took more memory than its limit',
            fix: 'Raise its `resources.limits.memory`, or let it use less.',
            source: at('resources', 'limits', 'memory'),
        };
    }
    const event = killingProbe(trouble, events);
    const probe = event === undefined ? undefined : (0,_toolkit_kubernetes_events_ts__WEBPACK_IMPORTED_MODULE_0__/* .probeOf */ .u0)(event);
    if (event !== undefined && probe !== undefined)
        return { meaning: event.message, fix: PROBE_FIXES[probe] ?? '', source: at(probe) };
    const known = exits.get(exit?.code ?? 0);
    const isCommand = exit?.code === 126 || exit?.code === 127;
    if (known !== undefined)
        return { ...known, source: isCommand ? at('command') : at() };
    return {
        fix: 'Look at its last lines: a setting or a dependency is missing, or the program is broken.',
        source: at(),
    };
}
/** `secret "x" not found`, `couldn't find key k in Secret dev/x` */
function missingIn(message) {
    const ofKey = /find key (\S{1,253}) in (Secret|ConfigMap) [^\s/]{1,63}\/(\S+)/i.exec(message);
    const [, key, kind, name] = ofKey ?? [
        undefined,
        undefined,
        ...(/(secret|configmap) "([^"]+)" not found/i.exec(message) ?? []).slice(1),
    ];
    if (kind === undefined || name === undefined)
        return undefined;
    return { kind: kind.toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap', name, key };
}
/** Where a container asks for a ConfigMap or Secret, by its key when that is what is missing. */
function referenceIn(container, { kind, name, key }) {
    const [one, all] = kind === 'Secret' ? ['secretKeyRef', 'secretRef'] : ['configMapKeyRef', 'configMapRef'];
    for (const variable of container.get('env').items()) {
        const reference = variable.get('valueFrom', one);
        if (reference.get('name').text !== name)
            continue;
        if (key === undefined)
            return reference.get('name');
        if (reference.get('key').text === key)
            return reference.get('key');
    }
    return container
        .get('envFrom')
        .items()
        .map((each) => each.get(all, 'name'))
        .find(({ text }) => text === name);
}
function remedyOfMissing(manifest, { container, message, pod }) {
    const missing = missingIn(message);
    const node = containerNamed(manifest, container)?.node;
    const place = missing === undefined || node === undefined ? node : (referenceIn(node, missing) ?? node);
    const { source } = place ?? manifest;
    if (missing === undefined)
        return { fix: 'Correct what the container is given: the message says what of it cannot be.', source };
    const { kind, name, key } = missing;
    return {
        fix: key === undefined
            ? `Make the ${kind} ${name} in the namespace ${pod.namespace}, or correct its name here.`
            : `Put the key ${key} into the ${kind} ${name}, or correct the key here.`,
        source,
    };
}
/** As registries say it; some do so of an image that is not there. */
const UNAUTHORISED = /unauthorized|authentication required|denied|forbidden|no basic auth|\b40[13]\b/i;
function remedyOfTrouble(manifest, trouble, events) {
    const { container, kind, message } = trouble;
    const image = placeIn(manifest, container, 'image');
    switch (kind) {
        case 'crash':
            return remedyOfCrash(manifest, trouble, events);
        case 'missing':
            return remedyOfMissing(manifest, trouble);
        case 'name':
            return { fix: 'Correct the image reference.', source: image };
        case 'image':
            return UNAUTHORISED.test(message)
                ? {
                    fix: 'Let the pod pull it: `imagePullSecrets` with credentials of that registry, or the right of the nodes. Some registries say so of an image that is not there.',
                    source: image,
                }
                : {
                    fix: 'Push that image first, or correct its name, tag or digest.',
                    source: image,
                };
        case 'pull':
            return { fix: 'Look whether the registry answers, and whether the nodes reach it.', source: image };
        case 'start': {
            const place = placeIn(manifest, container, 'command');
            if (/executable file not found|no such file or directory/i.test(message))
                return { fix: COMMAND_MISSING, source: place };
            if (/permission denied|exec format error/i.test(message))
                return { fix: NOT_EXECUTABLE, source: place };
            return {
                fix: 'Look at what the runtime says: a path, a device or a command is not there.',
                source: placeIn(manifest, container),
            };
        }
    }
}
/** What the scheduler says, and the field of the pod that asks for it. */
function remedyOfNode(manifest, pod, words) {
    const [, resource] = /Insufficient ([\w./-]{1,253}?)[.,;]?(?:\s|$)/.exec(words) ?? [];
    if (resource !== undefined) {
        const asking = (0,_toolkit_manifests_workload_ts__WEBPACK_IMPORTED_MODULE_1__/* .workloadOf */ .R)(manifest)?.containers.map(({ node }) => node.get('resources', 'requests', resource));
        const place = asking?.find(({ value }) => value !== undefined) ?? pod;
        return {
            fix: `Ask for less ${resource} in \`resources.requests\`, or give the cluster a node that has as much free.`,
            source: place.source,
        };
    }
    if (/untolerated taint/.test(words))
        return {
            fix: 'Tolerate the taint in `tolerations`, or add a node without it.',
            source: pod.get('tolerations').source,
        };
    if (/affinity|selector/.test(words)) {
        const field = pod.get('nodeSelector').value === undefined ? 'affinity' : 'nodeSelector';
        return { fix: `Correct \`${field}\`, or label a node so.`, source: pod.get(field).source };
    }
    return { fix: 'Give the cluster a node on which it may run, or ask for less.', source: pod.source };
}
function volumeOf(pod, isMeant) {
    return pod.get('volumes').items().find(isMeant) ?? pod.get('volumes');
}
/** What to do when the time is over, and nothing of the pod has failed. */
function remedyOfDelay(manifest, delay) {
    const { cause, container, probe, volume, claim, words } = delay;
    const pod = (0,_toolkit_manifests_workload_ts__WEBPACK_IMPORTED_MODULE_1__/* .workloadOf */ .R)(manifest)?.pod ?? manifest.node;
    switch (cause) {
        case 'node':
            return remedyOfNode(manifest, pod, words);
        case 'claim': {
            const named = volumeOf(pod, (each) => each.get('persistentVolumeClaim', 'claimName').text === claim);
            const templates = manifest.node.get('spec', 'volumeClaimTemplates');
            const template = templates
                .items()
                .find((each) => claim?.startsWith(`${each.get('metadata', 'name').text}-`));
            return {
                fix: 'Correct its `storageClassName`, or make the class or the volume that it asks for: `kubectl get storageclass,persistentvolume` shows what there is.',
                source: (template ?? named).source,
            };
        }
        case 'mount':
            return {
                fix: 'Make what the volume is to hold, or correct the volume: the message says what of it is not there.',
                source: volumeOf(pod, (each) => each.get('name').text === volume).source,
            };
        case 'probe':
        case 'unready':
            return {
                fix: PROBE_FIXES[probe ?? 'readinessProbe'] ?? '',
                source: placeIn(manifest, container ?? '', probe ?? 'readinessProbe'),
            };
        case 'other':
            return { fix: 'Look at its pods and events, or raise `rollout-timeout`.', source: manifest.source };
    }
}
/** Names in `(container "main" must set \u2026)`, `(containers "a", "b" must \u2026)`, `for: main`. */
function refusedContainers(said) {
    const quoted = [...said.matchAll(/containers? ((?:"[^"]{1,63}"(?:, )?){1,99})/g)].flatMap(([, names = '']) => [...names.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name));
    const [, listed = ''] = /must specify \S{1,500} for: ([^;]+)/.exec(said) ?? [];
    return [...quoted, ...listed.split(',').filter((name) => name !== '')];
}
/** What to do about a pod that its namespace does not admit, as the API server says why. */
function remedyOfRefusal(manifest, said) {
    const containers = (0,_toolkit_manifests_workload_ts__WEBPACK_IMPORTED_MODULE_1__/* .workloadOf */ .R)(manifest)?.containers ?? [];
    const named = refusedContainers(said);
    const meant = containers.find(({ name }) => named.includes(name));
    const told = meant === undefined ? '' : ` It is about ${meant.label}.`;
    if (said.includes('violates PodSecurity')) {
        return {
            fix: `Set in its securityContext what the message names, or label the namespace for a lower level (\`pod-security.kubernetes.io/enforce\`).${told}`,
            source: (meant?.node.get('securityContext') ?? manifest).source,
        };
    }
    const [, failing] = /failed quota: ([^:]{1,253}): must specify/.exec(said) ?? [];
    if (failing !== undefined) {
        return {
            fix: `Write into its resources what the ResourceQuota ${failing} counts.${told}`,
            source: (meant?.node.get('resources') ?? manifest).source,
        };
    }
    const [, quota] = /exceeded quota: ([^,]{1,253}),/.exec(said) ?? [];
    if (quota !== undefined) {
        return {
            fix: `Raise the ResourceQuota ${quota}, or ask for less: fewer replicas, less of \`resources\`, or something else of the namespace that can go.`,
            source: manifest.source,
        };
    }
    const [, resource, limit] = /(?:maximum|minimum) ([\w./-]{1,253}) usage per \w{1,63} is [^,]+(?:, but (limit|request) is)?/.exec(said) ?? [];
    if (resource !== undefined) {
        const field = limit === 'request' ? 'requests' : 'limits';
        const asks = containers.find(({ node }) => node.get('resources', field, resource).value !== undefined);
        return {
            fix: `Ask for what the LimitRange of the namespace allows, in \`resources.${field}.${resource}\`.${asks === undefined ? '' : ` It is about ${asks.label}.`}`,
            source: (asks?.node.get('resources', field, resource) ?? manifest).source,
        };
    }
    return {
        fix: `Change the pod so that its namespace admits it.${told}`,
        source: (meant?.node ?? manifest).source,
    };
}


/***/ }),

/***/ 8582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ hiddenFinding),
/* harmony export */   YW: () => (/* binding */ isUnwell),
/* harmony export */   sp: () => (/* binding */ unwellFindings)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_health_index_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9913);
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2693);
/* harmony import */ var _toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1123);
/* harmony import */ var _toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3358);




/** A suspended object is as it should be when its manifest says so; else somebody is asked to let it go on. */
function isAsked(asked, health) {
    return health.state === 'suspended' && (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(asked, health.by) === true;
}
/**
 * Whether a release fails for it, or waits. What nobody waits for, such as a claim that no pod uses yet, may still be on
 * its way.
 * @param asked what its manifest says, or itself when it has none any more
 */
function isUnwell(asked, health) {
    const { state } = health;
    if (state === 'failed' || state === 'deleting')
        return true;
    return (0,_toolkit_kubernetes_health_index_ts__WEBPACK_IMPORTED_MODULE_0__/* .isAwaited */ .AJ)((0,_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .groupKindOf */ .zo)(asked)) && state !== 'ready' && state !== 'unknown' && !isAsked(asked, health);
}
/** Of a member that has left the manifests, and that nobody may look at: no release needs that right any more. */
function hiddenFinding(address, refused) {
    return (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_3__/* .finding */ .gk)({
        rule: 'unhealthy',
        severity: 'notice',
        verdict: 'unknown',
        message: `Whether ${address} is well cannot be told. It is no longer in the manifests, and the application still owns it.`,
        why: refused.why ?? refused.what,
        fix: 'Delete it, with `prune: true` or by hand, or let this identity read it.',
    }, address);
}
/** Never an error: what is planned may be its cure. */
function unwellFindings(members) {
    return members.flatMap(({ address, live, manifest }) => {
        const health = (0,_toolkit_kubernetes_health_index_ts__WEBPACK_IMPORTED_MODULE_0__/* .healthOf */ .Wr)(live);
        if (!isUnwell(manifest?.object ?? live, health))
            return [];
        return [
            (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_3__/* .finding */ .gk)({
                rule: 'unhealthy',
                severity: 'warning',
                verdict: 'fail',
                message: `${address} is not well: ${health.reason}.`,
                why: manifest === undefined
                    ? 'It is no longer in the manifests, and the application still owns it; no release waits for it.'
                    : 'So it is now. An apply waits for it, and fails when it does not get well.',
                fix: manifest === undefined
                    ? 'Delete it, with `prune: true` or by hand, or put it back into the manifests.'
                    : 'Look at its status, its events and its pods, unless this release is its cure.',
                ...(manifest === undefined ? {} : { source: manifest.source }),
            }, address),
        ];
    });
}


/***/ }),

/***/ 7360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ maskSecrets),
/* harmony export */   W: () => (/* binding */ secretValuesOf)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2693);
/* harmony import */ var _toolkit_redact_names_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8703);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7245);
/** What in objects is secret, masked before anything that could quote it is asked for. */



function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function membersOf(value) {
    return isRecord(value) ? Object.entries(value) : [];
}
/** A value that is no text, such as a number, is refused by the server, which then quotes it. */
function* leaves(name, value, read = (text) => text) {
    if (Array.isArray(value))
        for (const item of value)
            yield* leaves(name, item, read);
    else if (isRecord(value))
        for (const [key, member] of Object.entries(value))
            yield* leaves(key, member, read);
    else if (typeof value === 'string')
        yield { name, value: read(value) };
    else if (value !== null && value !== undefined)
        yield { name, value: String(value) };
}
/** As it is when it is decoded; what is no base64 is refused by the server, and quoted. */
function decoded(text) {
    const bytes = Buffer.from(text, 'base64');
    return bytes.toString('base64') === text.replace(/\s/g, '') ? bytes.toString('utf8') : text;
}
/** The values of a Secret, plain: of whatever field, because a misspelt one is refused only by the server. */
function* inSecret(secret) {
    for (const [field, held] of Object.entries(secret))
        if (!_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .shownFields */ .b0.has(field))
            yield* leaves(field, held, field === 'data' ? decoded : undefined);
}
/** What is written out under a name that says that it is a secret: variables of containers, keys of a ConfigMap. */
function* writtenOut(value) {
    if (Array.isArray(value))
        for (const item of value)
            yield* writtenOut(item);
    if (!isRecord(value))
        return;
    const { name, value: text } = value;
    if (typeof name === 'string' && typeof text === 'string' && (0,_toolkit_redact_names_ts__WEBPACK_IMPORTED_MODULE_2__/* .namesSecret */ .L)(name))
        yield { name, value: text };
    for (const member of Object.values(value))
        yield* writtenOut(member);
}
function* secretValuesOf(object) {
    const fields = object; // parsed from YAML or JSON
    if ((0,_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .groupKindOf */ .zo)(object) === _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.secret)
        yield* inSecret(fields);
    else if (fields['kind'] === 'ConfigMap')
        for (const [name, value] of membersOf(fields['data']))
            if ((0,_toolkit_redact_names_ts__WEBPACK_IMPORTED_MODULE_2__/* .namesSecret */ .L)(name))
                yield* leaves(name, value);
    yield* writtenOut(fields['spec']);
}
/** The names of the objects stay readable, although a Secret may hold one of them. */
function maskSecrets(objects, { redactor }) {
    redactor.addIdentifiers(objects.flatMap(({ kind, metadata: { name, namespace } }) => [kind, name, namespace].filter((each) => each !== undefined)));
    for (const object of objects)
        for (const { name, value } of secretValuesOf(object))
            redactor.addSensitive(value, name);
}


/***/ }),

/***/ 7245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b0: () => (/* binding */ shownFields),
/* harmony export */   oD: () => (/* binding */ sensitiveIn),
/* harmony export */   oe: () => (/* binding */ withSecretsHidden),
/* harmony export */   s6: () => (/* binding */ hasFields)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2693);
/* harmony import */ var _toolkit_model_change_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2719);
/** What of an object is shown to nobody: whatever a Secret holds, wherever it stands in it. */


/** Of core/v1 Secret; a misspelt `stringdata` is a secret too until the API server refuses it. */
const shownFields = new Set([
    'apiVersion',
    'kind',
    'metadata',
    'type',
    'immutable',
]);
/** In these, tools keep the whole object as it was applied once, its values too. */
const copies = new Set([
    'kubectl.kubernetes.io/last-applied-configuration',
    'objectset.rio.cattle.io/applied',
    'kapp.k14s.io/original',
    'banzaicloud.com/last-applied',
]);
/** Shorter values are found in ordinary words. */
const SHORTEST_COPIED = 8;
function hasFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isSecret({ apiVersion, kind }) {
    return (0,_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .groupKindOf */ .zo)({ apiVersion: String(apiVersion), kind: String(kind) }) === _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.secret;
}
function leaves(value) {
    if (Array.isArray(value))
        return value.flatMap(leaves);
    if (hasFields(value))
        return Object.values(value).flatMap(leaves);
    return value === null ? [] : [String(value)];
}
function valuesOf(secret) {
    return Object.entries(secret).flatMap(([field, value]) => {
        if (shownFields.has(field))
            return [];
        const plain = leaves(value);
        return field === 'data'
            ? plain.flatMap((text) => [text, Buffer.from(text, 'base64').toString('utf8')])
            : plain;
    });
}
function annotationsOf(object) {
    const { annotations } = (object['metadata'] ?? {});
    return hasFields(annotations) ? annotations : {};
}
function copiesIn(secret) {
    const telling = valuesOf(secret).filter((value) => value.length >= SHORTEST_COPIED);
    const kept = Object.entries(annotationsOf(secret)).filter(([name, text]) => copies.has(name) || telling.some((value) => String(text).includes(value)));
    return Object.fromEntries(kept);
}
/** The sensitive part of an object, in its own shape; undefined when nothing of it is sensitive. */
function sensitiveIn(object) {
    if (!isSecret(object))
        return undefined;
    const annotations = copiesIn(object);
    const hidden = Object.fromEntries([
        ...Object.entries(object).filter(([field]) => !shownFields.has(field)),
        ...(Object.keys(annotations).length === 0 ? [] : [['metadata', { annotations }]]),
    ]);
    return Object.keys(hidden).length === 0 ? undefined : hidden;
}
function hidden(value, other, stands) {
    if (!hasFields(value))
        return stands(value, other);
    const others = hasFields(other) ? other : {};
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, stands(each, others[key])]));
}
/** The object with something else in place of what is sensitive. Which keys there are is shown. */
function withSecretsHidden(object, other = {}, stands = () => _toolkit_model_change_ts__WEBPACK_IMPORTED_MODULE_1__/* .SENSITIVE */ .NP) {
    if (!isSecret(object))
        return object;
    const shown = Object.fromEntries(Object.entries(object).map(([field, value]) => [
        field,
        shownFields.has(field) ? value : hidden(value, other[field], stands),
    ]));
    const annotations = copiesIn(object);
    if (Object.keys(annotations).length === 0)
        return shown;
    const others = annotationsOf(other);
    const masks = Object.entries(annotations).map(([name, text]) => [name, stands(text, others[name])]);
    const metadata = shown['metadata'];
    return {
        ...shown,
        metadata: { ...metadata, annotations: { ...annotationsOf(object), ...Object.fromEntries(masks) } },
    };
}


/***/ }),

/***/ 1852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   My: () => (/* binding */ refusedPod),
/* harmony export */   S4: () => (/* binding */ isNotAdmitted),
/* harmony export */   fj: () => (/* binding */ removesItself),
/* harmony export */   ou: () => (/* binding */ endOfJob),
/* harmony export */   w$: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8701);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9234);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2693);
/* harmony import */ var _object_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1123);
/** Why a workload does not become ready: from the workload to its pods, their containers, and what they last said. */




const LOG_LINES = 15;
/** Whether it is a Job that is deleted some time after its end. */
function removesItself(object) {
    return ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .groupKindOf */ .zo)(object) === _kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .knownKinds */ .T8.job &&
        typeof (0,_object_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(object, ['spec', 'ttlSecondsAfterFinished']) === 'number');
}
/** The reasons for which a Job is given up; source: the constants of k8s.io/api/batch/v1. */
const jobFailures = new Set([
    'BackoffLimitExceeded',
    'DeadlineExceeded',
    'FailedIndexes',
    'MaxFailedIndexesExceeded',
    'PodFailurePolicy',
]);
/** How a Job ended that is gone, by its events, which stay for an hour. */
async function endOfJob(client, last) {
    const { uid, namespace } = last?.metadata ?? {};
    if (uid === undefined)
        return (0,_health_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)('nobody has seen it');
    const told = await (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .eventsAbout */ .Xh)(client, namespace, { uid });
    if (told.some(({ reason }) => reason === 'Completed'))
        return (0,_health_js__WEBPACK_IMPORTED_MODULE_1__/* .ready */ .Gc)('it is complete, and has removed itself');
    const end = told.find(({ reason }) => reason !== undefined && jobFailures.has(reason));
    return end === undefined
        ? (0,_health_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)('its events do not tell how it ended')
        : (0,_health_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz)(`it failed: ${(0,_health_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(end)}`);
}
/** What the API server says when the pod as it is will never be admitted. */
const NOT_ADMITTED = /exceeded quota|failed quota|violates PodSecurity|denied (?:the )?request|(?:maximum|minimum) [\w-]+ usage per|limit to request ratio per/;
/** Whether a workload's pods are refused for what they are; asking once more does not help. */
function isNotAdmitted(said) {
    return NOT_ADMITTED.test(said);
}
/** Why a workload's newest pod could not be made, where its status does not say it; undefined when one was made since. */
async function refusedPod(client, workload) {
    const { uid, namespace } = workload.metadata;
    if (uid === undefined)
        return undefined;
    const about = (await (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .eventsAbout */ .Xh)(client, namespace, { uid })).filter(({ reason }) => reason === 'FailedCreate' || reason === 'SuccessfulCreate');
    const last = about.at(-1);
    return last?.reason === 'FailedCreate' ? last.message : undefined;
}
/** The last lines of a container, of its run before when it waits for its next one. */
async function lastLines(client, pod, container, previous) {
    const log = await client.logs(pod, container, { lines: LOG_LINES, previous });
    return log.trim() === '' ? [] : log.trimEnd().split('\n');
}


/***/ }),

/***/ 8701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mt: () => (/* binding */ warningsAmong),
/* harmony export */   V8: () => (/* binding */ isAboutContainer),
/* harmony export */   Xh: () => (/* binding */ eventsAbout),
/* harmony export */   u0: () => (/* binding */ probeOf)
/* harmony export */ });
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7743);
/** What Kubernetes tells of an object, which it keeps for an hour. */

function timeOf({ lastTimestamp, eventTime, series }) {
    return series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? '';
}
/**
 * The newest one last; none where this identity may not look.
 * @param object by its uid, or by its kind and name
 */
async function eventsAbout(client, namespace, object) {
    const fields = Object.entries(object).map(([key, value]) => `involvedObject.${key}=${value}`);
    const events = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readable */ .H)(client, { apiVersion: 'v1', kind: 'Event' }, { namespace, fields: fields.join(',') });
    return events.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1)); // core/v1 Event
}
function warningsAmong(events) {
    return events.filter(({ type }) => type === 'Warning');
}
/** Whether an event of a pod is about one of its containers. */
function isAboutContainer({ involvedObject }, container) {
    return involvedObject?.fieldPath?.endsWith(`{${container}}`) === true;
}
/** `readinessProbe`, as a container has it, of an event that says that it failed. */
function probeOf({ reason, message = '' }) {
    const [, name] = /^(Readiness|Liveness|Startup) probe /.exec(message) ?? [];
    return reason === 'Unhealthy' && name !== undefined ? `${name.toLowerCase()}Probe` : undefined;
}


/***/ }),

/***/ 7743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readable)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2652);

/** What there is to see. Who may not look sees nothing: that must not hide what is told anyway. */
async function readable(client, ...[type, options]) {
    try {
        return await client.list(type, options);
    }
    catch (error) {
        if (error instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .KubernetesError */ .dK && error.code === 'CLUSTER_FORBIDDEN')
            return [];
        throw error;
    }
}


/***/ }),

/***/ 5877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ podsOf),
/* harmony export */   FF: () => (/* binding */ hasPods),
/* harmony export */   m3: () => (/* binding */ troublesIn)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2693);
/* harmony import */ var _object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1123);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7743);
/** What keeps containers of a workload from running. */



const kinds = new Map([
    ['CreateContainerConfigError', 'missing'],
    ['CreateContainerError', 'start'],
    ['RunContainerError', 'start'],
    ['ErrImageNeverPull', 'image'],
    ['ErrImagePull', 'pull'],
    ['ImagePullBackOff', 'pull'],
    ['RegistryUnavailable', 'pull'],
    ['InvalidImageName', 'name'],
]);
/** As registries and the runtimes that ask them say it: containerd, CRI-O, Docker. */
const NO_IMAGE = /not found|manifest unknown|name unknown|does not exist|unauthorized|authentication required|denied|forbidden|no basic auth|\b40[134]\b/i;
/** A back-off without its cause. */
const BARE = /^Back-off pulling image "[^"]*"$/;
function wordsOf(exit) {
    if (exit === undefined)
        return '';
    return `exit code ${exit.code}${exit.reason === '' ? '' : ` (${exit.reason})`}`;
}
function troubleIn(pod, status) {
    const { name: container, restartCount: restarts, state = {}, lastState = {} } = status;
    const { waiting, terminated } = state;
    const ended = terminated ?? lastState.terminated;
    const exit = ended?.exitCode === undefined ? undefined : { code: ended.exitCode, reason: ended.reason ?? '' };
    const where = { pod: (0,_object_js__WEBPACK_IMPORTED_MODULE_1__/* .referenceTo */ .Po)(pod), container, restarts, exit };
    const { reason, message: said = '' } = waiting ?? {};
    if (reason === 'CrashLoopBackOff') {
        const message = `it ended ${restarts} times, last with ${wordsOf(exit)}`;
        return [{ ...where, reason, message, kind: 'crash', waits: true }];
    }
    const kind = kinds.get(reason ?? '');
    if (reason !== undefined && kind !== undefined) {
        const message = BARE.test(said) ? '' : said;
        return [
            {
                ...where,
                reason,
                message,
                kind: kind === 'pull' && NO_IMAGE.test(message) ? 'image' : kind,
                waits: true,
            },
        ];
    }
    if (terminated !== undefined && (terminated.exitCode ?? 0) !== 0) {
        const message = wordsOf(exit);
        return [{ ...where, reason: terminated.reason ?? 'Error', message, kind: 'crash', waits: false }];
    }
    return [];
}
/** Kinds that a release waits for because of their pods. */
const ofPods = new Set([
    _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.daemonSet,
    _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.deployment,
    _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.job,
    _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.statefulSet,
]);
/** Whether it has pods of its own that say why it is not ready: a selector of another kind may mean anything. */
function hasPods(object) {
    return ofPods.has((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .groupKindOf */ .zo)(object));
}
/** The pods of a workload's newest version. */
async function podsOf(client, workload) {
    const { selector } = (workload['spec'] ?? {}); // apps/v1, batch/v1
    const labels = Object.entries(selector?.matchLabels ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
    if (labels === '')
        return [];
    const { namespace } = workload.metadata;
    const pods = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .readable */ .H)(client, { apiVersion: 'v1', kind: 'Pod' }, { namespace, labels });
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .groupKindOf */ .zo)(workload) !== _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.deployment)
        return pods;
    const sets = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .readable */ .H)(client, { apiVersion: 'apps/v1', kind: 'ReplicaSet' }, { namespace, labels });
    const revision = 'deployment.kubernetes.io/revision';
    const newest = sets.find((set) => set.metadata.annotations?.[revision] === workload.metadata.annotations?.[revision]);
    const hash = newest?.metadata.labels?.['pod-template-hash'];
    return pods.filter((pod) => pod.metadata.labels?.['pod-template-hash'] === hash);
}
function troublesIn(pods) {
    return pods.flatMap((pod) => {
        const { containerStatuses = [], initContainerStatuses = [] } = (pod['status'] ?? {}); // core/v1 PodStatus
        return [...initContainerStatuses, ...containerStatuses].flatMap((status) => troubleIn(pod, status));
    });
}


/***/ }),

/***/ 8703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ namesSecret),
/* harmony export */   Z: () => (/* binding */ refersToSecret)
/* harmony export */ });
/* harmony import */ var _ordinary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5593);

/** Also as psql, sshpass and redis-cli call it. */
const secretName = /(?:^|_)(?:(?:PG)?PASSWORD|PASSWD|(?:SSH)?PASS|PWD|REDISCLI_AUTH|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|(?:API|ACCESS|SECRET|PRIVATE|SIGNING|ENCRYPTION|MASTER)_?KEY)$/;
/** Whether the name of a variable, key or input says that a secret is in it: `DB_PASSWORD`, `apiKey`, `client-secret`. */
function namesSecret(name) {
    const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[.-]/g, '_');
    return secretName.test(words.toUpperCase());
}
/** `namespace/name` of a Kubernetes Secret. */
const reference = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\/[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;
/** Whether a name such as `database-secret` does not hold a secret, but says which one of Kubernetes it is. */
function refersToSecret(name, value) {
    return /secret$/i.test(name) && reference.test(value) && (0,_ordinary_js__WEBPACK_IMPORTED_MODULE_0__/* .isOrdinary */ .P)(value);
}


/***/ }),

/***/ 5593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isOrdinary),
/* harmony export */   r: () => (/* binding */ isSingleWord)
/* harmony export */ });
/** Which texts are words, numbers and addresses: masked wherever they stand, they would make everything unreadable. */
/** Shorter texts of one or two kinds of characters are no secrets that could be masked elsewhere. */
const SHORTEST = 8;
/** The same for texts of three kinds: `aB3$xy`. */
const SHORTEST_MIXED = 6;
const LONGEST_NUMBER = 12;
const LONGEST_WORD = 20;
const LONGEST_QUANTITY = 8;
/** More is no name of a resource. */
const LONGEST = 253;
/** Pairs of letters that no language has, as random letters soon do. */
const UNLIKELY_PAIR = /q[^ul]|[jvz][bcdfgkpqx]|[bcdfgkmpw][jqxz]|[qxz][jqxz]/;
const FIVE_CONSONANTS = /[bcdfghjklmnpqrstvwxz]{5}/;
/** Abbreviations: `https`, `mysql`. */
const LONGEST_ABBREVIATION = 5;
const separators = /[-_./:@,;=+&?#()[\]{}"'\s]+/;
function isWord(text) {
    if (!/^[A-Za-z][a-z]*$|^[A-Z]+$/.test(text) || text.length > LONGEST_WORD)
        return false;
    const lower = text.toLowerCase();
    if (lower.length <= 3)
        return true;
    if (UNLIKELY_PAIR.test(lower))
        return false;
    const vowels = lower.match(/[aeiouy]/g)?.length ?? 0;
    return lower.length <= LONGEST_ABBREVIATION || (!FIVE_CONSONANTS.test(lower) && vowels >= lower.length / 6);
}
/** `8080`, `2026`, `10m`, `512Mi`, `26T15`. */
function isQuantity(text) {
    if (/^\d+$/.test(text))
        return text.length <= LONGEST_NUMBER;
    return text.length <= LONGEST_QUANTITY && /^\d+[A-Za-z]{1,3}(?:\d{1,4}[a-z]?)?%?$/.test(text);
}
/** `postgres`, `maxPoolSize`, `node24`, `HS256`; random letters change their case, and between letters and digits, soon. */
function isName(text) {
    const [, letters = '', digits = ''] = /^([A-Za-z]+)(\d{0,4})$/.exec(text) ?? [];
    if (letters.length <= 2)
        return (letters !== '' && digits.length <= 3 && [letters.toLowerCase(), letters.toUpperCase()].includes(letters));
    const words = letters.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
    return words.join('') === letters && letters.length >= words.length * 3.5 && words.every(isWord)
        ? true
        : isWord(letters);
}
/** `k8s`, `v1beta1`, `t4g`, `m6i` */
const SHORT_CODE = /^(?=.{2,8}$)[a-z]+\d{1,2}[a-z]+\d?$/;
function isIdentifierPart(text) {
    return isQuantity(text) || isName(text) || SHORT_CODE.test(text);
}
/** Whether it is one word of a language, or a switch or a number: no mask hides what everybody would guess. */
function isSingleWord(text) {
    return text.length < SHORTEST_MIXED + LONGEST_NUMBER && (isWord(text) || isQuantity(text));
}
function kindsIn(text) {
    return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9\s]/].filter((kind) => kind.test(text)).length;
}
/**
 * Whether a text reads as an ordinary word, number, identifier or address: `true`, `5432`, `prod`, `omninode`,
 * `onex-api.onex-dev.svc.cluster.local`, `https://example.com/health`, `arn:aws:\u2026`. What has a part that looks random,
 * or credentials in it, does not; nor does a sentence.
 */
function isOrdinary(given) {
    const text = given.trim();
    if (text === '' || /^-+(?:BEGIN|END) [A-Z0-9 ]+-+$/.test(text))
        return true;
    if (text.length > LONGEST || /:\/\/[^\s/@]*:[^\s/@]+@/.test(text))
        return false;
    if (/^arn:aws[\w-]*:[\w:/.*-]*$/.test(text))
        return true;
    const parts = text.split(separators).filter((part) => part !== '');
    if (parts.every(isIdentifierPart))
        return !/\s/.test(text) || text.length < 2 * SHORTEST || /[:=]/.test(text);
    return text.length < (kindsIn(text) >= 3 ? SHORTEST_MIXED : SHORTEST);
}


/***/ })

};
