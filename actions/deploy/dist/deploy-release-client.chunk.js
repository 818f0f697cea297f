export const id = "deploy-release-client";
export const ids = ["deploy-release-client"];
export const modules = {

/***/ 5658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lookingAgain: () => (/* binding */ lookingAgain)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_gathered_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6182);
/* harmony import */ var _toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1123);


/** What looks at these again, by lists where there are many of a kind. */
function lookingAgain(client, manifests) {
    return {
        get: (0,_toolkit_kubernetes_gathered_ts__WEBPACK_IMPORTED_MODULE_0__/* .gathered */ .P)(client, manifests.map(({ object }) => (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_1__/* .referenceTo */ .Po)(object))),
        list: (type, options) => client.list(type, options),
        logs: (pod, container, options) => client.logs(pod, container, options),
        snapshot: (type, options) => client.snapshot(type, options),
        watch: (type, options, told) => client.watch(type, options, told),
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


/***/ })

};
