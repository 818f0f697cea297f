export const id = "toolkit-runtime-events";
export const ids = ["toolkit-runtime-events"];
export const modules = {

/***/ 4224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ReleaseEvents: () => (/* binding */ ReleaseEvents)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/toolkit/action/asked.js
var asked = __webpack_require__(576);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/transport/exchange.js
var exchange = __webpack_require__(5134);
;// CONCATENATED MODULE: ./build/toolkit/identity/federated.js
/** An access token of Keycloak for GitHub's ID token: a client there trusts it, and no secret is shared. */


/** Bytes; a token has about 1,500. */
const LARGEST = 65_536;
/** Source: RFC 6749, section 5.1. `expires_in` is in seconds. */
const Answer = schemas/* object */.Ikc({ access_token: schemas/* string */.YjP().min(1), expires_in: schemas/* number */.aig().nonnegative() });
/** An answer that is no token. What was answered is never shown: a token may be in it. */
class NoAccessToken extends Error {
}
/**
 * After a rotation of GitHub's keys the first answer is a refusal, and the next is not; an ID token is taken once. So a
 * second one is tried.
 * @throws NoAccessToken; errors of the network, and of `idToken`
 */
async function requestAccessToken(asking) {
    const { issuer, idToken, connections, signal, deadline } = asking;
    const ask = async () => (0,exchange/* exchange */.cv)({
        method: 'POST',
        url: new URL(`${issuer.replace(/\/$/, '')}/protocol/openid-connect/token`),
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: new URLSearchParams({
            grant_type: 'client_credentials',
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            client_assertion: await idToken(issuer),
        }).toString(),
        connections,
        signal,
        deadline,
        largest: LARGEST,
    });
    let answered = await ask();
    if (answered.status === 401)
        answered = await ask();
    if (answered.status !== 200)
        throw new NoAccessToken(`it answered ${answered.status}`);
    try {
        const { access_token: token, expires_in: seconds } = Answer.parse(JSON.parse(answered.text));
        return { token, lasts: seconds * 1_000 };
    }
    catch {
        throw new NoAccessToken('it answered with something that is no token');
    }
}

// EXTERNAL MODULE: ./build/toolkit/model/ending.js
var model_ending = __webpack_require__(184);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./build/toolkit/model/change.js
var change = __webpack_require__(2719);
// EXTERNAL MODULE: ./build/toolkit/model/freeze.js
var freeze = __webpack_require__(6240);
// EXTERNAL MODULE: ./build/toolkit/model/outcome.js
var outcome = __webpack_require__(9603);
// EXTERNAL MODULE: ./build/toolkit/model/plan.js
var plan = __webpack_require__(8888);
// EXTERNAL MODULE: ./build/toolkit/model/step.js
var step = __webpack_require__(8149);
;// CONCATENATED MODULE: ./build/toolkit/model/release-event.js
/**
 * What a step of a release reports of itself: a CloudEvent 1.0 in JSON. onex-api publishes its schemas, one for each type
 * (`onex-api/schemas`); a published one is frozen.
 */






const reports = (/* unused pure expression or super */ null && (['started', 'planned', 'applied', 'verified', 'failed']));
const LONGEST_NAME = 200;
const LONGEST_TEXT = 500;
const MOST_FAILURES = 20;
/** What stands in one line, and is cut where it is too long. */
const line = (longest) => schemas/* string */.YjP().transform((text) => text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is not to stand in it
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .toWellFormed()
    .slice(0, longest)
    .toWellFormed());
const Count = schemas/* int */.Whr().nonnegative();
const effective = change/* actions */.o1.filter((action) => action !== 'none');
/** How many changes there are of each kind. */
const Changes = schemas/* strictObject */.rej(Object.fromEntries(effective.map((action) => [action, Count])));
/** What became of how many. */
const Results = schemas/* strictObject */.rej(Object.fromEntries(outcome/* Result */.Q7.unwrap().shape.status.options.map((status) => [status, Count])));
const about = {
    repository: schemas/* string */.YjP().min(1),
    run_id: schemas/* string */.YjP().regex(/^\d+$/),
    run_attempt: schemas/* int */.Whr().positive(),
    commit: schemas/* string */.YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
    step: step/* StepName */.m,
    command: schemas/* string */.YjP(),
    /** Tells the steps of a run apart that do the same to different targets. */
    part: schemas/* string */.YjP().regex(/^[0-9a-f]{12}$/),
    /** What people call the target. */
    name: line(LONGEST_NAME).nullable(),
    /** Where it has its effect; null as long as that is not known. */
    target: line(LONGEST_TEXT).nullable(),
};
const failures = schemas/* array */.YOg(schemas/* strictObject */.rej({ code: schemas/* string */.YjP(), what: line(LONGEST_TEXT) }))
    .transform((all) => all.slice(0, MOST_FAILURES));
const data = {
    started: schemas/* strictObject */.rej(about),
    planned: schemas/* strictObject */.rej({ ...about, digest: plan/* Digest */.np, changes: Changes }),
    applied: schemas/* strictObject */.rej({ ...about, digest: plan/* Digest */.np, changed: schemas/* boolean */.zMY(), results: Results }),
    verified: schemas/* strictObject */.rej({ ...about, digest: plan/* Digest */.np, results: Results }),
    failed: schemas/* strictObject */.rej({ ...about, changed: schemas/* boolean */.zMY(), results: Results, failures }),
};
function typeOf(report) {
    return `onex.evt.omninode-infra.release-${report}.v1`;
}
function eventOf(report, of) {
    const type = typeOf(report);
    return schemas/* strictObject */.rej({
        specversion: schemas/* literal */.euz('1.0'),
        id: schemas/* uuid */.uRe(),
        /** The workflow run. */
        source: schemas/* url */.OZ5({ protocol: /^https?$/ }),
        type: schemas/* literal */.euz(type),
        subject: schemas/* string */.YjP().min(1),
        time: iso/* datetime */.w$(),
        datacontenttype: schemas/* literal */.euz('application/json'),
        dataschema: schemas/* literal */.euz(`urn:omninode:event:${type}`),
        data: of,
    });
}
const ReleaseEvent = schemas/* discriminatedUnion */.gMt('type', [
    eventOf('started', data.started),
    eventOf('planned', data.planned),
    eventOf('applied', data.applied),
    eventOf('verified', data.verified),
    eventOf('failed', data.failed),
]);
function makeReleaseEvent(report, { id, source, time, data: given }) {
    const type = typeOf(report);
    const { step, part } = given;
    return (0,freeze/* deepFreeze */.o)(ReleaseEvent.parse({
        specversion: '1.0',
        id,
        source,
        type,
        subject: `${step}/${part}`,
        time: time.toISOString(),
        datacontenttype: 'application/json',
        dataschema: `urn:omninode:event:${type}`,
        data: given,
    }));
}
const zeros = (names) => Object.fromEntries(names.map((name) => [name, 0]));
function countsOfChanges(changes) {
    const counts = zeros(effective);
    for (const { action } of changes)
        if (action !== 'none')
            counts[action] += 1;
    return counts;
}
function countsOfResults(results) {
    const counts = zeros(outcome/* Result */.Q7.unwrap().shape.status.options);
    for (const { status } of results)
        counts[status] += 1;
    return counts;
}

// EXTERNAL MODULE: ./build/toolkit/redact/masked.js
var redact_masked = __webpack_require__(2394);
// EXTERNAL MODULE: ./build/toolkit/transport/trouble.js
var trouble = __webpack_require__(5252);
;// CONCATENATED MODULE: ./build/toolkit/runtime/events.js
/**
 * Tells an address how a release goes. It is a courtesy: it runs beside the release, which waits for it once, when its
 * result is safe, and for two seconds at most. The token goes to the address that was given, and nowhere else.
 */









/** Milliseconds for one event, and those that the end of a run waits for all of them. */
const DEADLINE = 2_000;
/** Milliseconds before its end that a token is not used any more. */
const MARGIN = 30_000;
/** An answer that does not take the event. */
class Refused extends Error {
    status;
    constructor(status) {
        super(`it answered ${status}`);
        this.status = status;
    }
}
const tooLate = 'It did not answer within two seconds.';
const reachable = 'Check the address, and that the runner reaches it.';
class ReleaseEvents {
    #step;
    #given;
    #host;
    #edge;
    #url;
    #over = new AbortController();
    /** What is not delivered \u2192 why not, and what to do. */
    #undelivered = new Map();
    #queue = Promise.resolve();
    #held;
    constructor(step, given, host, edge) {
        this.#step = step;
        this.#given = given;
        this.#host = host;
        this.#edge = edge;
        const url = given.valid['events-url'];
        // A plan releases nothing, and a terminal is no run of a workflow.
        const tells = given.command.applies && host.problems.length === 0 && host.run.event !== 'terminal';
        this.#url = tells && typeof url === 'string' ? new URL(url) : undefined;
    }
    started() {
        this.#tell('started', undefined, {});
    }
    planned(plan) {
        this.#tell('planned', plan.target, { digest: plan.digest, changes: countsOfChanges(plan.changes) });
    }
    ended(ending) {
        const { end, plan, outcome, failures } = ending;
        const results = countsOfResults(outcome?.results ?? []);
        const target = (0,model_ending/* targetOf */.$r)(ending);
        const changed = outcome?.changed === true;
        if (end === 'applied' || end === 'nothing to do') {
            const { digest } = plan;
            if (this.#step.onlyLooks)
                this.#tell('verified', target, { digest, results });
            else
                this.#tell('applied', target, { digest, changed, results });
        }
        else
            this.#tell('failed', target, {
                changed,
                results,
                failures: failures.map(({ code, what }) => ({ code, what: this.#edge.redactor.mask(what) })),
            });
    }
    /** Waits for what is under way, and says what was not delivered. */
    async settle() {
        if (this.#url === undefined)
            return;
        const { promise: late, resolve } = Promise.withResolvers();
        const timer = setTimeout(resolve, DEADLINE);
        await Promise.race([this.#queue, late]);
        clearTimeout(timer);
        this.#over.abort();
        const byReason = Map.groupBy(this.#undelivered, ([, reason]) => reason);
        for (const [reason, all] of byReason) {
            const reports = all.map(([{ report }]) => `\`${report}\``).join(', ');
            this.#edge.log.warning(`${this.#url.origin} was not told of this release: ${reports}. ${reason} The release itself does not depend on it.`);
        }
        this.#undelivered.clear();
    }
    #tell(report, target, own) {
        const url = this.#url;
        if (url === undefined)
            return;
        const { run, inputs } = this.#host;
        const { redactor, clock } = this.#edge;
        const name = inputs['name']?.trim();
        const about = {
            repository: run.repository,
            run_id: run.id,
            run_attempt: Number(run.attempt),
            commit: run.sha,
            step: this.#step.name,
            command: this.#given.command.name,
            part: (0,asked/* askedOf */.i)(this.#step, inputs).hash,
            name: name === undefined || name === '' ? null : redactor.mask(name),
            target: target === undefined ? null : redactor.mask(target),
        };
        try {
            const data = { ...about, ...own }; // both halves of it
            const event = makeReleaseEvent(report, { id: (0,external_node_crypto_.randomUUID)(), source: run.url, time: clock(), data });
            const masked = redactor.masked(event);
            const told = { report, body: (0,redact_masked/* rendered */.gj)(masked, JSON.stringify(masked)) };
            this.#undelivered.set(told, `${tooLate} ${reachable}`);
            this.#queue = this.#queue.then(() => this.#deliver(told, url));
        }
        catch (error) {
            // What a runner says of its run is not what it should be: that is no reason to fail the run.
            this.#undelivered.set({ report }, `It cannot be told: ${String(error)}.`);
        }
    }
    /** Never throws. */
    async #deliver(told, url) {
        const signal = AbortSignal.any([this.#over.signal, AbortSignal.timeout(DEADLINE)]);
        const connections = (0,exchange/* keepConnections */.FQ)({ most: 1, proxies: this.#host.childEnvironment });
        /** Who is asked. */
        let asked = url;
        try {
            const bearer = await this.#bearer(url, connections, signal, (whom) => {
                asked = whom;
            });
            asked = url;
            const { status } = await (0,exchange/* exchange */.cv)({
                method: 'POST',
                url,
                headers: {
                    'content-type': 'application/cloudevents+json',
                    'user-agent': 'omninode_infra',
                    ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
                },
                body: told.body,
                connections,
                signal,
                deadline: DEADLINE,
                wanted: () => 0,
            });
            if (status < 200 || status > 299)
                throw new Refused(status);
            this.#undelivered.delete(told);
        }
        catch (error) {
            // What is there already says that it came too late.
            if (!signal.aborted)
                this.#undelivered.set(told, this.#reasonOf(error, asked, url, connections));
        }
        finally {
            connections.close();
        }
    }
    async #bearer(url, connections, signal, asks) {
        const { redactor, clock } = this.#edge;
        const issuer = this.#given.valid['events-issuer'];
        const idToken = async (audience) => {
            const token = await this.#host.idToken(audience, signal);
            redactor.add(token);
            return token;
        };
        if (typeof issuer !== 'string')
            return this.#host.mayRequestIdToken ? await idToken(url.origin) : undefined;
        if (this.#held !== undefined && this.#held.until > clock().getTime())
            return this.#held.token.token;
        asks(new URL(issuer));
        const token = await requestAccessToken({ issuer, idToken, connections, signal, deadline: DEADLINE });
        redactor.add(token.token);
        this.#held = { token, until: clock().getTime() + token.lasts - MARGIN };
        return token.token;
    }
    #reasonOf(error, asked, url, connections) {
        const whose = asked === url ? '' : `${asked.origin}, which gives the token: `;
        if (error instanceof failure/* Failure */.HR)
            return `${whose}${error.message}`;
        if (error instanceof NoAccessToken)
            return `${whose}${error.message}. Its realm wants a client for the \`sub\` of this job, and the audience ${asked.href}.`;
        if (error instanceof Refused) {
            const { status } = error;
            if (status >= 300 && status < 400)
                return `It answered ${status}: no redirect is followed, because the token is for this address alone. Give the address that takes events itself.`;
            if (status === 401 || status === 403)
                return `It answered ${status}: it does not take events from this job. Look at \`events-issuer\`, and at what its client may.`;
            return `It answered ${status}. Look at its log.`;
        }
        const { why, fix } = (0,trouble/* troubleOf */.L)(error, asked, connections) ?? { why: String(error), fix: reachable };
        return `${whose}${why} ${fix}`;
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

/***/ 5252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ troubleOf)
/* harmony export */ });
/* unused harmony export isUntrusted */
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
