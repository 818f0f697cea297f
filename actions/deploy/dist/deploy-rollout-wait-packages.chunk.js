export const id = "deploy-rollout-wait-packages";
export const ids = ["deploy-rollout-wait-packages"];
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


/***/ })

};
