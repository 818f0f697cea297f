export const id = "toolkit-kubernetes-connect";
export const ids = ["toolkit-kubernetes-connect"];
export const modules = {

/***/ 6579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ claimsOf),
/* harmony export */   s: () => (/* binding */ ownClaims)
/* harmony export */ });
/**
 * The claims of a JWT, unverified: a token that was just given to us is read to say what it offers, never to decide
 * whether somebody else's is right. Shape: RFC 7519, section 3.
 */
function claimsOf(token) {
    const [, payload = ''] = token.split('.');
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}
/** For an ID token that is only read. */
const AUDIENCE = 'omninode_infra';
/** What GitHub vouches for about this job: its issuer, its environment, its workflow. */
async function ownClaims(idToken) {
    return claimsOf(await idToken(AUDIENCE));
}


/***/ }),

/***/ 4669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ idTokenPermission)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);

/** Why a step that needs an ID token cannot have one. */
function idTokenPermission() {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'ID_TOKEN_PERMISSION',
        what: 'This job may not request an OIDC token.',
        why: 'It has no `id-token: write` permission, or it runs for a pull request from a fork.',
        fix: 'Add `permissions: id-token: write` to the job.',
    });
}


/***/ }),

/***/ 3428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clusterOf: () => (/* binding */ clusterOf),
  connectCluster: () => (/* binding */ connectCluster)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/identity/claims.js
var claims = __webpack_require__(6579);
;// CONCATENATED MODULE: ./build/toolkit/identity/kubernetes.js

/** A token is renewed this many milliseconds before it expires: longer than a request may take. */
const MARGIN = 60_000;
/** Milliseconds; 0 when the token does not say. */
function expiryOf(token) {
    const { exp } = (0,claims/* claimsOf */.d)(token); // seconds: RFC 7519, section 4.1.4
    return typeof exp === 'number' ? exp * 1_000 : 0;
}
/**
 * GitHub ID tokens as bearer tokens of an API server that trusts GitHub's issuer. They live for minutes: a new one
 * is requested before the last one expires, and after the server refused one.
 */
function githubBearer(audience, idToken, clock) {
    let current;
    return {
        token: async () => {
            const held = current === undefined ? undefined : await current;
            if (held !== undefined && expiryOf(held) - MARGIN > clock().getTime())
                return held;
            if (held !== undefined || current === undefined)
                current = idToken(audience);
            try {
                return await current;
            }
            catch (error) {
                current = undefined;
                throw error;
            }
        },
        discard: () => {
            current = undefined;
        },
    };
}

// EXTERNAL MODULE: ./build/toolkit/identity/permission.js
var permission = __webpack_require__(4669);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/sources/checkout.js
var checkout = __webpack_require__(8182);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./build/toolkit/model/exact-integer.js
var exact_integer = __webpack_require__(1451);
// EXTERNAL MODULE: ./build/toolkit/retry/network.js
var network = __webpack_require__(2022);
// EXTERNAL MODULE: ./build/toolkit/retry/retry.js
var retry = __webpack_require__(8090);
// EXTERNAL MODULE: ./build/toolkit/transport/exchange.js
var exchange = __webpack_require__(5134);
// EXTERNAL MODULE: ./build/toolkit/transport/trouble.js
var transport_trouble = __webpack_require__(5252);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/error.js
var kubernetes_error = __webpack_require__(2652);
// EXTERNAL MODULE: ./build/toolkit/transport/retry-after.js
var retry_after = __webpack_require__(3314);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/request.js
/** One request to an API server, once. */



/** Milliseconds after which one request is given up. */
const DEADLINE = 30_000;
/** `299 - "text"`, several of them joined by commas; see RFC 9111, section 5.5. */
function warningsIn(header) {
    return [...(header ?? '').matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1'));
}
/** @throws KubernetesError for an answer that is no success; the system's error when there is none */
async function requestOnce(server, { method, path, accept = 'application/json', contentType, body, headers: more }, given) {
    const headers = {
        accept,
        'user-agent': 'omninode_infra',
        ...given.impersonation,
        ...more,
    };
    if (contentType !== undefined)
        headers['content-type'] = contentType;
    if (given.token !== undefined)
        headers['authorization'] = `Bearer ${given.token}`;
    const { status, text, headers: answered, } = await (0,exchange/* exchange */.cv)({
        method,
        url: new URL(`${server}${path}`),
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        connections: given.connections,
        signal: given.signal,
        deadline: given.follow?.lasting ?? DEADLINE,
        follow: given.follow?.told,
        ...(given.follow === undefined ? {} : { silence: given.follow.silence }),
    });
    if (status < 200 || status > 299) {
        const { location } = answered;
        throw new kubernetes_error/* KubernetesError */.dK({
            server,
            method,
            path,
            status,
            body: text,
            location,
            pause: (0,retry_after/* retryAfter */.P)(answered),
        });
    }
    return { text, warnings: warningsIn(answered['warning']) };
}

// EXTERNAL MODULE: ./build/toolkit/kubernetes/webhooks.js
var webhooks = __webpack_require__(738);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/connection.js
/** Requests to one API server: keep-alive connections, fresh credentials, bounded patience, refusals explained. */










/** Enough for an API server that restarts: about half a minute. */
const PATIENCE = { attempts: 9, shortest: 250, longest: 8_000 };
/** A server that never answered is more likely away for good. */
const FIRST_ATTEMPTS = 4;
/** Milliseconds. Bookmarks come once a minute: where nothing comes, nobody is there any more. */
const SILENCE = 90_000;
const SLACK = 30_000;
/** Enough for a webhook that has just been started again, and for an API server that answers already to read its roles. */
const HASTY_ATTEMPTS = 4;
/**
 * Where even the quickest answer takes longer than so many milliseconds, most of that is the way, and more requests at
 * once make up for it. Nearer, a connection costs more than it saves from so many on.
 */
const FAR = 10;
const NEAR_CONCURRENCY = 16;
/** Answers that tell how long the way is: the first ones stand for connections that are made. */
const TELLING_ANSWERS = 8;
function classify(error) {
    if (error instanceof kubernetes_error/* KubernetesError */.dK) {
        // 401 is tried again because the token is renewed in between.
        const passing = error.status === 401 || error.status === 429 || error.status >= 500;
        return passing && !error.isAboutObject ? 'again' : 'refuse';
    }
    return (0,network/* isUnreachable */.R)(error) ? 'again' : 'refuse';
}
function wasAway(error) {
    return !(error instanceof kubernetes_error/* KubernetesError */.dK) || error.status >= 500;
}
class Connection {
    #options;
    #connections;
    /** For what goes on: it must keep no other request from its turn. */
    #followed;
    #closed = new AbortController();
    /** Of the run's end and of this connection's. */
    #signal;
    /**
     * How often a 401 or a 403 is no answer yet: a server that starts answers before it has read its roles and its keys,
     * and then refuses what it will take a moment later. Raised when it was away, lowered by its answers.
     */
    #doubt = 0;
    /** What it took: where that is forbidden it has been started again, although nobody saw it go. */
    #allowed = new Set();
    #reached;
    /** Milliseconds of the quickest answer, of so many. */
    #quickest = Number.POSITIVE_INFINITY;
    #answers = 0;
    constructor(options) {
        const { concurrency } = options;
        this.#options = options;
        this.#reached = options.known;
        this.#signal = AbortSignal.any([options.signal, this.#closed.signal]);
        (0,external_node_events_.setMaxListeners)(0, this.#signal); // one for each request in flight, however many wait for a connection
        this.#connections = this.#connect(Math.min(concurrency, NEAR_CONCURRENCY));
    }
    #connect(most) {
        const { cluster, env } = this.#options;
        const { certificateAuthority, serverName, proxy, credentials } = cluster;
        return (0,exchange/* keepConnections */.FQ)({
            most,
            certificateAuthority,
            serverName,
            proxies: proxy ?? env,
            client: credentials.kind === 'certificate' ? credentials : undefined,
        });
    }
    /** Ends what is under way too. */
    close() {
        this.#closed.abort();
        this.#connections.close();
        this.#followed?.close();
    }
    /** @throws Failure CLUSTER_ANSWER for an answer that is no JSON object */
    async json(request) {
        const { text, warnings } = await this.send(request);
        return { body: this.#parsed(text, request), warnings }; // the API's own types; what may be odd is looked at
    }
    /**
     * @throws KubernetesError for a refusal; Failure CLUSTER_UNAUTHENTICATED, CLUSTER_UNREACHABLE
     */
    async send(request) {
        const { cluster, random, log } = this.#options;
        const { credentials } = cluster;
        const announced = new Set();
        const what = `${request.method} ${request.path.split('?')[0]}`;
        let renewed = false;
        let unanswered = 0;
        let refused = 0;
        try {
            return await (0,retry/* retry */.L)({
                ...PATIENCE,
                classify: (error) => {
                    if (!(error instanceof kubernetes_error/* KubernetesError */.dK)) {
                        unanswered++;
                        return !this.#reached && unanswered >= FIRST_ATTEMPTS ? 'refuse' : classify(error);
                    }
                    this.#reached = true;
                    if (request.hasty === true && (0,webhooks/* silentWebhook */.D)(error.said) !== undefined) {
                        unanswered++;
                        return unanswered >= HASTY_ATTEMPTS ? 'refuse' : 'again';
                    }
                    if (error.status === 401 || error.status === 403) {
                        if (error.isForbidden && this.#allowed.has(what))
                            this.#doubts(HASTY_ATTEMPTS);
                        if (++refused < this.#doubt)
                            return 'again';
                        this.#doubt = 0;
                    }
                    // A fresh token helps once; a certificate never gets better.
                    const final = error.status === 401 && (renewed || credentials.kind !== 'bearer');
                    return final ? 'refuse' : classify(error);
                },
                signal: this.#signal,
                random,
                pauseOf: (error) => (error instanceof kubernetes_error/* KubernetesError */.dK ? error.pause : undefined),
                onRetry: (error) => {
                    if (wasAway(error))
                        this.#doubts(PATIENCE.attempts);
                    if (error instanceof kubernetes_error/* KubernetesError */.dK && error.status === 401 && credentials.kind === 'bearer') {
                        credentials.bearer.discard();
                        renewed = true;
                    }
                    const why = error instanceof kubernetes_error/* KubernetesError */.dK
                        ? error.said
                        : ((0,network/* codeOf */.$)(error) ?? (error instanceof Error ? error.message : String(error)));
                    if (announced.has(why))
                        return;
                    announced.add(why);
                    log.info(`waiting for the API server (${why})`);
                },
            }, async () => {
                const answer = await this.#once(request);
                this.#doubt = Math.min(this.#doubt, HASTY_ATTEMPTS);
                this.#allowed.add(what);
                this.#reached = true;
                return answer;
            });
        }
        catch (error) {
            throw explain(error, cluster, this.#connections);
        }
    }
    /**
     * Takes an answer that goes on, once: whoever follows it knows how it goes on after it has ended.
     * @param told takes it as it comes
     * @param lasting milliseconds after which the server ends it
     * @throws KubernetesError, errors of the network
     */
    async follow(request, told, lasting) {
        const { cluster } = this.#options;
        const { credentials } = cluster;
        const token = credentials.kind === 'bearer' ? await credentials.bearer.token() : undefined;
        this.#followed ??= this.#connect(Number.POSITIVE_INFINITY);
        try {
            await requestOnce(cluster.server, request, {
                connections: this.#followed,
                token,
                impersonation: cluster.impersonation,
                signal: request.signal === undefined ? this.#signal : AbortSignal.any([this.#signal, request.signal]),
                follow: { told, lasting: lasting + SLACK, silence: SILENCE },
            });
            this.#doubts(HASTY_ATTEMPTS); // also a server that goes away ends it in good order
        }
        catch (error) {
            if (wasAway(error))
                this.#doubts(PATIENCE.attempts);
            if (error instanceof kubernetes_error/* KubernetesError */.dK && error.status === 401 && credentials.kind === 'bearer')
                credentials.bearer.discard();
            throw error;
        }
    }
    #doubts(attempts) {
        this.#doubt = Math.max(this.#doubt, attempts);
    }
    async #once(request) {
        const { cluster, clock } = this.#options;
        const { credentials } = cluster;
        const token = credentials.kind === 'bearer' ? await credentials.bearer.token() : undefined;
        await request.before?.();
        const began = clock().getTime();
        const answer = await requestOnce(cluster.server, request, {
            connections: this.#connections,
            token,
            impersonation: cluster.impersonation,
            signal: this.#signal,
        });
        this.#learn(clock().getTime() - began);
        return answer;
    }
    /** @param taken milliseconds of an answer */
    #learn(taken) {
        this.#quickest = Math.min(this.#quickest, taken);
        this.#answers++;
        if (this.#answers !== TELLING_ANSWERS || this.#quickest <= FAR)
            return;
        const { concurrency } = this.#options;
        if (concurrency > NEAR_CONCURRENCY)
            this.#connections.widen(concurrency);
    }
    #parsed(text, { method, path }) {
        try {
            const body = (0,exact_integer/* parseJson */.qF)(text);
            if (typeof body === 'object' && body !== null)
                return body;
        }
        catch {
            // no JSON at all
        }
        throw new failure/* Failure */.HR({
            code: 'CLUSTER_ANSWER',
            what: `${this.#options.cluster.server} answered ${method} ${path} with something that is no object of Kubernetes.`,
            why: 'Something else answers in place of the API server, such as the login page of a proxy.',
            fix: 'Check that the address is that of the API server, and that no proxy on the way changes its answers.',
        });
    }
}
function explain(error, { server, credentials }, connections) {
    const minted = credentials.kind === 'bearer' && credentials.fixed !== true;
    if (error instanceof kubernetes_error/* KubernetesError */.dK && error.status === 401 && error.code !== 'CLUSTER_ANSWER') {
        return new failure/* Failure */.HR({
            code: 'CLUSTER_UNAUTHENTICATED',
            what: `The API server ${server} does not accept this identity.`,
            why: minted
                ? 'The token is of another issuer, repository or audience than its AuthenticationConfiguration wants.'
                : 'The token or the client certificate of the kubeconfig is of another cluster, or has expired.',
            fix: minted
                ? "Compare the `audience` input and the repository id with the cluster's AuthenticationConfiguration."
                : 'Pass a kubeconfig that is good now, or `api-server` instead: then the job\u2019s own OIDC identity is used.',
            cause: error,
        });
    }
    if (error instanceof failure/* Failure */.HR)
        return error;
    const trouble = (0,transport_trouble/* troubleOf */.L)(error, new URL(server), connections);
    if (trouble === undefined)
        return error;
    const { code, why, fix } = trouble;
    return new failure/* Failure */.HR({
        code: 'CLUSTER_UNREACHABLE',
        what: `The API server ${server} cannot be reached (${code}).`,
        why,
        fix: (0,transport_trouble/* isUntrusted */.f)(code) ? 'Pass its authority as `certificate-authority`.' : fix,
        cause: error,
    });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kubernetes_kinds = __webpack_require__(2693);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/discovery.js
/** Which kinds a cluster serves, under which paths, and whether their objects are in namespaces. */




const AGGREGATED = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
/** An empty list of Go's may be null, or not there at all. */
function many(item) {
    return schemas/* array */.YOg(item)
        .nullish()
        .transform((items) => items ?? []);
}
/** What has no name or kind is not served as an object. */
const GroupDiscoveryList = schemas/* object */.Ikc({
    kind: schemas/* literal */.euz('APIGroupDiscoveryList'),
    items: many(schemas/* object */.Ikc({
        metadata: schemas/* object */.Ikc({ name: schemas/* string */.YjP().nullish() }).nullish(),
        versions: many(schemas/* object */.Ikc({
            version: schemas/* string */.YjP(),
            freshness: schemas/* string */.YjP().nullish(),
            resources: many(schemas/* object */.Ikc({
                resource: schemas/* string */.YjP(),
                responseKind: schemas/* object */.Ikc({ kind: schemas/* string */.YjP().nullish() }).nullish(),
                scope: schemas/* string */.YjP().nullish(),
                verbs: many(schemas/* string */.YjP()),
                subresources: many(schemas/* object */.Ikc({ subresource: schemas/* string */.YjP().nullish() })),
            })),
        })),
    })),
});
function refused(path, why, cause) {
    return new failure/* Failure */.HR({
        code: 'DISCOVERY',
        what: `The API server does not tell which kinds it serves: it was asked for ${path}, and ${why}.`,
        why: 'It is older than Kubernetes 1.30, or something else answers in its place.',
        fix: 'Check that the address is that of the API server, and that no proxy on the way changes its answers.',
        cause,
    });
}
function nameOf(body) {
    if (typeof body !== 'object' || body === null)
        return JSON.stringify(body);
    const { kind, apiVersion } = body;
    return kind === undefined ? 'an object without a kind' : `${kind} of ${apiVersion}`;
}
/** @throws Failure DISCOVERY */
async function groupsAt(path, fetch) {
    try {
        const { body } = await fetch(path, AGGREGATED);
        const parsed = GroupDiscoveryList.safeParse(body);
        if (parsed.success)
            return parsed.data.items;
        throw refused(path, `answered with ${nameOf(body)}, which is no APIGroupDiscoveryList`, parsed.error);
    }
    catch (error) {
        const unsupported = error instanceof kubernetes_error/* KubernetesError */.dK && [404, 406].includes(error.status);
        throw unsupported ? refused(path, `answered ${error.status}`, error) : error;
    }
}
function servedIn(groups) {
    const resources = new Map();
    const scopes = new Map();
    const kinds = new Map();
    const stale = new Set();
    for (const { metadata, versions } of groups) {
        for (const { version, freshness, resources: listed } of versions) {
            const apiVersion = metadata?.name ? `${metadata.name}/${version}` : version;
            if (freshness === 'Stale')
                stale.add(apiVersion);
            for (const { resource, responseKind, scope, verbs, subresources } of listed) {
                if (!responseKind?.kind)
                    continue;
                const type = { apiVersion, kind: responseKind.kind };
                const namespaced = scope !== 'Cluster';
                const scaled = subresources.some(({ subresource }) => subresource === 'scale');
                resources.set((0,kubernetes_kinds/* groupVersionKindOf */.d5)(type), { plural: resource, namespaced, scaled });
                scopes.set((0,kubernetes_kinds/* groupKindOf */.zo)(type), namespaced ? 'Namespaced' : 'Cluster');
                const known = kinds.get((0,kubernetes_kinds/* groupKindOf */.zo)(type)) ?? [];
                kinds.set((0,kubernetes_kinds/* groupKindOf */.zo)(type), [...known, { ...type, namespaced, verbs }]);
            }
        }
    }
    return { resources, scopes, kinds, stale };
}
function servedAs(kinds) {
    return {
        resources: new Map(kinds.map(({ plural, namespaced, ...type }) => [
            (0,kubernetes_kinds/* groupVersionKindOf */.d5)(type),
            { plural, namespaced, scaled: false },
        ])),
        scopes: new Map(kinds.map(({ namespaced, ...type }) => [(0,kubernetes_kinds/* groupKindOf */.zo)(type), namespaced ? 'Namespaced' : 'Cluster'])),
        kinds: new Map(kinds.map(({ apiVersion, kind, namespaced }) => [
            (0,kubernetes_kinds/* groupKindOf */.zo)({ apiVersion, kind }),
            [{ apiVersion, kind, namespaced, verbs: [] }],
        ])),
        stale: new Set(),
    };
}
/** Aggregated discovery, in two requests, made once and again after `refresh`. */
class Discovery {
    #fetch;
    #served;
    /** @param served all that it is asked about, where that is known beforehand: then nobody is asked */
    constructor(fetch, served) {
        this.#fetch = fetch;
        if (served !== undefined)
            this.#served = Promise.resolve(servedAs(served));
    }
    /** Forgets what is known: after a CustomResourceDefinition was established. */
    refresh() {
        this.#served = undefined;
    }
    /**
     * Undefined when the cluster does not serve the kind.
     * @throws Failure DISCOVERY when it cannot tell
     */
    async resourceOf(type) {
        const { resources, stale } = await this.#get();
        const resource = resources.get((0,kubernetes_kinds/* groupVersionKindOf */.d5)(type));
        if (resource === undefined && stale.has(type.apiVersion)) {
            throw new failure/* Failure */.HR({
                code: 'DISCOVERY',
                what: `The API server cannot tell whether it serves ${type.kind} of ${type.apiVersion}.`,
                why: 'An API service of its own answers for that group, and does not answer now.',
                fix: `Mend it: \`kubectl get apiservice\` shows which one is not available.`,
            });
        }
        return resource;
    }
    /** Whether the objects of every served kind are in namespaces, in whatever version. */
    async scopes() {
        return (await this.#get()).scopes;
    }
    /** Every kind in the version that the server prefers. */
    async kinds() {
        return [...(await this.#get()).kinds.values()].flatMap(([preferred]) => preferred ?? []);
    }
    /**
     * The reference in a version that is served: its own, else the one that the server prefers; undefined when the kind is
     * served in no version.
     * @throws Failure DISCOVERY when it cannot tell
     */
    async served(reference) {
        if ((await this.resourceOf(reference)) !== undefined)
            return reference;
        const { kinds, stale } = await this.#get();
        const [preferred] = kinds.get((0,kubernetes_kinds/* groupKindOf */.zo)(reference)) ?? [];
        if (preferred !== undefined)
            return { ...reference, apiVersion: preferred.apiVersion };
        const other = [...stale].find((apiVersion) => (0,kubernetes_kinds/* groupOf */.F8)(apiVersion) === (0,kubernetes_kinds/* groupOf */.F8)(reference.apiVersion));
        if (other !== undefined)
            await this.resourceOf({ ...reference, apiVersion: other }); // says what is stale
        return undefined;
    }
    /** The path of a kind's collection; undefined when the cluster does not serve it. */
    async collectionOf(reference) {
        const resource = await this.resourceOf(reference);
        if (resource === undefined)
            return undefined;
        const { apiVersion, namespace } = reference;
        const root = (0,kubernetes_kinds/* groupOf */.F8)(apiVersion) === '' ? `/api/${apiVersion}` : `/apis/${apiVersion}`;
        const within = resource.namespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : '';
        return `${root}${within}/${resource.plural}`;
    }
    async pathOf(reference) {
        const collection = await this.collectionOf(reference);
        return collection === undefined ? undefined : `${collection}/${encodeURIComponent(reference.name)}`;
    }
    async #get() {
        this.#served ??= this.#load();
        try {
            return await this.#served;
        }
        catch (error) {
            this.#served = undefined; // the next call tries again
            throw error;
        }
    }
    async #load() {
        const [core, groups] = await Promise.all([groupsAt('/api', this.#fetch), groupsAt('/apis', this.#fetch)]);
        return servedIn([...core, ...groups]);
    }
}

// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var object = __webpack_require__(1123);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/watch-events.js
/** What a watch says: a JSON text a line. */




const Line = schemas/* discriminatedUnion */.gMt('type', [
    schemas/* object */.Ikc({ type: schemas/* enum */.k5n(['ADDED', 'MODIFIED', 'DELETED']), object: object/* KubernetesObject */.YE }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('BOOKMARK'),
        object: schemas/* looseObject */._H3({ metadata: schemas/* object */.Ikc({ resourceVersion: schemas/* string */.YjP() }) }),
    }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('ERROR'), object: schemas/* looseObject */._H3({ code: schemas/* number */.aig().optional() }) }),
]);
/**
 * Takes a watch as it comes, in pieces that end anywhere.
 * @throws KubernetesError of an event that is one; what is no event is CLUSTER_ANSWER
 */
function watchEvents({ apiVersion, kind }, path, told) {
    const line = (text) => {
        const parsed = Line.safeParse((0,exact_integer/* parseJson */.qF)(text)).data;
        if (parsed === undefined || parsed.type === 'ERROR') {
            const status = parsed?.object.code ?? 400;
            const body = parsed === undefined ? '' : JSON.stringify(parsed.object);
            throw new kubernetes_error/* KubernetesError */.dK({ server: 'the cluster', method: 'GET', path, status, body });
        }
        if (parsed.type === 'BOOKMARK') {
            const { resourceVersion } = parsed.object.metadata;
            told({ type: 'BOOKMARK', object: { apiVersion, kind, metadata: { name: '', resourceVersion } } });
        }
        else
            told(parsed);
    };
    let rest = '';
    return (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const each of lines)
            if (each.trim() !== '')
                line(each);
    };
}

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/client.js
/** The verbs of the Kubernetes API that the house uses. */





/** After which the server ends a watch: a connection that is cut without a word is noticed by then. */
const WATCH_SECONDS = 240;
/** @throws Failure CLUSTER_ANSWER for what is no list: that nothing is there must not be guessed */
function itemsOf({ items }, path) {
    if (items === null)
        return []; // an empty list of Go's
    if (Array.isArray(items))
        return items;
    throw new failure/* Failure */.HR({
        code: 'CLUSTER_ANSWER',
        what: `The API server answered GET ${path} with something that is no list.`,
        fix: 'Check that the address is that of the API server, and that no proxy on the way changes its answers.',
    });
}
function kindUnknown({ apiVersion, kind }) {
    return new failure/* Failure */.HR({
        code: 'KIND_UNKNOWN',
        what: `The cluster knows no ${kind} of ${apiVersion}.`,
        fix: 'Add its CustomResourceDefinition to the manifests, or correct apiVersion and kind.',
    });
}
class KubernetesClient {
    discovery;
    #connection;
    /** @param served all that it is asked about, where that is known beforehand */
    constructor(options, served) {
        this.#connection = new Connection(options);
        this.discovery = new Discovery((path, accept) => this.#connection.json({ method: 'GET', path, accept }), served);
    }
    /** Closes the connections. */
    close() {
        this.#connection.close();
    }
    /** The object, or undefined when there is none. */
    async get(reference) {
        const path = await this.discovery.pathOf(reference);
        if (path === undefined)
            return undefined;
        try {
            return (await this.#connection.json({ method: 'GET', path })).body;
        }
        catch (error) {
            if ((0,kubernetes_error/* isNotFound */.c4)(error))
                return undefined;
            throw error;
        }
    }
    /** The objects of a kind, everywhere or in one namespace. */
    async list(type, options = {}) {
        return (await this.snapshot(type, options)).items;
    }
    /** The objects of a kind, and the version from which a watch goes on. */
    async snapshot(type, options = {}) {
        const items = [];
        let resourceVersion;
        let from = '';
        do {
            const page = await this.page(type, { ...options, limit: 500, from });
            items.push(...page.items);
            resourceVersion = page.resourceVersion;
            from = page.next;
        } while (from !== '');
        return { items, resourceVersion };
    }
    /** A part of the objects of a kind, in the order of their names. */
    async page(type, { namespace, labels, fields, limit, from }) {
        const base = await this.discovery.collectionOf({ ...type, namespace });
        if (base === undefined)
            return { items: [], resourceVersion: undefined, next: '' };
        const { apiVersion, kind } = type;
        const query = new URLSearchParams({ limit: String(limit) });
        if (labels !== undefined)
            query.set('labelSelector', labels);
        if (fields !== undefined)
            query.set('fieldSelector', fields);
        if (from !== '')
            query.set('continue', from);
        const path = `${base}?${query}`;
        const { body } = await this.#connection.json({ method: 'GET', path });
        return {
            items: itemsOf(body, path).map((item) => ({ ...item, apiVersion, kind })),
            resourceVersion: body.metadata?.resourceVersion ?? undefined,
            next: body.metadata?.continue ?? '',
        };
    }
    /**
     * Tells what happens to the objects of a kind, everywhere or in one namespace, until the server ends it, after some minutes.
     * @throws KubernetesError, also 410 for a version that is too old; errors of the network
     */
    async watch(type, options, told) {
        const { namespace, labels, resourceVersion, signal } = options;
        const base = await this.discovery.collectionOf({ ...type, namespace });
        if (base === undefined)
            throw kindUnknown(type);
        const query = new URLSearchParams({
            watch: 'true',
            allowWatchBookmarks: 'true',
            resourceVersion,
            timeoutSeconds: String(WATCH_SECONDS),
        });
        if (labels !== undefined)
            query.set('labelSelector', labels);
        const path = `${base}?${query}`;
        const events = watchEvents(type, path, told);
        await this.#connection.follow({ method: 'GET', path, signal }, events, WATCH_SECONDS * 1_000);
    }
    /** Server-side apply with strict validation: a misspelt field is an error. */
    async apply(object, options) {
        const { apiVersion, kind, metadata } = object;
        const path = await this.discovery.pathOf({
            apiVersion,
            kind,
            namespace: metadata.namespace,
            name: metadata.name,
        });
        if (path === undefined)
            throw kindUnknown({ apiVersion, kind });
        const query = new URLSearchParams({ fieldManager: options.fieldManager, fieldValidation: 'Strict' });
        if (options.force)
            query.set('force', 'true');
        if (options.dryRun)
            query.set('dryRun', 'All');
        return this.#connection.json({
            method: 'PATCH',
            path: `${path}?${query}`,
            contentType: 'application/apply-patch+yaml',
            body: object,
            hasty: options.dryRun || options.hasty === true,
            before: options.before,
        });
    }
    /** A JSON patch (RFC 6902), with strict validation. */
    async patch(reference, operations, options) {
        const path = await this.discovery.pathOf(reference);
        if (path === undefined)
            throw kindUnknown(reference);
        const query = new URLSearchParams({ fieldManager: options.fieldManager, fieldValidation: 'Strict' });
        if (options.dryRun)
            query.set('dryRun', 'All');
        return this.#connection.json({
            method: 'PATCH',
            path: `${path}?${query}`,
            contentType: 'application/json-patch+json',
            body: operations,
            hasty: options.dryRun || options.hasty === true,
            before: options.before,
        });
    }
    /** Deletes an object and what it owns; an object that is gone already is fine. */
    async delete(reference, options = {}) {
        const path = await this.discovery.pathOf(reference);
        if (path === undefined)
            return;
        const { uid, resourceVersion, dryRun, before, propagation = 'Background' } = options;
        const body = {
            apiVersion: 'v1',
            kind: 'DeleteOptions',
            propagationPolicy: propagation,
            preconditions: { uid, resourceVersion },
            ...(dryRun === true ? { dryRun: ['All'] } : {}),
        };
        try {
            await this.#connection.json({ method: 'DELETE', path, contentType: 'application/json', body, before });
        }
        catch (error) {
            if (!(0,kubernetes_error/* isNotFound */.c4)(error))
                throw error;
        }
    }
    /** The last lines of a container's log; of its previous run when asked. Empty when there is none to be had. */
    async logs(pod, container, options) {
        const query = new URLSearchParams({
            container,
            tailLines: String(options.lines),
            previous: String(options.previous),
        });
        try {
            const path = `/api/v1/namespaces/${pod.namespace}/pods/${pod.name}/log?${query}`;
            return (await this.#connection.send({ method: 'GET', path, accept: '*/*' })).text;
        }
        catch (error) {
            // Logs help to explain a failure; that they cannot be had must not hide it.
            if (error instanceof kubernetes_error/* KubernetesError */.dK)
                return '';
            throw error;
        }
    }
    /** Any JSON request, for what has no method of its own. */
    async raw(method, path, body, headers = {}) {
        const contentType = String(headers['content-type'] ?? 'application/json');
        const content = body === undefined ? {} : { body, contentType };
        return (await this.#connection.json({ method, path, headers, ...content })).body;
    }
}

// EXTERNAL MODULE: ./build/toolkit/model/mismatch.js
var mismatch = __webpack_require__(5851);
// EXTERNAL MODULE: ./build/toolkit/sources/yaml.js + 4 modules
var yaml = __webpack_require__(8217);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/cluster.js
/** How a cluster is reached: its address, whom to trust there, and how one proves who one is. */






const Kubeconfig = schemas/* object */.Ikc({
    'current-context': schemas/* string */.YjP(),
    contexts: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), context: schemas/* object */.Ikc({ cluster: schemas/* string */.YjP(), user: schemas/* string */.YjP() }) })),
    clusters: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        cluster: schemas/* object */.Ikc({
            server: schemas/* string */.YjP(),
            'certificate-authority': schemas/* string */.YjP().optional(),
            'certificate-authority-data': schemas/* string */.YjP().optional(),
            'insecure-skip-tls-verify': schemas/* boolean */.zMY().optional(),
            'tls-server-name': schemas/* string */.YjP().optional(),
            'proxy-url': schemas/* string */.YjP().optional(),
        }),
    })),
    users: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        user: schemas/* object */.Ikc({
            token: schemas/* string */.YjP().optional(),
            'client-certificate': schemas/* string */.YjP().optional(),
            'client-certificate-data': schemas/* string */.YjP().optional(),
            'client-key': schemas/* string */.YjP().optional(),
            'client-key-data': schemas/* string */.YjP().optional(),
            as: schemas/* string */.YjP().optional(),
            'as-uid': schemas/* string */.YjP().optional(),
            'as-groups': schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
            'as-user-extra': schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())).optional(),
        }),
    })),
});
function cluster_refused(what, fix) {
    return new failure/* Failure */.HR({ code: 'KUBECONFIG', what, fix });
}
/** Text that stands in the kubeconfig, or in a file that it names. @throws Failure KUBECONFIG */
function either(data, file, read) {
    if (data !== undefined)
        return Buffer.from(data, 'base64').toString('utf8');
    if (file === undefined)
        return undefined;
    try {
        return read(file);
    }
    catch (error) {
        if (!(error instanceof checkout/* Unreadable */.IO))
            throw error;
        throw cluster_refused(`The kubeconfig names the file ${file}, which cannot be read: ${error.message}.`, 'Correct the path, which is relative to the kubeconfig, or put its content in as data.');
    }
}
/** @throws Failure KUBECONFIG */
function proxyOf(text) {
    if (text === undefined || text === '')
        return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol === 'http:' || url?.protocol === 'https:')
        return url;
    throw cluster_refused("The kubeconfig's proxy-url names no HTTP proxy.", // not shown: it may hold a password
    'Give it as http://proxy.example.com:3128; other kinds of proxies are not spoken here.');
}
/** What a header's name may not hold is written as in addresses. */
function headerName(key) {
    return [...key.toLowerCase()]
        .map((letter) => (/[\w!#$&'*+.^`|~-]/.test(letter) ? letter : encodeURIComponent(letter)))
        .join('');
}
/** @throws Failure KUBECONFIG */
function impersonationOf(user) {
    const { as, 'as-uid': uid, 'as-groups': groups = [], 'as-user-extra': extra = {} } = user;
    if (as === undefined || as === '') {
        if (uid === undefined && groups.length === 0 && Object.keys(extra).length === 0)
            return {};
        throw cluster_refused("The kubeconfig's user acts with the groups of somebody without saying as whom.", 'Name them as `as`, or remove as-uid, as-groups and as-user-extra.');
    }
    return {
        'impersonate-user': as,
        ...(uid === undefined ? {} : { 'impersonate-uid': uid }),
        ...(groups.length === 0 ? {} : { 'impersonate-group': groups }),
        ...Object.fromEntries(Object.entries(extra).map(([key, values]) => [`impersonate-extra-${headerName(key)}`, values])),
    };
}
/**
 * The cluster and the user of a kubeconfig's current context: a token or a client certificate.
 * @param file how the kubeconfig is named in failures
 * @param read gives the text of a file that it names, which is relative to its folder
 * @throws Failure KUBECONFIG for what is missing, insecure or not supported.
 */
function clusterFromKubeconfig(text, file, read = (named) => (0,checkout/* readOrdinary */.pV)((0,external_node_path_.resolve)((0,external_node_path_.dirname)(file), named)).toString('utf8')) {
    const value = (0,yaml/* readYaml */.g)(text, file)[0]?.value;
    const parsed = Kubeconfig.safeParse(value);
    if (!parsed.success) {
        throw cluster_refused(`The kubeconfig ${file} is not one: ${(0,mismatch/* mismatch */.J)(parsed.error, value)}.`, 'Pass a whole one, such as `kubectl config view --minify --flatten` prints.');
    }
    const config = parsed.data;
    const current = config['current-context'];
    const context = config.contexts.find((each) => each.name === current)?.context;
    if (context === undefined) {
        const names = config.contexts.map(({ name }) => name).join(', ');
        throw cluster_refused(`The kubeconfig ${file} has no context "${current}", which is its current one.`, `Correct \`current-context\`. Its contexts are: ${names === '' ? 'none' : names}.`);
    }
    const cluster = config.clusters.find((each) => each.name === context.cluster)?.cluster;
    const user = config.users.find((each) => each.name === context.user)?.user;
    if (cluster === undefined || user === undefined) {
        throw cluster_refused(`The context "${current}" of the kubeconfig ${file} names the ${cluster === undefined ? `cluster "${context.cluster}"` : `user "${context.user}"`}, which is not in it.`, 'Name a cluster and a user that it holds.');
    }
    if (cluster['insecure-skip-tls-verify'] === true) {
        throw cluster_refused('The kubeconfig turns the verification of the server off.', 'Give its certificate-authority instead.');
    }
    const { server } = cluster;
    if (!/^https:\/\//.test(server) || !URL.canParse(server))
        throw cluster_refused(`The server ${server} is not https.`, 'Use its https address.');
    const certificateAuthority = either(cluster['certificate-authority-data'], cluster['certificate-authority'], read);
    if (certificateAuthority !== undefined && !certificateAuthority.includes('-----BEGIN CERTIFICATE-----')) {
        throw cluster_refused(`The authority of the cluster "${context.cluster}" in the kubeconfig ${file} is no certificate.`, '`certificate-authority-data` is the Base64 of a PEM file, `certificate-authority` the path of one.');
    }
    const cert = either(user['client-certificate-data'], user['client-certificate'], read);
    const key = either(user['client-key-data'], user['client-key'], read);
    const proxy = proxyOf(cluster['proxy-url']);
    const shared = {
        server: server.replace(/\/$/, ''),
        certificateAuthority,
        serverName: cluster['tls-server-name'] || undefined,
        proxy,
        impersonation: impersonationOf(user),
    };
    const proxySecrets = proxy === undefined || proxy.password === '' ? [] : [decodeURIComponent(proxy.password)];
    if (cert !== undefined && key !== undefined)
        return { ...shared, credentials: { kind: 'certificate', cert, key }, secrets: [key, ...proxySecrets] };
    const { token } = user;
    if (token === undefined) {
        throw cluster_refused(`The user "${context.user}" of the kubeconfig ${file} has neither a token nor a client certificate.`, 'Use `api-server` with the OIDC identity, or such a user: programs (`exec`) and other ways to log in are not run.');
    }
    return {
        ...shared,
        credentials: {
            kind: 'bearer',
            fixed: true,
            bearer: { token: () => Promise.resolve(token), discard: () => undefined },
        },
        secrets: [token, ...proxySecrets],
    };
}

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/connect.js
/** From the inputs by which deploy and verify reach a cluster to a client. */







function invalid(what, fix) {
    return new failure/* Failure */.HR({ code: 'INPUT_INVALID', what, fix });
}
/** The text of a file that an input names. @throws Failure INPUT_INVALID */
function textOf(input, path, world) {
    try {
        return (0,checkout/* readNamed */.Mk)(world.workspace, path).toString('utf8');
    }
    catch (error) {
        if (!(error instanceof checkout/* Unreadable */.IO))
            throw error;
        const why = error.reason === 'missing' ? 'which does not exist' : `which cannot be read: ${error.message}`;
        throw invalid(`The input \`${input}\` names ${path}, ${why}.`, `Correct \`${input}:\` under \`with:\`.`);
    }
}
function absolute(path, world) {
    return (0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(world.workspace, path);
}
function authorityOf(authority, world) {
    const isPem = authority?.includes('-----BEGIN CERTIFICATE-----') === true;
    if (authority === undefined || isPem)
        return authority;
    const text = textOf('certificate-authority', authority, world);
    if (text.includes('-----BEGIN CERTIFICATE-----'))
        return text;
    throw invalid(`The input \`certificate-authority\` names ${authority}, which holds no certificate.`, 'Pass the PEM text, which begins with -----BEGIN CERTIFICATE-----, or the path of a file of it.');
}
function readKubeconfig(file, world) {
    const folder = (0,external_node_path_.dirname)(absolute(file, world));
    // What is committed must not name the files of the machine.
    const readOther = (0,checkout/* leadsWithin */.ZH)(world.workspace, folder) ? checkout/* readWithin */.w0 : checkout/* readNamed */.Mk;
    const cluster = clusterFromKubeconfig(textOf('kubeconfig', file, world), file, (named) => readOther(world.workspace, (0,external_node_path_.resolve)(folder, named)).toString('utf8'));
    for (const secret of cluster.secrets)
        world.redactor.add(secret);
    return cluster;
}
/** The token as it stands in the file; whoever keeps that may have put another one there since this one was read. */
function rereading(first, reread) {
    let current = first;
    return {
        token: () => current.token(),
        discard: () => {
            try {
                const credentials = reread();
                if (credentials?.kind === 'bearer')
                    current = credentials.bearer;
            }
            catch (error) {
                if ((0,failure/* failuresIn */.xM)(error).length === 0)
                    throw error; // what cannot be read now is no newer token
            }
        },
    };
}
function fromKubeconfig(file, world) {
    const cluster = readKubeconfig(file, world);
    const { credentials, server } = cluster;
    if (credentials.kind !== 'bearer')
        return cluster;
    const bearer = rereading(credentials.bearer, () => {
        const again = readKubeconfig(file, world);
        // Of another server it is another one's token.
        return again.server === server ? again.credentials : undefined;
    });
    return { ...cluster, credentials: { ...credentials, bearer } };
}
function fromServer(server, inputs, world) {
    const { audience = 'omninode-deploy' } = inputs;
    const problems = [];
    if (!/^https:\/\/[^/]+/.test(server) || !URL.canParse(server)) {
        problems.push(invalid(`The input \`api-server\` is \`${server}\`: it must be an https address.`, 'Correct `api-server:` under `with:`.'));
    }
    if (!world.mayRequestIdToken)
        problems.push((0,permission/* idTokenPermission */.G)());
    let certificateAuthority;
    try {
        certificateAuthority = authorityOf(inputs['certificate-authority'], world);
    }
    catch (error) {
        problems.push(...(0,failure/* failuresIn */.xM)(error));
    }
    (0,failure/* throwIfAny */.MI)(problems);
    return {
        server: server.replace(/\/$/, ''),
        certificateAuthority,
        serverName: undefined,
        proxy: undefined,
        impersonation: {},
        credentials: { kind: 'bearer', bearer: githubBearer(audience, world.idToken, world.clock) },
        secrets: [], // world.idToken masks what it gives
    };
}
/**
 * The cluster that the inputs name; it is asked nothing yet.
 * @throws Failures of everything that is wrong with the inputs, their files and the permissions
 */
function clusterOf(inputs, world) {
    const { 'api-server': server, kubeconfig } = inputs;
    if (server !== undefined && kubeconfig !== undefined)
        throw invalid('Both `api-server` and `kubeconfig` are given.', 'Pass one of them.');
    if (kubeconfig !== undefined)
        return fromKubeconfig(kubeconfig, world);
    if (server !== undefined)
        return fromServer(server, inputs, world);
    throw invalid('Neither `api-server` nor `kubeconfig` is given.', 'Pass `api-server`, and `certificate-authority` if it is private.');
}
/** @param served all that it is asked about, where that is known beforehand */
function connectCluster(cluster, options, world, served) {
    const { signal, random, log, env, clock } = world;
    return new KubernetesClient({ cluster, ...options, known: false, signal, random, log, env, clock }, served);
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


/***/ }),

/***/ 8090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* unused harmony export backoff */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** Milliseconds; a longer pause is not waited for. */
const LONGEST_PAUSE = 120_000;
/** Full jitter around an exponential ladder, never below half a rung. */
function backoff(attempt, { shortest, longest, random }) {
    const rung = Math.min(longest, shortest * 2 ** (attempt - 1));
    return Math.round(rung / 2 + (rung / 2) * random());
}
/**
 * Calls `attempt` until it succeeds, is refused, or has been tried `attempts` times. A pause that was asked for is kept,
 * up to two minutes.
 * @throws the last error; the signal's reason when aborted while waiting.
 */
async function retry(options, attempt) {
    for (let number = 1;; number++) {
        try {
            return await attempt(number);
        }
        catch (error) {
            if (number >= options.attempts || options.signal.aborted || options.classify(error) === 'refuse')
                throw error;
            const pause = options.pauseOf?.(error) ?? 0;
            if (pause > LONGEST_PAUSE)
                throw error;
            const wait = Math.max(pause, backoff(number, options));
            options.onRetry?.(error, number, wait);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wait, undefined, { signal: options.signal });
        }
    }
}


/***/ }),

/***/ 5134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ keepConnections),
/* harmony export */   cv: () => (/* binding */ exchange)
/* harmony export */ });
/* unused harmony export BrokenOff */
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2231);
/* harmony import */ var _proxies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2865);
/**
 * The one way to speak HTTPS: a request, and what was answered. The server is always verified, whatever the environment
 * says; proxies are honoured. Nothing is tried again here, and no redirect followed.
 */





/** All that it connects to is verified in one way, so that connections are told apart by where they lead to alone. */
class OneWayAgent extends node_https__WEBPACK_IMPORTED_MODULE_1__.Agent {
    getName({ host = '', port = '', } = {}) {
        return `${host}:${port}`;
    }
}
/** @throws Failure PROXY_INVALID */
function keepConnections(settings) {
    const { certificateAuthority, serverName, client, proxies } = settings;
    const { proxyFor } = proxies instanceof URL ? (0,_proxies_js__WEBPACK_IMPORTED_MODULE_4__/* .alwaysThrough */ .XT)(proxies) : (0,_proxies_js__WEBPACK_IMPORTED_MODULE_4__/* .proxiesIn */ .Iz)(proxies);
    let { most } = settings;
    const tls = {
        rejectUnauthorized: true, // whatever NODE_TLS_REJECT_UNAUTHORIZED says
        ...(serverName === undefined ? {} : { servername: serverName }),
    };
    /** Certificates and keys are read once, and not for each connection. */
    const context = () => (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.createSecureContext)({
        ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
        ...(client === undefined ? {} : { cert: client.cert, key: client.key }),
    });
    const agents = new Map();
    return {
        proxyFor,
        agentFor: (url) => {
            const proxy = proxyFor(url);
            const isSecure = url.protocol === 'https:';
            const key = `${isSecure} ${proxy?.href}`;
            const made = agents.get(key);
            if (made !== undefined)
                return made;
            const through = proxy === undefined ? {} : { proxyEnv: { https_proxy: proxy.href, http_proxy: proxy.href } };
            const shared = { keepAlive: true, maxSockets: most };
            const agent = isSecure
                ? new OneWayAgent({ ...shared, ...tls, ...through, secureContext: context() })
                : new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ ...shared, ...through });
            agents.set(key, agent);
            return agent;
        },
        widen: (wider) => {
            most = wider;
            for (const agent of agents.values())
                agent.maxSockets = wider;
        },
        close: () => {
            for (const agent of agents.values())
                agent.destroy();
        },
    };
}
/** Nobody answered in time. */
class Silence extends Error {
    code = 'ETIMEDOUT';
    constructor(deadline) {
        super(`no answer within ${(0,_model_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(deadline)}`);
    }
}
/** More was answered than anybody has asked for. */
class TooLarge extends Error {
    code = 'EMSGSIZE';
    constructor(largest) {
        super(`the answer is larger than ${largest} bytes`);
    }
}
/** The answer had begun, and its end never came. */
class BrokenOff extends Error {
    name = 'BrokenOff';
    code = 'ECONNRESET';
    constructor() {
        super('the answer broke off');
    }
}
/** Bytes. */
const LARGEST = 64 * 2 ** 20;
function answeredWith(status, headers, body) {
    return {
        status,
        headers,
        body,
        get text() {
            return body.toString('utf8');
        },
    };
}
/** @throws errors of the network, with their code; the signal's reason */
function exchange(asked) {
    const { method, url, headers, body, connections, signal, deadline, silence, wanted } = asked;
    const { largest = LARGEST, follow } = asked;
    return new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
        const lists = Object.entries(headers).map(([name, value]) => [
            name,
            typeof value === 'string' ? value : [...value],
        ]);
        const options = {
            method,
            headers: { ...Object.fromEntries(lists), ...length },
            agent: connections.agentFor(url),
            // Also of the way through a proxy, of which the request itself does not know yet.
            timeout: silence ?? deadline,
        };
        const request = url.protocol === 'https:' ? (0,node_https__WEBPACK_IMPORTED_MODULE_1__.request)(url, options) : (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, options);
        // A request that has no connection yet says nothing of its end, so it is not left to that to settle this.
        const giveUp = (reason) => {
            settled();
            reject(reason);
            // Without the reason: a connection that is free again by now has nobody who listens for its errors.
            request.destroy();
        };
        const timer = setTimeout(() => giveUp(new Silence(deadline)), deadline);
        const aborted = () => giveUp(signal.reason);
        const settled = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', aborted);
        };
        if (silence !== undefined)
            request.once('timeout', () => giveUp(new Silence(silence)));
        if (signal.aborted)
            aborted();
        else
            signal.addEventListener('abort', aborted);
        request.once('close', settled);
        request.on('error', reject);
        request.once('response', (response) => {
            const { statusCode: status = 0, headers: received } = response;
            if (follow !== undefined && status >= 200 && status < 300) {
                response.once('error', () => reject(new BrokenOff()));
                response.setEncoding('utf8');
                response.on('data', (text) => {
                    try {
                        follow(text);
                    }
                    catch (error) {
                        giveUp(error);
                    }
                });
                response.once('end', () => resolve(answeredWith(status, received, Buffer.alloc(0))));
                return;
            }
            const chunks = [];
            let size = 0;
            const enough = wanted?.(received) ?? Number.POSITIVE_INFINITY;
            const answer = () => resolve(answeredWith(status, received, Buffer.concat(chunks)));
            const cut = () => {
                response.destroy();
                answer();
            };
            if (enough === 0) {
                cut();
                return;
            }
            response.on('data', (chunk) => {
                size += chunk.length;
                if (size > largest) {
                    giveUp(new TooLarge(largest));
                    return;
                }
                chunks.push(chunk);
                if (size >= enough)
                    cut();
            });
            response.once('error', () => reject(new BrokenOff()));
            response.once('end', answer);
        });
        request.end(body);
    });
}


/***/ }),

/***/ 6078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ RedirectRefused),
/* harmony export */   e: () => (/* binding */ follow)
/* harmony export */ });
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5134);
/** An exchange that follows redirects: of what is read, and never from a server that is verified to one that is not. */

const MOST = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
/** What proves who asks; another server is not told. */
const credentials = new Set(['authorization', 'cookie', 'proxy-authorization']);
/** A redirect that is not followed. */
class RedirectRefused extends Error {
    name = 'RedirectRefused';
}
function isRead(method) {
    return method === 'GET' || method === 'HEAD';
}
/** Where it is asked next; undefined when it was answered. @throws RedirectRefused */
function next(wanted, { status, headers }) {
    const { location } = headers;
    if (!redirects.has(status) || location === undefined)
        return undefined;
    // 307 and 308 say that the same is to be asked elsewhere; anything else would change it on the way.
    if (!isRead(wanted.method) && status !== 307 && status !== 308)
        return undefined;
    if (!URL.canParse(location, wanted.url.href))
        throw new RedirectRefused('it leads to no address');
    const url = new URL(location, wanted.url);
    if (url.protocol !== 'https:' && url.protocol !== wanted.url.protocol)
        throw new RedirectRefused(`it leads from ${wanted.url.protocol}// to ${url.protocol}//`);
    const headersOf = Object.entries(wanted.headers).filter(([name]) => url.origin === wanted.url.origin || !credentials.has(name.toLowerCase()));
    return { ...wanted, url, headers: Object.fromEntries(headersOf) };
}
/** @throws as `exchange` does; RedirectRefused */
async function follow(wanted) {
    let asked = wanted;
    for (let hops = 0; hops <= MOST; hops++) {
        const answered = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .exchange */ .cv)(asked);
        const following = next(asked, answered);
        if (following === undefined)
            return answered;
        asked = following;
    }
    throw new RedirectRefused(`it leads on ${MOST} times`);
}


/***/ }),

/***/ 3314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ retryAfter)
/* harmony export */ });
/**
 * Milliseconds; undefined when it does not say. A date counts by the server's own clock, so that ours need not be
 * right; without one it cannot be told.
 */
function retryAfter(headers) {
    const { 'retry-after': asked = '', date = '' } = headers;
    if (/^\s*\d+\s*$/.test(asked))
        return Number(asked) * 1_000;
    // Without a month it is no date, although it may be parsed as one.
    const until = (/[a-z]/i.test(asked) ? Date.parse(asked) : Number.NaN) - Date.parse(date);
    return Number.isNaN(until) ? undefined : Math.max(0, until);
}


/***/ }),

/***/ 5252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ troubleOf),
/* harmony export */   f: () => (/* binding */ isUntrusted)
/* harmony export */ });
/* harmony import */ var _retry_network_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2022);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6078);
/* harmony import */ var _proxies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2865);
/** What it means when a server is not reached, and what to do. */



function statusOf(error) {
    const has = typeof error === 'object' && error !== null && 'statusCode' in error;
    return has && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
/** Whether the server's certificate is not accepted. */
function isUntrusted(code) {
    return /CERT|SIGNATURE|^ERR_TLS|^ERR_SSL|^EPROTO$|_CRL_|ISSUER/.test(code);
}
function throughProxy(status, proxy) {
    if (status === 407) {
        return {
            why: `The proxy ${proxy} wants to know who asks.`,
            fix: 'Put user and password into HTTPS_PROXY, from a secret: http://user:password@proxy.example.com:3128.',
        };
    }
    const how = status === undefined ? 'broke off' : `answered ${status}`;
    return {
        why: `The proxy ${proxy} does not connect to it: it ${how}.`,
        fix: 'Let the proxy connect to it, or name it in NO_PROXY if it is reached without one.',
    };
}
/**
 * @param url that was asked for
 * @returns undefined for what is no error of the network
 */
function troubleOf(error, url, { proxyFor }) {
    if (error instanceof _follow_js__WEBPACK_IMPORTED_MODULE_1__/* .RedirectRefused */ .J) {
        return {
            code: 'redirect',
            why: `It redirects, and ${error.message}.`,
            fix: 'Check the address; a proxy or a login page may answer in its place.',
        };
    }
    const code = (0,_retry_network_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$)(error);
    if (code === undefined)
        return undefined;
    const proxy = proxyFor(url);
    const shown = proxy === undefined ? undefined : (0,_proxies_js__WEBPACK_IMPORTED_MODULE_2__/* .shownProxy */ .qb)(proxy);
    if (code === 'ERR_PROXY_TUNNEL')
        return { code, ...throughProxy(statusOf(error), shown ?? '') };
    const way = shown === undefined ? '' : ` It was asked through the proxy ${shown}.`;
    if (isUntrusted(code)) {
        return {
            code,
            why: `Its certificate is not accepted: nobody trusted has signed it, it is for another name, or it has expired.${way}`,
            fix: 'Trust its authority: NODE_EXTRA_CA_CERTS names a file of them. A proxy that reads along signs with its own.',
        };
    }
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        const name = shown ?? url.hostname;
        return {
            code,
            why: `Nobody knows the name of ${name}.`,
            fix: shown === undefined
                ? 'Check the address; behind a proxy, set HTTPS_PROXY and NO_PROXY for the job.'
                : 'Check HTTPS_PROXY, or name the server in NO_PROXY.',
        };
    }
    if (code.startsWith('HPE_')) {
        return {
            code,
            why: `What answers does not speak HTTP.${way}`,
            fix: 'Check the address and its port, and what answers in its place.',
        };
    }
    if (code === 'EMSGSIZE') {
        return {
            code,
            why: `It answers more than anything that was asked for.${way}`,
            fix: 'Check the address, and what answers in its place.',
        };
    }
    return {
        code,
        why: `It does not answer.${way}`,
        fix: 'Check the address, and that the runner may reach it; behind a proxy, set HTTPS_PROXY and NO_PROXY for the job.',
    };
}


/***/ })

};
