export const id = "deploy-apply+deploy-plan";
export const ids = ["deploy-apply+deploy-plan"];
export const modules = {

/***/ 9116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ definedKinds)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2693);
/** The kinds that a release itself defines. */

/** By version and kind as the API is asked for them: `example.com/v1 Widget`. */
function definedKinds(manifests) {
    const definitions = manifests.filter(({ object }) => (0,_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .groupKindOf */ .zo)(object) === _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.definition);
    return new Map(definitions.flatMap(({ object }) => {
        const { spec: { group, names, versions = [] } = {} } = object;
        const plural = names?.plural ?? '';
        return versions
            .filter(({ served }) => served === true)
            .map(({ name, schema }) => [
            `${group}/${name} ${names?.kind}`,
            { plural, schema: schema?.openAPIV3Schema },
        ]);
    }));
}


/***/ }),

/***/ 5373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PS: () => (/* binding */ saysImmutable),
/* harmony export */   Ud: () => (/* binding */ immutableWords),
/* harmony export */   hv: () => (/* binding */ immutableFailure)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2652);
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2693);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_sources_node_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3778);
/* harmony import */ var _release_recreate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8276);
/* harmony import */ var _place_of_field_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4731);
/** What the API server does not let be changed in place: which fields that are, and what can be done. */






/** As the kinds of Kubernetes say it. The message quotes the manifest: it may have any length. */
const IMMUTABLE = /immutable|(?:may|can) ?not (?:be )?change|may not be updated/i;
function saysImmutable({ status, said }) {
    // A right is about the identity, whatever the kind is called.
    if (status === 403 && !/denied (?:the )?request/.test(said))
        return false;
    const forbidden = said.search(/updates? to /i);
    return (forbidden >= 0 && /are forbidden/i.test(said.slice(forbidden))) || IMMUTABLE.test(said);
}
/** The places beneath a node that the live object has otherwise. */
function differing(node, live) {
    const { value } = node;
    if ((0,_toolkit_sources_node_ts__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(value) && (0,_toolkit_sources_node_ts__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(live))
        return [...node.members()].flatMap(([key, member]) => differing(member, live[key]));
    if (Array.isArray(value) && Array.isArray(live) && value.length === live.length)
        return node.items().flatMap((item, index) => differing(item, live[index]));
    return JSON.stringify(value) === JSON.stringify(live) ? [] : [node];
}
function valueAt(object, path) {
    return path.reduce((inner, key) => {
        if (typeof key === 'number')
            return Array.isArray(inner) ? inner[key] : undefined;
        return (0,_toolkit_sources_node_ts__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(inner) ? inner[key] : undefined;
    }, object);
}
/** `fields other than 'replicas', 'template' are forbidden` */
function isExempt(node, base, message) {
    const [, listed = ''] = /fields other than (.{1,500}?) are forbidden/.exec(message) ?? [];
    const key = node.path[base.length];
    return typeof key === 'string' && listed.includes(`'${key}'`);
}
/** A place, or what is written around it: the server may have made a field of another one. */
function written(node, path) {
    const place = node.get(...path);
    return place.value !== undefined || path.length <= 1 ? place : written(node, path.slice(0, -1));
}
/** The fields that cannot be changed, as far as the manifest and the live object tell. */
function fieldsOf({ causes }, { node }, live) {
    const meant = causes.flatMap(({ field, message = '' }) => {
        if (field === undefined)
            return [];
        const path = (0,_place_of_field_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOfField */ .n)(node.value, field);
        const base = written(node, path);
        const within = live === undefined
            ? []
            : differing(base, valueAt(live, base.path)).filter((each) => !isExempt(each, base.path, message));
        return within.length === 0 ? [node.get(...path)] : within;
    });
    return [...new Map(meant.map((each) => [wordOf(each), each])).values()];
}
/** `spec.selector.matchLabels["app.kubernetes.io/name"]` */
function wordOf({ path }) {
    return path
        .map((key) => (typeof key === 'string' && /^[\w-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`))
        .join('')
        .replace(/^\./, '');
}
/** What is said of a field, without the value that it quotes. */
function briefly(message) {
    const [line = ''] = message.split('\n');
    return line.startsWith('Invalid value: ') ? line.slice(line.lastIndexOf(': ') + 2) : line;
}
/** `spec.selector.matchLabels.app cannot be changed in place` */
function immutableWords(error, manifest, live) {
    const fields = error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_0__/* .KubernetesError */ .dK ? fieldsOf(error, manifest, live) : [];
    const named = fields.length === 0 ? 'what is changed of it' : fields.map(wordOf).join(', ');
    return `${named} cannot be changed in place`;
}
/** @param live as the object is in the cluster */
function immutableFailure(error, manifest, live) {
    const { address, object, source } = manifest;
    const fields = fieldsOf(error, manifest, live);
    const said = [
        ...new Set(error.causes.flatMap(({ message }) => (message === undefined ? [] : [briefly(message)]))),
    ];
    const never = live === undefined ? undefined : (0,_release_recreate_js__WEBPACK_IMPORTED_MODULE_3__/* .neverRecreated */ .AB)((0,_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .groupKindOf */ .zo)(object), live);
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
        code: 'MANIFEST_IMMUTABLE',
        what: fields.length === 0
            ? `The API server does not let ${address} be changed so in place.`
            : `The API server does not let ${fields.map(wordOf).join(', ')} of ${address} be changed in place.`,
        why: `${said.length === 0 ? briefly(error.said) : said.join('; ')}.`,
        fix: never === undefined
            ? `Put back what it was, or give the object another name. To have it deleted and made again, annotate it in the manifest: \`${_release_recreate_js__WEBPACK_IMPORTED_MODULE_3__/* .RECREATE */ .kt}: ${_release_recreate_js__WEBPACK_IMPORTED_MODULE_3__/* .WHEN_IMMUTABLE */ .Uc}\`.`
            : `Put back what it was, or give the object another name. No release deletes it: ${never}.`,
        source: fields[0]?.source ?? source,
        cause: error,
    });
}


/***/ }),

/***/ 4731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ placeOfField)
/* harmony export */ });
/* harmony import */ var _toolkit_sources_node_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3778);
/** From a field as the API server names it to its place in an object. */

/** Where the brackets end that a text begins with; quotes may hold others. */
function endOfBrackets(text) {
    let quoted = false;
    for (let index = 1; index < text.length; index++) {
        if (quoted && text[index] === '\\')
            index++;
        else if (text[index] === '"')
            quoted = !quoted;
        else if (text[index] === ']' && !quoted)
            return index;
    }
    return text.length;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}
/** `name="main"`, `port=80,protocol="TCP"` */
function pairsIn(text) {
    return [...text.matchAll(/(?<=^|,)([^=,"]+)=("(?:[^"\\]|\\.)*"|[^,]*)/g)].map(([, key = '', value = '']) => [key, parsed(value)]);
}
/** The key or index that stands in brackets. */
function keyIn(text, value) {
    if (/^\d+$/.test(text))
        return Number(text);
    if (!Array.isArray(value))
        return String(parsed(text));
    const items = value;
    const pairs = pairsIn(text);
    const found = pairs.length === 0
        ? items.indexOf(parsed(text.replace(/^=/, '')))
        : items.findIndex((item) => (0,_toolkit_sources_node_ts__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(item) &&
            pairs.every(([key, wanted]) => item[key] === undefined || item[key] === wanted));
    return found < 0 ? items.length : found;
}
/** Longer names are in no object; they are cut at their first dot. */
const LONGEST_NAME = 1_000;
/** The name that a text begins with: the longest that is there, for it may hold dots itself. */
function nameIn(text, value) {
    const first = text.search(/[.[]/);
    const short = first < 0 ? text : text.slice(0, first);
    if (!(0,_toolkit_sources_node_ts__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(value))
        return short;
    const ends = [...text.slice(0, LONGEST_NAME).matchAll(/[.[]|$/g)].map(({ index }) => index);
    return ends.map((end) => text.slice(0, end)).findLast((name) => Object.hasOwn(value, name)) ?? short;
}
/** @param field `.spec.template.spec.containers[name="main"].image`, `spec.containers[0].image` */
function placeOfField(object, field) {
    const path = [];
    let value = object;
    let rest = field;
    while (rest !== '') {
        let key;
        if (rest.startsWith('[')) {
            const end = endOfBrackets(rest);
            key = keyIn(rest.slice(1, end), value);
            rest = rest.slice(end + 1);
        }
        else {
            const text = rest.replace(/^\./, '');
            key = nameIn(text, value);
            rest = text.slice(key.length);
            if (key === '' && rest === text)
                break;
        }
        path.push(key);
        value =
            typeof key === 'number'
                ? Array.isArray(value)
                    ? value[key]
                    : undefined
                : (0,_toolkit_sources_node_ts__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(value) && Object.hasOwn(value, key)
                    ? value[key]
                    : undefined;
    }
    return path;
}


/***/ }),

/***/ 1525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   pK: () => (/* binding */ atItsPlace),
/* harmony export */   rB: () => (/* binding */ refusedFindings)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_diagnose_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1852);
/* harmony import */ var _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2652);
/* harmony import */ var _toolkit_kubernetes_webhooks_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(738);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3358);
/* harmony import */ var _ownership_conflicts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6674);
/* harmony import */ var _rollout_remedy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4621);
/* harmony import */ var _immutable_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5373);
/* harmony import */ var _place_of_field_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4731);
/** What the API server refuses, as failures on the line of the manifest. */









/** A refusal to show what is there now, in the API server's own words, on the line of the manifest. */
function atItsPlace(error, { source }) {
    if (!(error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_1__/* .KubernetesError */ .dK) || !error.isJudgement)
        return error;
    const { code, what, why, fix } = error;
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
        code,
        what,
        ...(why === undefined ? {} : { why }),
        ...(fix === undefined ? {} : { fix }),
        source,
        cause: error,
    });
}
/** The field that a refusal is about: as a cause names it, or as strict validation does: `.spec.replica: field not \u2026` */
function placeOf({ causes, said }, { node, source }) {
    const [cause] = causes;
    if (cause?.field !== undefined)
        return node.get(...(0,_place_of_field_js__WEBPACK_IMPORTED_MODULE_8__/* .placeOfField */ .n)(node.value, cause.field)).source;
    if (/^namespaces "[^"]*" not found$/.test(said))
        return node.get('metadata', 'namespace').source;
    const typed = said.lastIndexOf('): .');
    const field = typed < 0 ? undefined : said.slice(typed + 4).split(': ')[0];
    return field === undefined ? source : node.get(...(0,_place_of_field_js__WEBPACK_IMPORTED_MODULE_8__/* .placeOfField */ .n)(node.value, field)).source;
}
/** What to do about the mistakes that are made most. */
function cureOf(said) {
    if (/^namespaces "[^"]*" not found$/.test(said))
        return 'Add the Namespace to the manifests, or correct metadata.namespace.';
    if (said.includes('field not declared in schema'))
        return 'Correct the name of the field: this kind has none such.';
    if (said.includes('expected string, got'))
        return 'Put the value in quotes: it must be a text.';
    if (said.includes('expected numeric'))
        return 'Write the value without quotes: it must be a number.';
    return 'Correct the manifest.';
}
/** What to do about a webhook that does not answer, as far as the API server says why. */
function cureOfSilence(said) {
    const look = '`kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations` shows which Service it is. If nothing serves it any more, delete its configuration.';
    if (/x509|certificate/.test(said))
        return `Put the authority of the certificate that it has into \`clientConfig.caBundle\` of its configuration. ${look}`;
    if (/service "[^"]*" not found/.test(said))
        return `Make the Service that it names, or correct it: ${look}`;
    if (/no endpoints available/.test(said))
        return `Look at the pods of that Service: none of them is ready. ${look}`;
    if (/deadline exceeded|Client\.Timeout|handshake timeout/.test(said))
        return `Look at what serves it, which takes longer than its \`timeoutSeconds\`: ${look}`;
    return `Mend what serves it: ${look}`;
}
/** A silent webhook, by its name. */
function silentFailure(silent, error, { address, source }) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
        code: 'WEBHOOK_SILENT',
        what: `The cluster asks the webhook ${silent} about ${address}, and that does not answer.`,
        why: `${error.said}.`,
        fix: cureOfSilence(error.said),
        source,
        cause: error,
    });
}
/** What the API server does not allow, for whatever reason. */
function forbiddenFailure(error, manifest) {
    const { address, node, object } = manifest;
    const { said } = error;
    const why = `${said}.`;
    const [, quota] = /exceeded quota: ([^,]{1,253}),/.exec(said) ?? [];
    if (quota !== undefined) {
        return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
            code: 'QUOTA_EXCEEDED',
            what: `${address} is more than the ResourceQuota ${quota} of its namespace allows.`,
            why,
            fix: `Raise that quota, or delete what nobody needs any more: \`kubectl describe resourcequota ${quota} --namespace ${object.metadata.namespace}\` shows what counts.`,
            source: manifest.source,
            cause: error,
        });
    }
    if (/because it is being terminated/.test(said)) {
        return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
            code: 'NAMESPACE_TERMINATING',
            what: `The namespace ${object.metadata.namespace} of ${address} is being deleted, and takes nothing new.`,
            why,
            fix: `Start again when it is gone, with the Namespace among the manifests; \`kubectl get namespace ${object.metadata.namespace} --output yaml\` shows in its conditions what holds it. Or correct metadata.namespace.`,
            source: node.get('metadata', 'namespace').source,
            cause: error,
        });
    }
    const isAboutRights = /User "[^"]{0,500}" cannot /.test(said);
    const { fix, source } = (0,_toolkit_kubernetes_diagnose_ts__WEBPACK_IMPORTED_MODULE_0__/* .isNotAdmitted */ .S4)(said)
        ? (0,_rollout_remedy_js__WEBPACK_IMPORTED_MODULE_6__/* .remedyOfRefusal */ .iM)(manifest, said)
        : {
            fix: isAboutRights
                ? error.fix
                : 'Give the role of this identity the right, or change the manifest so that the namespace admits it.',
            source: manifest.source,
        };
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
        code: 'CLUSTER_FORBIDDEN',
        what: `The cluster does not allow it for ${address}.`,
        why,
        ...(fix === undefined ? {} : { fix }),
        source,
        cause: error,
    });
}
/** @param live as the object is in the cluster */
function refusalOf(error, manifest, live) {
    if (!(error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_1__/* .KubernetesError */ .dK))
        return error;
    if ((0,_ownership_conflicts_js__WEBPACK_IMPORTED_MODULE_5__/* .isFieldConflict */ .DZ)(error))
        return (0,_ownership_conflicts_js__WEBPACK_IMPORTED_MODULE_5__/* .conflictFailure */ .jQ)(manifest, undefined, error);
    const silent = (0,_toolkit_kubernetes_webhooks_ts__WEBPACK_IMPORTED_MODULE_2__/* .silentWebhook */ .D)(error.said);
    if (silent !== undefined)
        return silentFailure(silent, error, manifest);
    // What is told about a server, or about something in its place, is told as it is.
    if (!error.isJudgement && !error.isAboutObject)
        return error;
    if ((0,_immutable_js__WEBPACK_IMPORTED_MODULE_7__/* .saysImmutable */ .PS)(error))
        return (0,_immutable_js__WEBPACK_IMPORTED_MODULE_7__/* .immutableFailure */ .hv)(error, manifest, live);
    if (error.status === 403)
        return forbiddenFailure(error, manifest);
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
        code: 'MANIFEST_INVALID',
        what: `The API server refuses ${manifest.address}: ${error.said}.`,
        fix: cureOf(error.said),
        source: placeOf(error, manifest),
        cause: error,
    });
}
/**
 * What keeps one object from being applied, as findings of it: the rest of the plan is shown all the same.
 * @throws what is about no object
 */
function refusedFindings(error, { address }) {
    const failures = (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .failuresIn */ .xM)(error);
    if (failures.length === 0 || failures.some(({ source }) => source === undefined))
        throw error;
    return failures.map(({ code, what, why, fix, source }) => (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_4__/* .finding */ .gk)({
        rule: code.toLowerCase().replaceAll('_', '-'),
        severity: 'error',
        verdict: 'fail',
        message: what,
        why: why ?? 'Nothing of this plan is applied before that is mended.',
        fix: fix ?? 'Correct the manifest.',
        source,
    }, `${address} ${what}`));
}


/***/ }),

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

/***/ 1542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ inUse)
/* harmony export */ });
/* unused harmony export isHashed */
/* harmony import */ var _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2652);
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2693);
/* harmony import */ var _release_collect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(363);



/** What holds a pod's template, or is a pod. */
const revisions = [
    { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
    { apiVersion: 'apps/v1', kind: 'ControllerRevision' },
    { apiVersion: 'v1', kind: 'Pod' },
];
/** kustomize's suffix: ten of these, which make no words. */
const HASHED = /-[bcdfghkmt2456789]{10}$/;
function isHashed(reference) {
    const groupKind = (0,_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .groupKindOf */ .zo)(reference);
    return (groupKind === 'ConfigMap' || groupKind === _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .knownKinds */ .T8.secret) && HASHED.test(reference.name);
}
function* textsIn(value) {
    if (typeof value === 'string')
        yield value;
    else if (typeof value === 'object' && value !== null)
        for (const member of Object.values(value))
            yield* textsIn(member);
}
function isOwnedBy({ metadata }, uids) {
    const { ownerReferences = [] } = metadata; // meta/v1
    return ownerReferences.some(({ uid }) => uids.has(uid));
}
/**
 * @param references what is to be deleted
 * @param going uids of what is deleted together with them: their revisions go too
 */
async function inUse(client, references, going) {
    const namespaces = [...new Set(references.filter(isHashed).map(({ namespace }) => namespace))];
    const users = new Map();
    const unseen = new Map();
    await (0,_release_collect_js__WEBPACK_IMPORTED_MODULE_2__/* .collect */ .F)(namespaces, async (namespace) => {
        const lists = await (0,_release_collect_js__WEBPACK_IMPORTED_MODULE_2__/* .collect */ .F)(revisions, async (type) => {
            try {
                return await client.list(type, { namespace });
            }
            catch (error) {
                if (!(error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_0__/* .KubernetesError */ .dK) || error.code !== 'CLUSTER_FORBIDDEN')
                    throw error;
                unseen.set(namespace, `a ${type.kind}, perhaps: this identity may not list them`);
                return [];
            }
        });
        const objects = lists.flat();
        const gone = new Set([
            ...going,
            ...objects.flatMap((each) => isOwnedBy(each, going) && each.metadata.uid !== undefined ? [each.metadata.uid] : []),
        ]);
        for (const object of objects) {
            if (isOwnedBy(object, gone))
                continue;
            const { metadata: _metadata, ...rest } = object;
            for (const text of textsIn(rest))
                users.set(`${namespace}/${text}`, `${object.kind}/${object.metadata.name}`);
        }
    });
    return ({ namespace, name, ...type }) => isHashed({ namespace, name, ...type })
        ? (users.get(`${namespace}/${name}`) ?? unseen.get(namespace))
        : undefined;
}


/***/ }),

/***/ 6411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ isKept)
/* harmony export */ });
/** Ours, and that of what came from Helm. */
const keeping = [
    ['omninode.io/prune', 'keep'],
    ['helm.sh/resource-policy', 'keep'],
];
function isKept({ metadata }) {
    return keeping.some(([name, value]) => metadata.annotations?.[name] === value);
}


/***/ }),

/***/ 6674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DZ: () => (/* binding */ isFieldConflict),
/* harmony export */   _Z: () => (/* binding */ checkForced),
/* harmony export */   jQ: () => (/* binding */ conflictFailure),
/* harmony export */   zm: () => (/* binding */ conflictsIn)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2652);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _admission_place_of_field_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4731);
/* harmony import */ var _secrets_secret_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7245);
/** Fields that others manage: told, left alone, or taken over. */




/** Longer values say no more. */
const LONGEST_VALUE = 60;
function isFieldConflict(error) {
    return (error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_0__/* .KubernetesError */ .dK &&
        error.status === 409 &&
        error.causes.some(({ reason }) => reason === 'FieldManagerConflict'));
}
/** `conflict with "hpa" with subresource "scale" using apps/v1 at 2026-11-26T10:00:00Z`, as the API server says it. */
function managerIn(message) {
    const [, quoted = '', subresource] = /^conflict with "((?:[^"\\]|\\.)*)"(?: with subresource "([^"]*)")?/.exec(message) ?? [];
    return { manager: quoted.replace(/\\(.)/g, '$1') || 'another manager', subresource };
}
function conflictsIn({ causes }) {
    return causes.flatMap(({ field, message = '' }) => field === undefined ? [] : [{ field, ...managerIn(message) }]);
}
function valueAt(value, path) {
    return path.reduce((inner, key) => typeof inner === 'object' && inner !== null
        ? inner[key]
        : undefined, value);
}
function shown(value) {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}\u2026` : text;
}
function hidden(object) {
    return (0,_secrets_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .withSecretsHidden */ .oe)(object); // parsed from YAML, or JSON of the API
}
function nodeOf({ node }, field) {
    return node.get(...(0,_admission_place_of_field_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOfField */ .n)(node.value, field));
}
function lineOf(manifest, { field }) {
    return nodeOf(manifest, field).source.line ?? 0;
}
/** @param live undefined when it is not known what is there now */
function conflictFailure(manifest, live, cause, conflicts = conflictsIn(cause)) {
    const inOrder = conflicts.toSorted((a, b) => lineOf(manifest, a) - lineOf(manifest, b));
    const fields = inOrder.map(({ field, manager, subresource }) => {
        const who = subresource === undefined ? manager : `${manager} (${subresource})`;
        const { source } = nodeOf(manifest, field);
        const asked = hidden(manifest.object);
        const values = [
            ...(live === undefined ? [] : [`${shown(valueAt(hidden(live), (0,_admission_place_of_field_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOfField */ .n)(live, field)))} there`]),
            `${shown(valueAt(asked, (0,_admission_place_of_field_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOfField */ .n)(asked, field)))} in the manifest, ${source.file}${source.line === undefined ? '' : `:${source.line}`}`,
        ];
        return `${field} of ${who} (${values.join(', ')})`;
    });
    const [first] = inOrder;
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'FIELD_CONFLICT',
        what: `${manifest.address} has fields that somebody else manages: ${fields.join('; ')}.`,
        why: 'Taking them over would undo what that manager does.',
        fix: `Remove these fields from the manifest, or let the other manager give them up; or take them over: add the line \`${manifest.address}\` to \`force-conflicts\`.`,
        source: first === undefined ? manifest.source : nodeOf(manifest, first.field).source,
        cause,
    });
}
/** @throws Failure INPUT_INVALID for an address that is of no object of the manifests */
function checkForced(forced, addresses) {
    const unknown = forced.filter((address) => !addresses.includes(address));
    if (unknown.length === 0)
        return;
    throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'INPUT_INVALID',
        what: `The input \`force-conflicts\` names ${unknown.join(', ')}, which is no object of the manifests.`,
        fix: `Write addresses as the plan does: \`namespace/Kind/name\`, such as ${addresses[0] ?? 'dev/ConfigMap/settings'}.`,
    });
}


/***/ }),

/***/ 6518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BL: () => (/* binding */ checkAdopt),
/* harmony export */   D: () => (/* binding */ ownersOwn),
/* harmony export */   OF: () => (/* binding */ refusedOwner),
/* harmony export */   fd: () => (/* binding */ termsOf),
/* harmony export */   gs: () => (/* binding */ asOwned),
/* harmony export */   kM: () => (/* binding */ otherThan),
/* harmony export */   xO: () => (/* binding */ writtenBy)
/* harmony export */ });
/* unused harmony export ownerOf */
/* harmony import */ var _toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(790);
/* harmony import */ var _toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(581);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _application_application_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5884);
/**
 * Whose a live object is. It says so itself, in annotations, and the API server says who wrote them: what was copied
 * from another object, or written by hand, proves nothing.
 */




const APPLICATION = 'omninode.io/application';
const REPOSITORY = 'omninode.io/repository-id';
/** The run that wrote the object last: another one each time. */
const RUN = 'omninode.io/run';
/** What nobody writes into a manifest, and no plan shows: an object that does not have them is not ours. */
const ownersOwn = [APPLICATION, REPOSITORY, RUN];
function annotated(object, more) {
    const annotations = { ...object.metadata.annotations, ...more };
    return { ...object, metadata: { ...object.metadata, annotations } };
}
/** The object with what says whose it is. */
function asOwned(object, { name, namespace, repository }) {
    return annotated(object, { [APPLICATION]: `${namespace}/${name}`, [REPOSITORY]: repository });
}
/** @param run its address */
function writtenBy(object, run) {
    return annotated(object, { [RUN]: run });
}
/** The application that an object names, if that is who wrote the name. */
function ownerOf(live) {
    const { [APPLICATION]: named, [REPOSITORY]: repository } = live.metadata.annotations ?? {};
    const [namespace, name, ...more] = (named ?? '').split('/');
    if (!namespace || !name || more.length > 0 || repository === undefined)
        return undefined;
    const owner = { name, namespace, repository };
    const manager = (0,_application_application_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldManagerOf */ .fm)(owner);
    const proven = (0,_toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__/* .managedFieldsOf */ .YW)(live).some((entry) => entry.manager === manager &&
        entry.operation === 'Apply' &&
        (0,_toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__/* .owns */ .S4)(entry, ['metadata', 'annotations', APPLICATION]));
    return proven ? owner : undefined;
}
function isSame(one, other) {
    return one.name === other.name && one.namespace === other.namespace && one.repository === other.repository;
}
function wordsOf({ name, namespace }) {
    return `${name} (inventory in ${namespace})`;
}
/** Who wrote the object, without who keeps its status. */
function writersOf(live) {
    const managers = (0,_toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__/* .managedFieldsOf */ .YW)(live).flatMap(({ manager, subresource }) => manager === undefined || subresource !== undefined ? [] : [manager]);
    return managers.length === 0 ? 'nobody that it names' : [...new Set(managers)].join(', ');
}
/**
 * Undefined for an object that is the application's own.
 * @param uid of the object that the application made, as its inventory has it
 */
function otherThan(application, live, uid) {
    const owner = ownerOf(live);
    if (owner === undefined) {
        const writers = writersOf(live);
        const { [APPLICATION]: named } = live.metadata.annotations ?? {};
        return {
            what: 'is in the cluster already, and no application made it',
            why: named === undefined
                ? `It was written by ${writers}.`
                : `It names the application ${named}, which did not write that: its annotations are copied. It was written by ${writers}.`,
        };
    }
    if (!isSame(owner, application)) {
        const sameRepository = owner.repository === application.repository;
        return {
            what: `belongs to the application ${wordsOf(owner)} of ${sameRepository ? 'this repository' : `the repository with the id ${owner.repository}`}`,
            why: sameRepository
                ? 'If the application got another name, its objects are handed over by name.'
                : 'Two owners would undo what each other does.',
        };
    }
    if (uid === undefined || uid === live.metadata.uid)
        return undefined;
    return {
        what: 'is not the object that this application made',
        why: `That was deleted, and this one was made in its place by somebody else; it was written by ${writersOf(live)}.`,
    };
}
/**
 * How an object is taken over, and written.
 * @param adopted whether it becomes the application's own with this release
 * @param forced whether its conflicts were named to be forced
 */
function termsOf(application, live, adopted, forced) {
    const owner = adopted && live !== undefined ? ownerOf(live) : undefined;
    const former = owner === undefined || isSame(owner, application) ? undefined : (0,_application_application_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldManagerOf */ .fm)(owner);
    return { fieldManager: (0,_application_application_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldManagerOf */ .fm)(application), former, adopted, forced };
}
function refusedOwner(address, { what, why }, source) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'OWNER_OTHER',
        what: `${address} ${what}.`,
        why,
        fix: `If this application shall own it from now on, add the line \`${address}\` to \`adopt\`; else give the object in the manifest another name.`,
        source,
    });
}
/** @throws Failure INPUT_INVALID for an address that is of no object of the manifests */
function checkAdopt(adopt, application, addresses) {
    const known = [...addresses, (0,_toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_0__/* .addressOf */ .ci)((0,_application_application_js__WEBPACK_IMPORTED_MODULE_2__/* .parentOf */ .gN)(application))];
    (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .throwIfAny */ .MI)(adopt
        .filter((address) => !known.includes(address))
        .map((address) => new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'INPUT_INVALID',
        what: `The input \`adopt\` names ${address}, which is no object of the manifests.`,
        fix: `Write its address as the plan does: \`namespace/Kind/name\`, such as ${addresses[0] ?? 'dev/ConfigMap/settings'}.`,
    })));
}


/***/ }),

/***/ 88:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ preview),
/* harmony export */   s: () => (/* binding */ prepared)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(581);
/* harmony import */ var _toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1123);
/* harmony import */ var _toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3358);
/* harmony import */ var _toolkit_sources_node_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3778);
/* harmony import */ var _conflicts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6674);





const LAST_APPLIED = ['metadata', 'annotations', 'kubectl.kubernetes.io/last-applied-configuration'];
const REPLICAS = ['spec', 'replicas'];
/** Who keeps replicas that left a manifest, until an autoscaler writes them. */
const REPLICAS_MANAGER = 'omninode-replicas';
/** `before-first-apply` is what the server calls whatever was there before it kept such entries. */
const oldTools = new Set(['before-first-apply', 'helm', 'kubectl-client-side-apply']);
/** Whether an entry is of a tool that applied the object before us, and would never let go of its fields. */
function isOldTool(entry, { former }) {
    const { manager = '', operation, subresource = '' } = entry;
    if (subresource !== '')
        return false;
    if (manager === former)
        return true;
    if (oldTools.has(manager))
        return operation === 'Update' || manager === 'helm';
    return operation === 'Update' && (0,_toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__/* .owns */ .S4)(entry, LAST_APPLIED);
}
/** Whoever writes how many there are, and nothing else: an autoscaler, or somebody with `kubectl scale`. */
function scalersOf(live) {
    if (live === undefined)
        return [];
    const entries = (0,_toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__/* .managedFieldsOf */ .YW)(live).filter((entry) => entry.subresource === 'scale' && (0,_toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__/* .owns */ .S4)(entry, REPLICAS));
    return [...new Set(entries.map(({ manager = 'somebody' }) => manager))];
}
function withReplicas(object, replicas) {
    const spec = (0,_toolkit_sources_node_ts__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(object['spec']) ? object['spec'] : {};
    const { replicas: _others, ...rest } = spec;
    return { ...object, spec: replicas === undefined ? rest : { ...rest, replicas } };
}
function isOurs({ manager, operation }, { fieldManager }) {
    return manager === fieldManager && operation === 'Apply';
}
/** Replicas that would fall back to 1, because they left the manifest and nobody else has written them. */
async function abandoned(client, object, live, terms) {
    const replicas = live === undefined ? undefined : (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(live, REPLICAS);
    if (live === undefined || typeof replicas !== 'number')
        return undefined;
    if ((0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(object, REPLICAS) !== undefined)
        return undefined;
    const owners = (0,_toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__/* .managedFieldsOf */ .YW)(live).filter((entry) => (0,_toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__/* .owns */ .S4)(entry, REPLICAS));
    const goes = owners.length > 0 && owners.every((entry) => isOurs(entry, terms) || isOldTool(entry, terms));
    if (!goes)
        return undefined;
    return (await client.discovery.resourceOf(object))?.scaled === true ? replicas : undefined;
}
/** The object as it is sent: without replicas that somebody else scales. */
function sentOf({ object }, live, terms) {
    const leaves = !terms.forced && scalersOf(live).length > 0 && (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(object, REPLICAS) !== undefined;
    return leaves ? withReplicas(object, undefined) : object;
}
/** What the entries of old tools own, and of everybody else but us. */
function ownership(live, terms) {
    const { old = [], others = [] } = Object.groupBy((0,_toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__/* .managedFieldsOf */ .YW)(live), (entry) => isOldTool(entry, terms) ? 'old' : isOurs(entry, terms) ? 'ours' : 'others');
    return { old, others: others.flatMap(({ fieldsV1 }) => fieldsV1 ?? []) };
}
/** What people write of an object's metadata, beside its name. */
const written = ['annotations', 'finalizers', 'labels', 'ownerReferences'];
const unwritten = new Set(['apiVersion', 'kind', 'metadata', 'status']);
/** Makes of an object what another one is. */
function changesBetween(live, wanted) {
    const between = (before, after, names, at) => names.flatMap((name) => {
        const path = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        const value = Object.entries(after).find(([key]) => key === name)?.[1];
        if (value !== undefined)
            return [{ op: 'add', path, value }];
        return Object.hasOwn(before, name) ? [{ op: 'remove', path }] : [];
    });
    const names = [...new Set([...Object.keys(live), ...Object.keys(wanted)])].filter((name) => !unwritten.has(name));
    return [
        ...between(live, wanted, names, ''),
        ...between(live.metadata, wanted.metadata, written, '/metadata'),
    ];
}
/** What the object would be without what old tools left in it. */
async function withoutLeftovers(client, live, applied, sent, terms) {
    const { old, others } = ownership(live, terms);
    const owned = (0,_toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__/* .unionOf */ .Z6)(old.flatMap(({ fieldsV1 }) => fieldsV1 ?? []));
    const left = (0,_toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__/* .without */ .FF)(applied.body, owned, sent, others); // what is taken away are fields of it
    if (JSON.stringify(left) === JSON.stringify(applied.body))
        return applied;
    const options = { fieldManager: terms.fieldManager, dryRun: true };
    // The server fills in its defaults where something goes.
    const { body } = await client.patch((0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__/* .referenceTo */ .Po)(live), changesBetween(live, left), options);
    return { body, warnings: applied.warnings };
}
/**
 * What sending an object would make of it; nothing is written.
 * @throws Failure FIELD_CONFLICT, and what the API server refuses as it is
 */
async function preview(client, manifest, live, terms) {
    const { fieldManager } = terms;
    const sent = sentOf(manifest, live, terms);
    const dryRun = (force) => client.apply(sent, { fieldManager, force, dryRun: true });
    const old = live === undefined ? [] : ownership(live, terms).old;
    const from = [...new Set(old.flatMap(({ manager }) => manager ?? []))];
    const kept = await abandoned(client, sent, live, terms);
    let answer;
    try {
        answer = await dryRun(terms.adopted || terms.forced);
    }
    catch (error) {
        if (!(0,_conflicts_js__WEBPACK_IMPORTED_MODULE_2__/* .isFieldConflict */ .DZ)(error))
            throw error;
        const others = (0,_conflicts_js__WEBPACK_IMPORTED_MODULE_2__/* .conflictsIn */ .zm)(error).filter(({ manager }) => !from.includes(manager));
        if (others.length > 0)
            throw (0,_conflicts_js__WEBPACK_IMPORTED_MODULE_2__/* .conflictFailure */ .jQ)(manifest, live, error, others);
        answer = await dryRun(true);
    }
    if (live !== undefined && old.length > 0)
        answer = await withoutLeftovers(client, live, answer, sent, terms);
    const body = kept === undefined ? answer.body : withReplicas(answer.body, kept);
    return { ...answer, body, from, notices: notices(manifest, live, terms, kept) };
}
/** What old tools own becomes ours, so that what the manifest does not have goes when it is applied. */
async function migrated(client, live, object, terms) {
    const entries = (0,_toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__/* .managedFieldsOf */ .YW)(live);
    const old = entries.filter((entry) => isOldTool(entry, terms));
    const ours = entries.find((entry) => isOurs(entry, terms));
    const [first] = old;
    if (first === undefined)
        return live;
    const { apiVersion = object.apiVersion } = ours ?? first;
    const sets = [ours, ...old].flatMap((entry) => entry?.fieldsV1 !== undefined && entry.apiVersion === apiVersion ? [entry.fieldsV1] : []);
    const { subresource: _none, ...entry } = ours ?? first;
    const own = {
        ...entry,
        manager: terms.fieldManager,
        operation: 'Apply',
        apiVersion,
        fieldsV1: (0,_toolkit_kubernetes_managed_fields_ts__WEBPACK_IMPORTED_MODULE_3__/* .unionOf */ .Z6)(sets),
    };
    const value = [...entries.filter((each) => each !== ours && !old.includes(each)), own];
    const { resourceVersion } = live.metadata;
    const { body } = await client.patch((0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__/* .referenceTo */ .Po)(live), [
        { op: 'replace', path: '/metadata/managedFields', value },
        // Of another version of the object, others may own something else.
        { op: 'replace', path: '/metadata/resourceVersion', value: resourceVersion },
    ], { fieldManager: terms.fieldManager, dryRun: false });
    return body;
}
/**
 * Makes an object ready to be applied: who owns its fields changes, and none of them does.
 * @returns what is to be applied, and the object as it is then
 */
async function prepared(client, manifest, live, terms) {
    const object = sentOf(manifest, live, terms);
    if (live === undefined)
        return { object, live };
    const replicas = await abandoned(client, object, live, terms);
    let seen = live;
    // Somebody else must own them before we let go.
    if (replicas !== undefined) {
        const { apiVersion, kind, metadata } = live;
        const { name, namespace, resourceVersion } = metadata;
        const alone = { apiVersion, kind, metadata: { name, namespace, resourceVersion }, spec: { replicas } };
        seen = (await client.apply(alone, { fieldManager: REPLICAS_MANAGER, force: false, dryRun: false })).body;
    }
    return { object, live: await migrated(client, seen, object, terms) };
}
function notices(manifest, live, terms, kept) {
    const { address, object, node } = manifest;
    const scalers = terms.forced ? [] : scalersOf(live);
    const asked = (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(object, REPLICAS);
    const notice = (message, why, fix) => {
        const { source } = node.get(...REPLICAS);
        return (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)({ rule: 'replicas-left', severity: 'notice', verdict: 'fail', message, why, fix, source }, address);
    };
    if (live !== undefined && scalers.length > 0 && asked !== undefined) {
        const there = (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(live, REPLICAS);
        return [
            notice(`The replicas of ${address} are left to ${scalers.join(', ')}: ${there} there, ${asked} in the manifest.`, 'An autoscaler, or somebody by hand, scales it.', `Take spec.replicas out of the manifest; or take them over: add the line \`${address}\` to \`force-conflicts\`.`),
        ];
    }
    if (kept === undefined)
        return [];
    return [
        notice(`The replicas of ${address} stay ${kept}, although they left the manifest.`, 'The API server would set 1 before an autoscaler sets another number.', 'Nothing is to be done where an autoscaler scales it; else write the number.'),
    ];
}


/***/ }),

/***/ 9469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gd: () => (/* binding */ replacedSecrets),
/* harmony export */   iv: () => (/* binding */ difference),
/* harmony export */   uH: () => (/* binding */ clean),
/* harmony export */   zu: () => (/* binding */ created)
/* harmony export */ });
/* harmony import */ var _toolkit_model_change_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2719);
/* harmony import */ var _toolkit_model_exact_integer_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1451);
/* harmony import */ var _ownership_owner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6518);
/* harmony import */ var _secrets_secret_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7245);




/** The server keeps these; nobody applies them. */
const serversOwn = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid'];
const controllersOwn = [
    'deployment.kubernetes.io/revision',
    'kubectl.kubernetes.io/last-applied-configuration',
    ..._ownership_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .ownersOwn */ .D,
];
function without(value, keys) {
    return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
/** The object as people wrote it: no status, no bookkeeping. */
function clean(object) {
    const { status: _status, ...written } = object;
    const said = { ...written, metadata: without(object.metadata, serversOwn) };
    const { metadata, ...rest } = (0,_toolkit_model_exact_integer_ts__WEBPACK_IMPORTED_MODULE_3__/* .withReadableIntegers */ .iZ)(said); // parsed JSON of the API
    const annotations = (0,_secrets_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .hasFields */ .s6)(metadata['annotations'])
        ? without(metadata['annotations'], controllersOwn)
        : {};
    const { annotations: _old, ...others } = metadata;
    return { ...rest, metadata: Object.keys(annotations).length === 0 ? others : { ...others, annotations } };
}
/** Only what differs: maps member by member, lists item by item when they have the same length. */
function differing(before, after) {
    if (JSON.stringify(before) === JSON.stringify(after))
        return [undefined, undefined];
    if ((0,_secrets_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .hasFields */ .s6)(before) && (0,_secrets_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .hasFields */ .s6)(after)) {
        const left = {};
        const right = {};
        for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
            const [a, b] = differing(before[key], after[key]);
            if (a !== undefined)
                left[key] = a;
            if (b !== undefined)
                right[key] = b;
        }
        // Another order of the keys is no difference.
        const differs = Object.keys(left).length + Object.keys(right).length > 0;
        return differs ? [left, right] : [undefined, undefined];
    }
    if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
        const pairs = before.map((item, index) => differing(item, after[index]));
        if (pairs.every(([a, b]) => a === undefined && b === undefined))
            return [undefined, undefined];
        return [pairs.map(([a]) => a ?? null), pairs.map(([, b]) => b ?? null)];
    }
    return [before, after];
}
/** What is in a Secret is never shown; whether it changes is. */
function shown(before, after) {
    const changed = (value, other) => JSON.stringify(value) === JSON.stringify(other) ? _toolkit_model_change_ts__WEBPACK_IMPORTED_MODULE_0__/* .SENSITIVE */ .NP : _toolkit_model_change_ts__WEBPACK_IMPORTED_MODULE_0__/* .SENSITIVE_CHANGED */ .aQ;
    return [(0,_secrets_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .withSecretsHidden */ .oe)(before), (0,_secrets_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .withSecretsHidden */ .oe)(after, before, changed)];
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
    return (0,_secrets_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .withSecretsHidden */ .oe)(clean(object));
}
/** What is sensitive of what would go, in the shape of the object; undefined when nothing is. */
function replacedSecrets(live, applied) {
    const [before] = differing((0,_secrets_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .sensitiveIn */ .oD)(clean(live)) ?? {}, (0,_secrets_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .sensitiveIn */ .oD)(clean(applied)) ?? {});
    return before;
}


/***/ }),

/***/ 6753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zx: () => (/* binding */ expectingOf),
  xy: () => (/* binding */ lookFor),
  F6: () => (/* binding */ madeOf),
  yW: () => (/* binding */ recalling)
});

// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kubernetes_kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/model/canonical.js
var canonical = __webpack_require__(8413);
// EXTERNAL MODULE: ./build/toolkit/model/change.js
var model_change = __webpack_require__(2719);
// EXTERNAL MODULE: ./build/toolkit/sources/node.js
var node = __webpack_require__(3778);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/error.js
var kubernetes_error = __webpack_require__(2652);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var object = __webpack_require__(1123);
;// CONCATENATED MODULE: ./build/actions/deploy/src/admission/extensions.js




const GROUP = 'admissionregistration.k8s.io';
/** The condition of `k8s/trust/dry-run`, which holds for nobody who may write. */
const OF_PREVIEWS = 'request.userInfo.groups.exists(group, group == "gha:preview" || group.startsWith("gha:preview:"))';
/** A binding by itself asks nobody, and a policy without one is as good as one with. */
function isExtension({ apiVersion, kind }) {
    return (0,kubernetes_kinds/* groupOf */.F8)(apiVersion) === GROUP && !kind.endsWith('Binding');
}
function isOfPreviews(extension) {
    const conditions = (0,object/* valueAt */.fK)(extension, ['spec', 'matchConditions']);
    return (Array.isArray(conditions) &&
        conditions.some((each) => (0,node/* isMapping */.pi)(each) && each['expression'] === OF_PREVIEWS));
}
/** Undefined for a form that nobody here knows. */
function rulesOf(extension) {
    const { webhooks } = extension;
    const lists = Array.isArray(webhooks)
        ? webhooks.map((webhook) => ((0,node/* isMapping */.pi)(webhook) ? webhook['rules'] : undefined))
        : [(0,object/* valueAt */.fK)(extension, ['spec', 'matchConstraints', 'resourceRules'])];
    return lists.every(Array.isArray) ? lists.flat() : undefined;
}
/** What namespaces, labels, verbs and conditions leave out counts as asked about: they may change, and so may we. */
function covers({ apiGroups, resources }, group, plural) {
    if (!Array.isArray(apiGroups) || !Array.isArray(resources))
        return true;
    const names = ['*', '*/*', plural, `${plural}/*`];
    return ((apiGroups.includes('*') || apiGroups.includes(group)) && resources.some((each) => names.includes(each)));
}
/**
 * @param released what comes with the release, and may be one of them
 * @returns undefined for an identity that may not see them all
 */
async function extensionsOf(client, released) {
    const kinds = (await client.discovery.kinds()).filter(isExtension);
    let listed;
    try {
        listed = (await Promise.all(kinds.map((kind) => client.list(kind)))).flat();
    }
    catch (error) {
        if (error instanceof kubernetes_error/* KubernetesError */.dK && (error.code === 'CLUSTER_FORBIDDEN' || (0,kubernetes_error/* isNotFound */.c4)(error)))
            return undefined;
        throw error;
    }
    const rules = [...listed, ...released.filter(isExtension)]
        .filter((extension) => !isOfPreviews(extension))
        .map(rulesOf);
    return {
        mayBeAskedAbout: ({ apiVersion }, plural) => rules.some((known) => known === undefined ||
            known.some((rule) => !(0,node/* isMapping */.pi)(rule) || covers(rule, (0,kubernetes_kinds/* groupOf */.F8)(apiVersion), plural))),
    };
}

;// CONCATENATED MODULE: ./build/actions/deploy/src/admission/grounds.js



/**
 * Kinds about which its own admission asks for nothing but their namespace, and into which it puts its version's
 * defaults alone: no classes, no limits, no rights of whoever asks. No Secret is among them: what is in one counts by
 * salted hashes alone.
 */
const plainKinds = new Set([
    'ConfigMap',
    'NetworkPolicy.networking.k8s.io',
    'ServiceAccount',
    kubernetes_kinds/* knownKinds */.T8.autoscaler,
    kubernetes_kinds/* knownKinds */.T8.cronJob,
    kubernetes_kinds/* knownKinds */.T8.daemonSet,
    kubernetes_kinds/* knownKinds */.T8.deployment,
    kubernetes_kinds/* knownKinds */.T8.disruptionBudget,
    kubernetes_kinds/* knownKinds */.T8.namespace,
    kubernetes_kinds/* knownKinds */.T8.service,
    kubernetes_kinds/* knownKinds */.T8.statefulSet,
]);
/** Whether its grounds decide about a new object. */
function isPlain(object) {
    return plainKinds.has((0,kubernetes_kinds/* groupKindOf */.zo)(object));
}
/** Who it is, whether it goes, its labels, by which Pod Security judges, and its quotas; not how far they are used. */
async function stateOf(client, name) {
    const [namespace, quotas] = await Promise.all([
        client.get({ apiVersion: 'v1', kind: 'Namespace', name }),
        client.list({ apiVersion: 'v1', kind: 'ResourceQuota' }, { namespace: name }),
    ]);
    if (namespace === undefined)
        return 'absent';
    const { uid, labels, deletionTimestamp } = namespace.metadata;
    return { uid, labels, deletionTimestamp, quotas: quotas.map(({ spec, metadata }) => [metadata.name, spec]) };
}
/**
 * A short hash of the API server's version, and of the namespaces that objects are in.
 * @returns undefined for an identity that may not see all of it
 */
async function groundsOf(client, objects) {
    const namespaces = [...new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []))].sort();
    try {
        const [{ gitVersion }, ...states] = await Promise.all([
            client.raw('GET', '/version'),
            ...namespaces.map((name) => stateOf(client, name)),
        ]);
        if (typeof gitVersion !== 'string')
            return undefined;
        return (0,canonical/* shortHash */.BC)([gitVersion, namespaces.map((name, index) => [name, states[index]])]);
    }
    catch (error) {
        if (error instanceof kubernetes_error/* KubernetesError */.dK && error.isJudgement)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/actions/deploy/src/preview/diff.js
var diff = __webpack_require__(9469);
;// CONCATENATED MODULE: ./build/actions/deploy/src/preview/expected.js
/**
 * What the API server makes of a new object. When a reviewed plan has asked it, and nothing by which it decides is
 * another thing since, it is not asked again: a second dry run would tell nothing new.
 */







/** What the API server chooses for a Service, another thing each time. */
const chosen = ['clusterIP', 'clusterIPs', 'healthCheckNodePort'];
function withoutChosen(spec) {
    if (!(0,node/* isMapping */.pi)(spec))
        return spec;
    const { ports, ...rest } = spec;
    const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => !chosen.includes(key)));
    const numbered = Array.isArray(ports)
        ? ports.map((port) => ((0,node/* isMapping */.pi)(port) ? { ...port, nodePort: undefined } : port))
        : ports;
    return { ...kept, ports: numbered };
}
/**
 * A short hash of a new object as the API server answers it, without what it does not decide by its grounds.
 * @param place in which it will be, where it was asked for elsewhere
 */
function madeOf(answer, { name, namespace }) {
    const { metadata, ...rest } = (0,diff/* clean */.uH)({ ...answer, metadata: { ...answer.metadata, name, namespace } });
    const { spec, ...others } = rest;
    const isService = (0,kubernetes_kinds/* groupKindOf */.zo)(answer) === kubernetes_kinds/* knownKinds */.T8.service;
    return (0,canonical/* shortHash */.BC)({ ...others, metadata, spec: isService ? withoutChosen(spec) : spec });
}
/**
 * By what the API server decides, where it matters: for a plan that is shown, and for one of which that is asked.
 * @returns undefined where it does not, or cannot be seen
 */
async function lookFor({ applies, looksForDrift = false, looksForReview = false }, client, manifests) {
    if (applies ? !looksForReview : looksForDrift)
        return undefined;
    const objects = manifests.map(({ object }) => object);
    const [grounds, extensions] = await Promise.all([groundsOf(client, objects), extensionsOf(client, objects)]);
    if (grounds === undefined || extensions === undefined)
        return undefined;
    return {
        grounds,
        isDecided: ({ manifest: { object }, served, plural, live, other, goes = false }) => served &&
            live === undefined &&
            other === undefined &&
            !goes &&
            isPlain(object) &&
            !extensions.mayBeAskedAbout(object, plural),
    };
}
const nothing = { expectedOf: () => undefined, recalled: () => undefined };
/** For a plan that is shown. */
function expectingOf(seen) {
    if (seen === undefined)
        return nothing;
    return {
        ...nothing,
        grounds: seen.grounds,
        expectedOf: (found, answer) => seen.isDecided(found) ? madeOf(answer, found.manifest.object.metadata) : undefined,
    };
}
/**
 * For a plan that is applied.
 * @param review of it, as somebody vouches for it
 */
function recalling(seen, review, hasReviewedBytes) {
    if (seen === undefined || review?.grounds !== seen.grounds)
        return nothing;
    const reviewed = new Map(review.changes.map((change) => [change.address, change]));
    return {
        ...nothing,
        recalled: (found, change) => {
            const known = reviewed.get(change.address);
            if (known?.expected === undefined || known.digest !== (0,model_change/* changeDigest */.VW)(change))
                return undefined;
            return seen.isDecided(found) && hasReviewedBytes(found.manifest) ? known.expected : undefined;
        },
    };
}


/***/ }),

/***/ 3533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ lagOf),
/* harmony export */   k: () => (/* binding */ silentOwn)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2652);
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2693);
/* harmony import */ var _toolkit_kubernetes_webhooks_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(738);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/** What takes effect a moment after it is written: kinds and schemas that are defined, and webhooks that are to answer. */




/** Milliseconds. An API server takes a new schema up within a second; a refusal that stands is no lag. */
const SCHEMA_LAG = 10_000;
function refusalIn(error) {
    if (error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_0__/* .KubernetesError */ .dK)
        return error;
    return error instanceof _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR && error.cause instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_0__/* .KubernetesError */ .dK ? error.cause : undefined;
}
/** The webhook of the release that did not answer, by its name. */
function silentOwn(error, { webhooks }) {
    const silent = (0,_toolkit_kubernetes_webhooks_ts__WEBPACK_IMPORTED_MODULE_2__/* .silentWebhook */ .D)(refusalIn(error)?.said ?? '');
    if (silent === undefined)
        return undefined;
    // A conversion is named by what it converts.
    return webhooks.has(silent) || [...webhooks].some((name) => silent.startsWith(`${name}/`))
        ? silent
        : undefined;
}
/**
 * How long what was refused may be tried again; 0 when the refusal stands.
 * @param timeout milliseconds that everything may take
 */
function lagOf(error, { object }, lagging, timeout) {
    if (silentOwn(error, lagging) !== undefined)
        return timeout;
    if (!lagging.kinds.has((0,_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .groupVersionKindOf */ .d5)(object)))
        return 0;
    if (error instanceof _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR && error.code === 'KIND_UNKNOWN')
        return timeout;
    const refusal = refusalIn(error);
    if (refusal === undefined)
        return 0;
    if (refusal.status === 404 && !refusal.said.startsWith('namespaces '))
        return timeout;
    const isAboutSchema = refusal.isAboutObject || refusal.status === 400 || refusal.status === 422;
    return isAboutSchema ? Math.min(SCHEMA_LAG, timeout) : 0;
}


/***/ }),

/***/ 8276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ neverRecreated),
/* harmony export */   UA: () => (/* binding */ mayBeRecreated),
/* harmony export */   Uc: () => (/* binding */ WHEN_IMMUTABLE),
/* harmony export */   kt: () => (/* binding */ RECREATE)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2693);
/* harmony import */ var _toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1123);
/* harmony import */ var _orphans_kept_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6411);
/** What cannot be changed in place is deleted and made again, where its manifest says that it may be. */



const RECREATE = 'omninode.io/recreate';
const WHEN_IMMUTABLE = 'when-immutable';
function mayBeRecreated({ metadata }) {
    return metadata.annotations?.[RECREATE] === WHEN_IMMUTABLE;
}
const never = new Map([
    [_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.definition, 'every object of its kind would go with it'],
    [_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.namespace, 'everything in it would go with it'],
    [_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.volume, 'its data may go with it'],
    [_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.volumeClaim, 'its data would go with it'],
]);
/** Why an object is never deleted to be made again, whatever its manifest says; undefined when it may be. */
function neverRecreated(groupKind, live) {
    const retention = (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(live, ['spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted']);
    if (groupKind === _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.statefulSet && retention === 'Delete')
        return 'its claims would go with it, as its persistentVolumeClaimRetentionPolicy says';
    if ((0,_orphans_kept_js__WEBPACK_IMPORTED_MODULE_2__/* .isKept */ .t)(live))
        return 'an annotation says that it is to be kept';
    return never.get(groupKind);
}


/***/ }),

/***/ 6473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Departures),
/* harmony export */   f: () => (/* binding */ isTerminating)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2652);
/* harmony import */ var _toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2231);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/* harmony import */ var _application_inventory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1138);
/** Objects on their way out: what is written to them goes with them. */





/** Milliseconds between two questions about a kind in a namespace, however many objects of it are waited for. */
const POLL_MS = 500;
function isTerminating({ metadata }) {
    return metadata.deletionTimestamp !== undefined;
}
function groupOf({ apiVersion, kind, namespace = '' }) {
    return `${apiVersion} ${kind} ${namespace}`;
}
/** Waits for objects to go, for a whole run: those of a kind in a namespace are looked at together. */
class Departures {
    #client;
    #application;
    #world;
    #looks = new Map();
    /** How many requests a look at a kind in a namespace takes, as the last one has shown. */
    #asked = new Map();
    constructor(client, application, world) {
        this.#client = client;
        this.#application = application;
        this.#world = world;
    }
    /**
     * Waits until an object that is being deleted is gone.
     * @param patience milliseconds
     * @throws Failure OBJECT_TERMINATING
     */
    async untilGone({ reference, address, uid, source }, patience) {
        const { clock, log } = this.#world;
        const deadline = clock().getTime() + patience;
        let told = '';
        let live = await this.#client.get(reference);
        while (live !== undefined && live.metadata.uid === uid) {
            const { finalizers = [] } = live.metadata;
            const held = finalizers.length === 0 ? 'No finalizer holds it.' : `It is held by ${finalizers.join(', ')}.`;
            if (told !== held)
                log.info(`waiting until ${address} is gone. ${held}`);
            told = held;
            if (clock().getTime() > deadline) {
                throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
                    code: 'OBJECT_TERMINATING',
                    what: `${address} is being deleted, and is still there after ${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(patience)}.`,
                    why: held,
                    fix: 'Let the controller that put its finalizers there finish, and start again; a finalizer that nobody serves any more is taken off by hand.',
                    ...(source === undefined ? {} : { source }),
                });
            }
            live = (await this.#look(reference)).get(reference.name);
        }
    }
    /** A look that everybody shares who waits for one of its kind in its namespace. */
    #look(reference) {
        const group = groupOf(reference);
        const awaited = [];
        const { awaited: together, found } = this.#looks.get(group) ?? {
            awaited,
            found: this.#lookAt(group, awaited),
        };
        together.push(reference);
        this.#looks.set(group, { awaited: together, found });
        return found;
    }
    async #lookAt(group, awaited) {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(POLL_MS * (this.#asked.get(group) ?? 1), undefined, { signal: this.#world.signal });
        this.#looks.delete(group);
        const [first] = awaited;
        const listed = first === undefined || awaited.length === 1 ? [] : await this.#members(first);
        const found = new Map(listed.map((object) => [object.metadata.name, object]));
        // What is in no list may only have lost the label that makes it a member.
        const unlisted = awaited.filter(({ name }) => !found.has(name));
        const looks = await Promise.all(unlisted.map((reference) => this.#client.get(reference)));
        const there = looks.filter((live) => live !== undefined);
        for (const live of there)
            found.set(live.metadata.name, live);
        this.#asked.set(group, Math.max(1, there.length + (listed.length > 0 ? 1 : 0)));
        return found;
    }
    /** Of a kind in a namespace; none when this identity may not list them. */
    async #members({ apiVersion, kind, namespace }) {
        try {
            return await this.#client.list({ apiVersion, kind }, { namespace, labels: (0,_application_inventory_js__WEBPACK_IMPORTED_MODULE_4__/* .memberSelector */ .s_)(this.#application) });
        }
        catch (error) {
            if (error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_1__/* .KubernetesError */ .dK && error.code === 'CLUSTER_FORBIDDEN')
                return [];
            throw error;
        }
    }
}


/***/ }),

/***/ 6182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ gathered)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _retry_network_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2022);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2652);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2693);
/** Many objects that are known by name, asked for together: a list of a kind in a namespace, where that is fewer requests. */




/** Fewer are asked for one by one, side by side. */
const FEWEST = 4;
/** Objects of a page: they may be large, and most of them somebody else's. */
const LARGEST_PAGE = 250;
const NOTHING = Promise.resolve({ objects: new Map(), complete: false });
/** Of one version of a kind, in one namespace. */
function groupOf({ apiVersion, kind, namespace = '' }) {
    return `${apiVersion} ${kind} ${namespace}`;
}
function keyOf(reference) {
    return `${groupOf(reference)} ${reference.name}`;
}
/** Whether a list is refused or too large, where an object by itself may not be. */
function isListsOwn(error) {
    if (error instanceof _error_js__WEBPACK_IMPORTED_MODULE_2__/* .KubernetesError */ .dK)
        return true;
    return error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && (error.code === 'CLUSTER_ANSWER' || (0,_retry_network_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$)(error.cause) === 'EMSGSIZE');
}
/** Nobody reads the Secrets of others beside his own, though he may. */
function mayBeListed({ length: count, 0: first }) {
    return first !== undefined && count >= FEWEST && (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .groupKindOf */ .zo)(first) !== _kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .knownKinds */ .T8.secret;
}
/** Pages until each was seen, there are no more, or more of others were seen than of these. */
async function listed(client, { apiVersion, kind, namespace }, references) {
    const missing = new Set(references.map(({ name }) => name));
    const objects = new Map();
    const limit = Math.min(2 * missing.size, LARGEST_PAGE);
    let others = 0;
    let from = '';
    try {
        do {
            const page = await client.page({ apiVersion, kind }, { namespace, limit, from });
            for (const item of page.items) {
                const { name } = item.metadata;
                if (missing.delete(name))
                    objects.set(name, item);
                else
                    others++;
            }
            from = page.next;
        } while (from !== '' && missing.size > 0 && others <= references.length);
    }
    catch (error) {
        if (!isListsOwn(error))
            throw error;
        return { objects, complete: false };
    }
    return { objects, complete: from === '' || missing.size === 0 };
}
/**
 * A way to get each of these objects once from a list, as it was when the first of its kind was asked for. Whatever is
 * asked for again, or is none of them, is asked for by itself.
 * @param early whether all is asked for at once, whoever asks for objects later
 */
function gathered(client, references, early = false) {
    const groups = Map.groupBy(references, groupOf);
    const alone = new Map();
    const lists = new Map();
    const waiting = new Set(references.map(keyOf));
    const listOf = (reference) => {
        const group = groupOf(reference);
        const all = groups.get(group) ?? [];
        const made = lists.get(group) ?? (mayBeListed(all) ? listed(client, reference, all) : NOTHING);
        lists.set(group, made);
        return made;
    };
    for (const group of early ? groups.values() : []) {
        const [first] = group;
        if (first !== undefined && mayBeListed(group))
            listOf(first).catch(() => undefined); // thrown when somebody asks for one
        else
            for (const reference of group) {
                const asked = client.get(reference);
                asked.catch(() => undefined); // the same
                alone.set(keyOf(reference), asked);
            }
    }
    return async (reference) => {
        const key = keyOf(reference);
        if (!waiting.delete(key))
            return client.get(reference);
        const asked = alone.get(key);
        if (asked !== undefined) {
            alone.delete(key);
            return asked;
        }
        const { objects, complete } = await listOf(reference);
        const found = objects.get(reference.name);
        objects.delete(reference.name);
        return found !== undefined || complete ? found : client.get(reference);
    };
}


/***/ }),

/***/ 581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   S4: () => (/* binding */ owns),
/* harmony export */   YW: () => (/* binding */ managedFieldsOf),
/* harmony export */   Z6: () => (/* binding */ unionOf)
/* harmony export */ });
/* harmony import */ var _sources_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3778);
/** Who owns which fields of an object, as server-side apply keeps it (`FieldsV1` of meta/v1). */

const names = ['manager', 'operation', 'apiVersion', 'subresource'];
function isFieldSet(value) {
    return (0,_sources_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(value) && Object.values(value).every(isFieldSet);
}
/** By hand: of a release these are most of what is read, several times. */
function entryOf(said) {
    const odd = names.filter((name) => said[name] !== undefined && typeof said[name] !== 'string');
    const isOdd = odd.length > 0 || (said['fieldsV1'] !== undefined && !isFieldSet(said['fieldsV1']));
    if (!isOdd)
        return said;
    const { fieldsV1, ...rest } = said;
    return {
        ...rest,
        ...Object.fromEntries(odd.map((name) => [name, undefined])),
        fieldsV1: isFieldSet(fieldsV1) ? fieldsV1 : undefined,
    };
}
/** What is odd counts as not said. */
function managedFieldsOf({ metadata }) {
    const { managedFields } = metadata;
    if (!Array.isArray(managedFields) || !managedFields.every(_sources_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi))
        return [];
    return managedFields.map(entryOf);
}
/** Whether a field is owned, by the names on the way to it. */
function owns({ fieldsV1 = {} }, path) {
    let set = fieldsV1;
    for (const name of path)
        set = set?.[`f:${name}`];
    return set !== undefined;
}
function unionOf(sets) {
    const elements = new Set(sets.flatMap(Object.keys));
    return Object.fromEntries([...elements].map((element) => [element, unionOf(sets.flatMap((set) => set[element] ?? []))]));
}
/** Of what somebody else owns at a place, or beneath it. */
function beneath(others, element) {
    return others.flatMap((set) => set[element] ?? []);
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Whether an item has the keys; what it leaves out, the server fills in. */
function isItem(item, keys, complete) {
    if (!(0,_sources_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(item) || !(0,_sources_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(keys))
        return false;
    return Object.entries(keys).every(([key, value]) => (!complete && item[key] === undefined) || item[key] === value);
}
function itemsWithout(items, owned, wanted, others) {
    const asked = Array.isArray(wanted) ? wanted : [];
    return Object.entries(owned).reduce((left, [element, set]) => {
        const key = parsed(element.slice(2));
        const rest = beneath(others, element);
        if (element.startsWith('v:'))
            return asked.includes(key) || rest.length > 0 ? left : left.filter((item) => item !== key);
        if (!element.startsWith('k:'))
            return left;
        const kept = asked.find((item) => isItem(item, key, false));
        return left.flatMap((item) => {
            if (!isItem(item, key, true))
                return [item];
            return kept === undefined && rest.length === 0 ? [] : [without(item, set, kept, rest)];
        });
    }, [...items]);
}
/**
 * A value without what somebody owned in it and does not want any more, as server-side apply takes it away: what nobody
 * else owns.
 * @param owned what is owned in it
 * @param wanted what is still asked for
 * @param others what others own in it
 */
function without(value, owned, wanted, others) {
    if (Array.isArray(value))
        return itemsWithout(value, owned, wanted, others);
    if (!(0,_sources_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(value))
        return value;
    const asked = (0,_sources_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(wanted) ? wanted : {};
    const left = Object.entries(value).flatMap(([name, member]) => {
        const element = `f:${name}`;
        const set = owned[element];
        const rest = beneath(others, element);
        if (set === undefined)
            return [[name, member]];
        const wants = Object.hasOwn(asked, name) ? asked[name] : undefined;
        if (wants === undefined && rest.length === 0)
            return [];
        return [[name, without(member, set, wants, rest)]];
    });
    return Object.fromEntries(left);
}


/***/ }),

/***/ 738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ silentWebhook),
/* harmony export */   X: () => (/* binding */ webhooksAmong)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2693);
/* harmony import */ var _object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1123);
/** Whom the API server asks before it takes or gives an object: webhooks, conversions, and API services. */


function serviceOf({ service }) {
    const { namespace, name } = service ?? {};
    return name === undefined ? undefined : { apiVersion: 'v1', kind: 'Service', namespace, name };
}
function webhooksOf(object) {
    const { name } = object.metadata;
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .groupKindOf */ .zo)(object)) {
        case _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.mutatingWebhook:
        case _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.validatingWebhook: {
            const registered = Array.isArray(object['webhooks']) ? object['webhooks'] : [];
            return registered.map(({ name: own = '', clientConfig = {}, rules }) => ({
                name: own,
                groups: (rules ?? []).flatMap(({ apiGroups = [] }) => apiGroups),
                service: serviceOf(clientConfig),
            }));
        }
        case _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.definition: {
            if ((0,_object_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(object, ['spec', 'conversion', 'strategy']) !== 'Webhook')
                return [];
            const config = (0,_object_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(object, ['spec', 'conversion', 'webhook', 'clientConfig']); // apiextensions.k8s.io/v1
            const group = String((0,_object_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(object, ['spec', 'group']));
            // The API server names it by what is converted: `conversion webhook for example.com/v1, Kind=Widget failed`.
            return [{ name: group, groups: [group], service: serviceOf((config ?? {})) }];
        }
        case _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.apiService: {
            const service = serviceOf((object['spec'] ?? {})); // apiregistration.k8s.io/v1
            const group = String((0,_object_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(object, ['spec', 'group']));
            return service === undefined ? [] : [{ name, groups: [group], service }];
        }
        default:
            return [];
    }
}
function webhooksAmong(objects) {
    return objects.flatMap(webhooksOf);
}
/** Whether it refuses because a webhook did not answer, as opposed to answering no; and which one, by its name. */
function silentWebhook(said) {
    const [, admission, conversion] = /failed calling webhook "([^"]*)"|conversion webhook for (\S+?), Kind=\S* failed/.exec(said) ?? [];
    return admission ?? conversion;
}


/***/ })

};
