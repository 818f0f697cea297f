export const id = "deploy-step";
export const ids = ["deploy-step"];
export const modules = {

/***/ 5884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HF: () => (/* binding */ USUAL_NAMESPACE),
/* harmony export */   fm: () => (/* binding */ fieldManagerOf),
/* harmony export */   gN: () => (/* binding */ parentOf),
/* harmony export */   m8: () => (/* binding */ leaseOf)
/* harmony export */ });
/** Every cluster has it. */
const USUAL_NAMESPACE = 'default';
/** What remembers an application: the parent of its ApplySet. */
function parentOf({ name, namespace }) {
    return { apiVersion: 'v1', kind: 'ConfigMap', namespace, name: `omninode-${name}` };
}
/** What says which run releases it. */
function leaseOf(application) {
    return { ...parentOf(application), apiVersion: 'coordination.k8s.io/v1', kind: 'Lease' };
}
/** The API server takes no longer one. */
const LONGEST_MANAGER = 128;
/** Who applies, as the API server's managed fields name it: each application is one of its own. */
function fieldManagerOf({ name, namespace, repository }) {
    return `omninode/${name}/${repository}/${namespace}`.slice(0, LONGEST_MANAGER);
}


/***/ }),

/***/ 720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ floatingFindings),
/* harmony export */   e: () => (/* binding */ parseImages)
/* harmony export */ });
/* harmony import */ var _toolkit_manifests_image_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9573);
/* harmony import */ var _toolkit_manifests_workload_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6035);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3358);
/** The images that are put in place of those in the manifests, and those that nobody can hold to a version. */




/** @throws Failure INPUT_INVALID for a second line of one image, and for a line that is not `name=reference@sha256:\u2026` */
function parseImages(lines) {
    const bad = lines.find((line) => !/^[^=\s]+=[^=\s]+@sha256:[0-9a-f]{64}$/.test(line));
    if (bad !== undefined) {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'INPUT_INVALID',
            what: `The input \`images\` has the line \`${bad}\`: it must be name=reference@sha256:<64 hex digits>.`,
            fix: 'Name images by digest: a tag can be another image tomorrow.',
        });
    }
    const names = lines.map((line) => line.slice(0, line.indexOf('=')));
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'INPUT_INVALID',
            what: `The input \`images\` names ${twice} twice.`,
            fix: 'Keep one of the lines.',
        });
    }
    return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
/** What is deployed without saying which version it is. */
function floatingFindings(manifests) {
    return manifests.flatMap((manifest) => ((0,_toolkit_manifests_workload_ts__WEBPACK_IMPORTED_MODULE_1__/* .workloadOf */ .R)(manifest)?.containers ?? []).flatMap(({ label, node }) => {
        const written = node.get('image');
        const image = written.text === undefined ? undefined : (0,_toolkit_manifests_image_ts__WEBPACK_IMPORTED_MODULE_0__/* .parseImage */ .zZ)(written.text);
        const wrong = image === undefined ? undefined : (0,_toolkit_manifests_image_ts__WEBPACK_IMPORTED_MODULE_0__/* .floating */ .DU)(image);
        if (image === undefined || wrong === undefined)
            return [];
        return (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_3__/* .finding */ .gk)({
            rule: 'floating-image',
            severity: 'warning',
            verdict: 'fail',
            message: `The ${label} of ${manifest.address} uses ${image.name} ${wrong}.`,
            why: 'Nobody can say what runs then: it can be another image tomorrow, and in another pod.',
            fix: `Name its digest: \`${image.name}=\u2026@sha256:\u2026\` under \`images:\`, or in the manifest.`,
            source: written.source,
        }, `${manifest.address} ${label} ${(0,_toolkit_manifests_image_ts__WEBPACK_IMPORTED_MODULE_0__/* .formatImage */ .vy)(image)}`);
    }));
}


/***/ }),

/***/ 3766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  step: () => (/* binding */ step)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/action/inputs.js
var inputs = __webpack_require__(3199);
;// CONCATENATED MODULE: ./build/toolkit/action/cluster-inputs.js
/** The inputs by which deploy and verify reach a cluster. */

const clusterInputs = {
    'api-server': (0,inputs/* text */.Qq)("Address of the cluster's API server, `https://\u2026`; reached with the job's OIDC identity.").optional(),
    'certificate-authority': (0,inputs/* text */.Qq)("Certificate authority of the API server: PEM text, or the path of a PEM file. The system's authorities when not given.").optional(),
    audience: (0,inputs/* text */.Qq)('Audience of the OIDC token that the API server accepts.').default('omninode-deploy'),
    kubeconfig: (0,inputs/* text */.Qq)('Path of a kubeconfig, for a cluster that does not trust the OIDC identity.').optional(),
};

// EXTERNAL MODULE: ./build/toolkit/action/opening.js
var action_opening = __webpack_require__(8836);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/toolkit/github/token.js

/** @throws Failure GITHUB_TOKEN */
function tokenFor(need, token) {
    if (token !== undefined)
        return token;
    throw new failure/* Failure */.HR({
        code: 'GITHUB_TOKEN',
        what: `\`${need}\` needs \`github-token\`.`,
        fix: 'Pass `github-token: ${{ github.token }}` with `permissions:` `pull-requests: read` for changed-only, `issues: write` for drift.',
    });
}

// EXTERNAL MODULE: ./build/toolkit/model/plan.js
var model_plan = __webpack_require__(8888);
// EXTERNAL MODULE: ./build/actions/deploy/src/application/application.js
var application = __webpack_require__(5884);
// EXTERNAL MODULE: ./build/actions/deploy/src/preview/images.js
var preview_images = __webpack_require__(720);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./build/actions/deploy/src/thrift.js
/** Memory of a release of many objects. */


/** Of fewer, the little time that it takes counts for more. */
const MANY = 500;
/**
 * Lets V8 collect what is dropped sooner: it would keep half as much again as is ever needed, for all that is answered
 * of each object is soon dropped.
 */
function collectSoon(objects) {
    if (objects < MANY)
        return;
    (0,external_node_v8_.setFlagsFromString)('--semi-space-growth-factor=1');
    (0,external_node_v8_.setFlagsFromString)('--heap-growing-percent=30');
    // Of what was read, the texts are not needed any more; what V8 keeps for new objects shrinks only with this.
    (0,external_node_v8_.setFlagsFromString)('--expose-gc');
    const collect = (0,external_node_vm_.runInNewContext)('gc');
    collect({ type: 'major', flavor: 'last-resort', execution: 'sync' });
}

;// CONCATENATED MODULE: ./build/actions/deploy/src/step.js









const step_inputs = schemas/* object */.Ikc({
    manifests: (0,inputs/* text */.Qq)('Folder of manifests or a kustomization, relative to the checkout.'),
    application: (0,inputs/* text */.Qq)('Name under which the cluster remembers what belongs together.').regex(/^[a-z0-9]([a-z0-9-]{0,50}[a-z0-9])?$/, 'must be lower-case letters, digits and dashes'),
    'inventory-namespace': (0,inputs/* text */.Qq)('Namespace in which the cluster remembers the application. An identity that may work in one namespace only needs its own here; it must be there already.')
        .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'must be the name of a namespace')
        .default(application/* USUAL_NAMESPACE */.HF),
    ...clusterInputs,
    images: (0,inputs/* list */.p_)('Images to put in place of those in the manifests, `name=reference@sha256:\u2026` a line.'),
    prune: (0,inputs/* flag */.Jt)('Whether objects that left the manifests are deleted. Namespaces, volumes, StatefulSets and definitions never are.', false),
    'allow-prune': (0,inputs/* count */.U9)('How many objects may be deleted where that is more than a third of the application, or forgotten whose kinds the cluster does not serve any more.', 0),
    adopt: (0,inputs/* list */.p_)('Objects of somebody else that become this application\u2019s own, `namespace/Kind/name` a line, as the plan names them. Nothing else is taken over.'),
    'lock-wait': (0,inputs/* duration */.p0)('How long to wait for another run that releases the same application.', '10m'),
    'force-conflicts': (0,inputs/* list */.p_)('Objects whose fields are taken over from whoever else manages them: an address a line, as the plan writes it, such as `shop/Deployment/web`.'),
    concurrency: (0,inputs/* count */.U9)('Requests to the API server at once, at most: more than 16 only where the way to it is long.', 32, 1),
    'rollout-timeout': (0,inputs/* duration */.p0)('How long workloads may take to become ready.', '10m'),
});
const step = {
    name: 'deploy',
    description: 'Deploy manifests to Kubernetes by server-side apply: shown first, waited for, explained when they fail.',
    commands: { plan: 'plan', apply: 'apply', drift: 'plan' },
    inputs: step_inputs,
    outputs: {
        applied: 'JSON list of the objects that this run made or changed.',
        pruned: 'JSON list of the objects that this run deleted.',
        resources: 'JSON list of all objects in the manifests.',
    },
    asked: ({ application = '', 'inventory-namespace': namespace = '', manifests = '', 'api-server': server = '', kubeconfig = '', }) => [
        application,
        namespace,
        manifests,
        server,
        // Text of one may hold credentials; a path does not.
        kubeconfig.includes('\n') ? '' : kubeconfig,
    ],
    open: async (given, world) => {
        const [{ readManifests, withImages }, { clusterOf, connectCluster }] = await Promise.all([
            Promise.all(/* import() | toolkit-manifests-folder */[__webpack_require__.e("deploy-turn-turn+toolkit-kubernetes-connect+toolkit-manifests-folder"), __webpack_require__.e("deploy-turn-turn+toolkit-kubernetes-connect+toolkit-manifests-folder-2"), __webpack_require__.e("toolkit-manifests-folder")]).then(__webpack_require__.bind(__webpack_require__, 7857)),
            Promise.all(/* import() | toolkit-kubernetes-connect */[__webpack_require__.e("deploy-turn-turn+toolkit-kubernetes-connect+toolkit-manifests-folder"), __webpack_require__.e("deploy-turn-turn+toolkit-kubernetes-connect+toolkit-manifests-folder-2"), __webpack_require__.e("toolkit-kubernetes-connect")]).then(__webpack_require__.bind(__webpack_require__, 3428)),
        ]);
        const { valid } = given;
        const opening = new action_opening/* Opening */.$(given);
        const cluster = opening.read(() => clusterOf(valid, world));
        const images = opening.read(() => (0,preview_images/* parseImages */.e)(valid.images ?? []));
        const path = valid.manifests;
        const manifests = opening.read(() => path === undefined
            ? { manifests: [], files: {}, findings: [] }
            : readManifests(world.workspace, path, world.env['PATH']));
        const looksForDrift = given.command.name === 'drift';
        const token = opening.read(() => (looksForDrift ? tokenFor('drift', valid['github-token']) : undefined));
        const imaged = opening.read(() => withImages(manifests(), images()));
        const all = opening.inputs();
        const application = {
            name: all.application,
            namespace: all['inventory-namespace'],
            repository: world.run.repositoryId,
        };
        const deployment = {
            manifests: imaged(),
            images: images(),
            application,
            name: all.name,
            prune: all.prune,
            allowPrune: all['allow-prune'],
            adopt: all.adopt,
            forced: all['force-conflicts'],
            applies: given.command.applies,
            looksForDrift,
            looksForReview: given.command.applies && all.reviewed !== 'off',
            rolloutTimeout: all['rollout-timeout'],
        };
        collectSoon(deployment.manifests.manifests.length);
        const ended = new AbortController();
        const signal = AbortSignal.any([world.signal, ended.signal]);
        const client = connectCluster(cluster(), { concurrency: all.concurrency }, { ...world, signal });
        const { Turn } = await Promise.all(/* import() | deploy-turn-turn */[__webpack_require__.e("deploy-turn-turn+toolkit-kubernetes-connect+toolkit-manifests-folder"), __webpack_require__.e("deploy-turn-turn+toolkit-kubernetes-connect+toolkit-manifests-folder-2"), __webpack_require__.e("toolkit-kubernetes-connect"), __webpack_require__.e("deploy-turn-turn")]).then(__webpack_require__.bind(__webpack_require__, 8183));
        const turn = new Turn(cluster(), application, world);
        const planRelease = async (shown) => {
            const [{ planDeployment }, where] = await Promise.all([Promise.all(/* import() | deploy-plan */[__webpack_require__.e("deploy-apply+deploy-plan+deploy-rollout-wait+deploy-rollout-watching"), __webpack_require__.e("deploy-apply+deploy-plan+deploy-rollout-wait"), __webpack_require__.e("deploy-apply+deploy-plan"), __webpack_require__.e("deploy-plan")]).then(__webpack_require__.bind(__webpack_require__, 3381)), place()]);
            return planDeployment(client, deployment, where, { ...world, signal }, shown);
        };
        const shown = Promise.withResolvers();
        /** Begun while it is asked what was shown: as long as nobody else's turn comes first, that is no other plan. */
        const planAhead = async () => {
            if (!(await turn.expect()))
                return undefined;
            const release = planRelease(shown.promise);
            release.catch(() => undefined); // thrown when it is asked for
            return { release };
        };
        let placed;
        let planned;
        const place = () => {
            placed ??= __webpack_require__.e("deploy-place").then(__webpack_require__.bind(__webpack_require__, 3661)).then(({ placeOfApplication }) => placeOfApplication(client, application));
            return placed;
        };
        const ahead = given.command.applies ? planAhead() : undefined;
        const release = () => {
            planned ??= planRelease(Promise.resolve(undefined));
            return planned;
        };
        return {
            place,
            plan: async (review) => {
                // Where it is, no other run changes.
                place().catch(() => undefined); // thrown when it is planned
                // What another run still changes is no ground for a plan.
                const waited = given.command.applies && (await turn.begin(all['lock-wait']));
                if (waited)
                    client.discovery.refresh();
                const begun = waited ? undefined : await ahead;
                if (begun !== undefined)
                    shown.resolve(review);
                planned = begun?.release ?? planRelease(Promise.resolve(review));
                return (await planned).plan;
            },
            publish: async (plan) => {
                const given = token();
                if (given === undefined)
                    return;
                const [{ connectGitHub }, { reportDrift }] = await Promise.all([
                    __webpack_require__.e("toolkit-github-connect").then(__webpack_require__.bind(__webpack_require__, 9575)),
                    Promise.all(/* import() | toolkit-github-drift */[__webpack_require__.e("toolkit-github-drift+toolkit-runtime-create-world+toolkit-runtime-run"), __webpack_require__.e("toolkit-github-drift")]).then(__webpack_require__.bind(__webpack_require__, 372)),
                ]);
                const looked = {
                    step: 'deploy',
                    subject: plan.target,
                    name: all.name ?? all.application,
                    changes: (0,model_plan/* effectiveChanges */.Jp)(plan),
                };
                await reportDrift(looked, await connectGitHub(given, world), world);
            },
            apply: async (_plan, forwards, progress) => {
                const { applyRelease } = await Promise.all(/* import() | deploy-apply */[__webpack_require__.e("deploy-apply+deploy-plan+deploy-rollout-wait+deploy-rollout-watching"), __webpack_require__.e("deploy-apply+deploy-plan+deploy-rollout-wait"), __webpack_require__.e("deploy-apply+deploy-plan"), __webpack_require__.e("deploy-rollout-wait"), __webpack_require__.e("deploy-apply")]).then(__webpack_require__.bind(__webpack_require__, 5486));
                const { afterCutOff } = turn;
                const applying = await release();
                await turn.write(client, afterCutOff, (fenced) => applyRelease(applying, fenced, forwards, progress, world, afterCutOff));
            },
            prove: async () => {
                const [{ waitForRollouts }, { watching }, { lookingAgain }] = await Promise.all([
                    Promise.all(/* import() | deploy-rollout-wait */[__webpack_require__.e("deploy-apply+deploy-plan+deploy-rollout-wait+deploy-rollout-watching"), __webpack_require__.e("deploy-apply+deploy-plan+deploy-rollout-wait"), __webpack_require__.e("deploy-rollout-wait")]).then(__webpack_require__.bind(__webpack_require__, 7233)),
                    Promise.all(/* import() | deploy-rollout-watching */[__webpack_require__.e("deploy-apply+deploy-plan+deploy-rollout-wait+deploy-rollout-watching"), __webpack_require__.e("deploy-rollout-watching")]).then(__webpack_require__.bind(__webpack_require__, 5060)),
                    __webpack_require__.e("deploy-release-client").then(__webpack_require__.bind(__webpack_require__, 5658)),
                ]);
                const { manifests: members, live, rolloutTimeout } = await release();
                await watching(lookingAgain(client, members), world.signal, (reader) => waitForRollouts(reader, members, live, rolloutTimeout, world));
            },
            remember: async (_parts, forwards) => {
                const { rememberRelease } = await Promise.all(/* import() | deploy-apply */[__webpack_require__.e("deploy-apply+deploy-plan+deploy-rollout-wait+deploy-rollout-watching"), __webpack_require__.e("deploy-apply+deploy-plan+deploy-rollout-wait"), __webpack_require__.e("deploy-apply+deploy-plan"), __webpack_require__.e("deploy-rollout-wait"), __webpack_require__.e("deploy-apply")]).then(__webpack_require__.bind(__webpack_require__, 5486));
                const { afterCutOff } = turn;
                const unchanged = await release();
                await turn.write(client, afterCutOff, (fenced) => rememberRelease(unchanged, fenced, forwards, world, afterCutOff));
            },
            close: async () => {
                await turn.end();
                ended.abort();
                client.close();
            },
        };
    },
    report: (plan, outcome) => {
        const leaves = ({ action }) => action === 'delete' || action === 'forget';
        const done = (outcome?.results ?? []).filter((result) => result.status === 'done');
        const addresses = (results) => JSON.stringify(results.map(({ address }) => address));
        return {
            applied: addresses(done.filter((result) => !leaves(result))),
            pruned: addresses(done.filter(({ action }) => action === 'delete')),
            resources: addresses((plan?.changes ?? []).filter((change) => !leaves(change))),
        };
    },
};


/***/ }),

/***/ 3199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   j$: () => (/* binding */ commonInputs),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* unused harmony exports isFlag, address */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8532);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3852);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9396);
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2231);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _model_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6717);
/** The kinds of input that an action may have. Each is a zod schema from the text that the runner passes. */




/** A text; an empty one counts as not given. */
function text(description) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().trim().min(1, 'must not be empty').meta({ description });
}
/** `true` or `false`; `isFlag` knows it again. */
function flag(description, fallback) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['true', 'false'], 'must be true or false')
        .transform((value) => value === 'true')
        .default(fallback)
        .meta({ description, fallback: String(fallback), flag: true });
}
function isFlag(field) {
    return z.globalRegistry.get(field)?.['flag'] === true;
}
function choice(description, values, fallback) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(values, `must be one of ${values.join(', ')}`)
        .default(fallback)
        .meta({ description, fallback });
}
/** A duration such as `10m`, as milliseconds. */
function duration(description, fallback) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .trim()
        .transform((value, context) => {
        const milliseconds = (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(value);
        if (milliseconds !== undefined)
            return milliseconds;
        context.issues.push({
            code: 'custom',
            input: value,
            message: 'must be a duration such as 90s, 10m or 1h30m',
        });
        return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
    })
        .prefault(fallback)
        .meta({ description, fallback });
}
/** A whole number. */
function count(description, fallback, minimum = 0) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .trim()
        .regex(/^\d+$/, 'must be a whole number')
        .transform(Number)
        .refine((value) => value >= minimum, `must be at least ${minimum}`)
        .prefault(String(fallback))
        .meta({ description, fallback: String(fallback) });
}
/** A list or a map that is written for machines. */
function isJson(text) {
    if (!/^\s*[[{]/.test(text))
        return false;
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
/** One item a line; blank lines do not count. */
function list(description) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .transform((value, context) => {
        if (!isJson(value))
            return value
                .split('\n')
                .map((line) => line.trim())
                .filter((line) => line !== '');
        context.issues.push({
            code: 'custom',
            input: value,
            message: 'must be one item a line, and not JSON',
        });
        return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
    })
        .prefault('')
        .meta({ description, fallback: '' });
}
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** Where something may be sent to, the token of the job too. */
function isSafeAddress(text) {
    if (!URL.canParse(text))
        return false;
    const { protocol, hostname, username, password, hash } = new URL(text);
    const verified = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
    return verified && username === '' && password === '' && hash === '';
}
/** An address whose server proves who it is; on loopback it need not. */
function address(description) {
    return text(description).refine(isSafeAddress, 'must be an https address (http on loopback alone), without user, password and fragment');
}
/** What every action takes beside its own inputs; `command` is added with the step's own commands. */
const commonInputs = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    'github-token': text('Token for the comment, the check run and the reviewed plan. Needs `pull-requests: write` and `checks: write` to preview; `actions: read`, `checks: read`, `contents: read` and `pull-requests: read` to apply, and `pull-requests: write` and `checks: write` there to tell on the pull request what was applied.').optional(),
    comment: choice('Whether a run is told in the sticky comment of its pull request: what would be done, and after the merge what was.', ['auto', 'off'], 'auto'),
    publish: choice('Who publishes a plan on a pull request: `here` this job, with a token that may write; `hand-on` hands it on with the run, masked, to a job with `actions/publish`, and needs nothing that may write.', ['here', 'hand-on'], 'here'),
    reviewed: choice('Whether what is applied must be what the merged pull request showed: `required` refuses, `warn` tells, `off` does not look.', ['required', 'warn', 'off'], 'required'),
    'review-signer': text('Which workflow may sign what a pull request showed: `owner/repository/.github/workflows/file.yml`, with `@ref` for one version alone; without it the `publish.yml` of the repository of the action. `caller` permits any job of this repository, also one whose workflow the pull request changes.')
        .regex(/^(caller|[\w.-]+\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml(@\S+)?)$/, 'must be `caller` or a workflow such as owner/repository/.github/workflows/publish.yml')
        .optional(),
    'events-url': address('Address that is told how a release goes, with CloudEvents: started, planned, applied, verified, failed. Only a command that acts tells anything; it is never failed by that, nor delayed by more than two seconds. Where the job has `id-token: write`, the bearer is an ID token of GitHub for the origin of this address, such as `https://api.example.com`.').optional(),
    'events-issuer': address('Realm of Keycloak, such as `https://auth.example.com/realms/omninode`, whose access token is the bearer for `events-url` instead: it is given for an ID token of GitHub for this address.').optional(),
    name: text('What people call the target, such as `production`; which target it is, its place decides.').optional(),
    'dry-run': flag('Shows what the command would do, and does not do it.', false),
    timeout: duration('How long the step may take before it is cancelled.', '30m'),
});
/**
 * Reads every input on its own, so that all problems are told at once.
 * @param given input name \u2192 text as passed by the caller; empty texts count as not given, as on a runner.
 */
function parseInputs(schema, given) {
    const problems = [];
    const values = {};
    const known = Object.keys(schema.shape);
    for (const name of Object.keys(given)) {
        if (known.includes(name))
            continue;
        const near = (0,_model_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(name, known);
        problems.push(new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'INPUT_UNKNOWN',
            what: `There is no input \`${name}\`.`,
            fix: near === undefined ? `The inputs are: ${known.join(', ')}.` : `Did you mean \`${near}\`?`,
        }));
    }
    for (const [name, field] of Object.entries(schema.shape)) {
        const value = given[name] === '' ? undefined : given[name];
        if (value?.includes('${{') === true) {
            problems.push(unevaluated(name, value));
            continue;
        }
        const result = zod__WEBPACK_IMPORTED_MODULE_5__/* .safeParse */ .xL(field, value);
        if (result.success) {
            if (result.data !== undefined)
                values[name] = result.data;
        }
        else if (value === undefined) {
            problems.push(new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
                code: 'INPUT_MISSING',
                what: `The input \`${name}\` is required.`,
                fix: `Add \`${name}:\` under \`with:\`. ${zod__WEBPACK_IMPORTED_MODULE_6__/* .globalRegistry */ .fd.get(field)?.description ?? ''}`.trim(),
            }));
        }
        else {
            for (const issue of result.error.issues) {
                problems.push(new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
                    code: 'INPUT_INVALID',
                    what: `The input \`${name}\` is \`${value}\`: ${issue.message}.`,
                    fix: `Correct \`${name}:\` under \`with:\`.`,
                }));
            }
        }
    }
    // Complete when nothing was wrong; a caller looks at the problems first.
    return { values: values, problems };
}
function unevaluated(name, value) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'INPUT_INVALID',
        what: `The input \`${name}\` is \`${value}\`: nobody has evaluated it.`,
        why: 'GitHub evaluates expressions in workflows and actions only; in their quotes, in files and in variables they stay as they are.',
        fix: `Write the expression itself behind \`${name}:\` under \`with:\` of the workflow.`,
    });
}


/***/ }),

/***/ 8836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ Opening)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);

/** Collects everything that is wrong with a run, so that it is told at once; what was read meanwhile is kept. */
class Opening {
    #given;
    /** By their text: what is wrong for several reasons is told once. */
    #problems;
    constructor(given) {
        this.#given = given;
        this.#problems = new Map(given.problems.map((failure) => [failure.message, failure]));
    }
    add(...failures) {
        for (const failure of failures)
            this.#problems.set(failure.message, failure);
    }
    /**
     * Reads something. What it throws is told with everything else.
     * @returns what was read; it is asked for when everything is known to be right
     */
    read(work) {
        try {
            const value = work();
            return () => value;
        }
        catch (error) {
            const failures = (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(error);
            if (failures.length === 0)
                throw error;
            this.add(...failures);
            return () => {
                throw error;
            };
        }
    }
    /** The inputs, complete. @throws Failures of everything that is wrong */
    inputs() {
        (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfAny */ .MI)([...this.#problems.values()]);
        return this.#given.valid; // complete: every input that is not is a problem
    }
}


/***/ }),

/***/ 790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   hQ: () => (/* binding */ addressesAmong)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2693);
/** What tells objects apart, for machines and for people. */

/** Equal for two references to one object, whatever version of its group they are written in. */
function keyOf({ apiVersion, kind, namespace = '', name }) {
    return [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .groupOf */ .F8)(apiVersion), kind, namespace, name].join('/');
}
function addressWith(kind, { namespace, name }) {
    return namespace === undefined ? `${kind}/${name}` : `${namespace}/${kind}/${name}`;
}
/** `onex-dev/Deployment/onex-api`, or `Namespace/onex-dev` outside of namespaces. */
function addressOf(reference) {
    return addressWith(reference.kind, reference);
}
/**
 * Addresses that tell the given objects apart: those that share kind, namespace and name with another group's show
 * their own, `onex-dev/Gateway.networking.istio.io/web`.
 */
function addressesAmong(references) {
    const groups = new Map();
    for (const reference of references) {
        const address = addressOf(reference);
        groups.set(address, (groups.get(address) ?? new Set()).add((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .groupOf */ .F8)(reference.apiVersion)));
    }
    return (reference) => {
        const address = addressOf(reference);
        const shared = (groups.get(address)?.size ?? 0) > 1;
        return shared ? addressWith((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .groupKindOf */ .zo)(reference), reference) : address;
    };
}


/***/ }),

/***/ 2693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   MY: () => (/* binding */ isOwnGroup),
/* harmony export */   Pm: () => (/* binding */ groupOfKind),
/* harmony export */   T8: () => (/* binding */ knownKinds),
/* harmony export */   d5: () => (/* binding */ groupVersionKindOf),
/* harmony export */   zo: () => (/* binding */ groupKindOf)
/* harmony export */ });
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


/***/ }),

/***/ 1123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Po: () => (/* binding */ referenceTo),
/* harmony export */   YE: () => (/* binding */ KubernetesObject),
/* harmony export */   fK: () => (/* binding */ valueAt)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

const word = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1, 'is empty');
const Metadata = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    name: word,
    namespace: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    labels: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    annotations: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    uid: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    resourceVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    generation: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional(),
})
    .readonly();
/** Any object of the API: what all of them have, and whatever else it holds. */
const KubernetesObject = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ apiVersion: word, kind: word, metadata: Metadata }).readonly();
function referenceTo({ apiVersion, kind, metadata }) {
    return { apiVersion, kind, namespace: metadata.namespace, name: metadata.name };
}
/** What stands at a path of mappings; undefined when there is nothing. */
function valueAt(object, path) {
    return path.reduce((inner, key) => typeof inner === 'object' && inner !== null ? inner[key] : undefined, object);
}


/***/ }),

/***/ 1656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GS: () => (/* binding */ placed),
  Cq: () => (/* binding */ scopesAmong)
});

// UNUSED EXPORTS: definedScopes

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/cluster-scoped.js
/** Kubernetes' own kinds that are outside of namespaces. */
const clusterScoped = new Set([
    'APIService.apiregistration.k8s.io',
    'CSIDriver.storage.k8s.io',
    'CSINode.storage.k8s.io',
    'CertificateSigningRequest.certificates.k8s.io',
    'ClusterRole.rbac.authorization.k8s.io',
    'ClusterRoleBinding.rbac.authorization.k8s.io',
    'ComponentStatus',
    'CustomResourceDefinition.apiextensions.k8s.io',
    'DeviceClass.resource.k8s.io',
    'FlowSchema.flowcontrol.apiserver.k8s.io',
    'IPAddress.networking.k8s.io',
    'IngressClass.networking.k8s.io',
    'MutatingAdmissionPolicy.admissionregistration.k8s.io',
    'MutatingAdmissionPolicyBinding.admissionregistration.k8s.io',
    'MutatingWebhookConfiguration.admissionregistration.k8s.io',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass.scheduling.k8s.io',
    'PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io',
    'ResourceSlice.resource.k8s.io',
    'RuntimeClass.node.k8s.io',
    'SelfSubjectAccessReview.authorization.k8s.io',
    'SelfSubjectReview.authentication.k8s.io',
    'SelfSubjectRulesReview.authorization.k8s.io',
    'ServiceCIDR.networking.k8s.io',
    'StorageClass.storage.k8s.io',
    'SubjectAccessReview.authorization.k8s.io',
    'TokenReview.authentication.k8s.io',
    'ValidatingAdmissionPolicy.admissionregistration.k8s.io',
    'ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io',
    'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
    'VolumeAttachment.storage.k8s.io',
    'VolumeAttributesClass.storage.k8s.io',
]);

// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var object = __webpack_require__(1123);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/scope.js
/** Whether objects are in namespaces. What names an object depends on it, whatever is written in its file. */



const ownScopes = new Map([...clusterScoped].map((groupKind) => [groupKind, 'Cluster']));
/** The scopes of the kinds that the objects themselves define. */
function definedScopes(objects) {
    const definitions = objects.filter((object) => (0,kinds/* groupKindOf */.zo)(object) === kinds/* knownKinds */.T8.definition);
    return new Map(definitions.flatMap((definition) => {
        const [group, kind, scope] = [['group'], ['names', 'kind'], ['scope']].map((path) => (0,object/* valueAt */.fK)(definition, ['spec', ...path])); // apiextensions.k8s.io/v1
        return scope === 'Cluster' || scope === 'Namespaced' ? [[`${kind}.${group}`, scope]] : [];
    }));
}
/**
 * @param objects everything that is released together: it may define kinds
 * @param served what a cluster says; without one, Kubernetes' own kinds are known
 */
function scopesAmong(objects, served = ownScopes) {
    const defined = definedScopes(objects);
    return (groupKind) => served.get(groupKind) ?? defined.get(groupKind);
}
/** The reference as the API server takes it: no namespace for what is outside of them. */
function placed(reference, scopeOf) {
    const needless = reference.namespace !== undefined && scopeOf((0,kinds/* groupKindOf */.zo)(reference)) === 'Cluster';
    return needless ? { ...reference, namespace: undefined } : reference;
}


/***/ }),

/***/ 9573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ floating),
/* harmony export */   Di: () => (/* binding */ mapImages),
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   Je: () => (/* binding */ overridden),
/* harmony export */   vy: () => (/* binding */ formatImage),
/* harmony export */   zZ: () => (/* binding */ parseImage)
/* harmony export */ });
/* harmony import */ var _sources_node_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3778);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9422);
/* harmony import */ var _workload_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6035);
/** Image references, and what puts others in their place. */



/** `registry:5000/name:tag@sha256:\u2026` in its parts. */
function parseImage(text) {
    const at = text.indexOf('@');
    const [rest, digest] = at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
    const colon = rest.lastIndexOf(':');
    const tagged = colon > rest.lastIndexOf('/');
    return {
        name: tagged ? rest.slice(0, colon) : rest,
        tag: tagged ? rest.slice(colon + 1) : undefined,
        digest,
    };
}
/** Tags that are moved from one image to the next. */
const MOVING = new Set([
    'canary',
    'dev',
    'develop',
    'edge',
    'head',
    'latest',
    'main',
    'master',
    'nightly',
    'rolling',
    'snapshot',
    'stable',
]);
/** Why nobody can say which image that will be, completing "uses NAME \u2026"; undefined when a version is named. */
function floating({ tag, digest }) {
    if (digest !== undefined)
        return undefined;
    if (tag === undefined)
        return 'without a tag';
    return MOVING.has(tag.toLowerCase()) ? `with the tag ${tag}` : undefined;
}
function formatImage({ name, tag, digest }) {
    return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
/** What a kustomization makes of an image. Its entries are applied one after the other, each to what the last one left. */
function overridden(image, overrides) {
    return overrides.reduce((current, change) => {
        if (change.name !== current.name)
            return current;
        const replaces = change.newTag !== undefined || change.digest !== undefined;
        return {
            name: change.newName ?? current.name,
            tag: replaces ? change.newTag : current.tag,
            digest: replaces ? change.digest : current.digest,
        };
    }, image);
}
/** The images that the containers of a manifest's pods use. */
function imagesOf(manifest) {
    const texts = ((0,_workload_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadOf */ .R)(manifest)?.containers ?? []).map(({ node }) => node.get('image').text);
    return texts.flatMap((text) => (text === undefined ? [] : [parseImage(text)]));
}
/** The manifest with other images in the containers of its pods. */
function mapImages(manifest, replace) {
    const root = manifest.node;
    const workload = (0,_workload_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadOf */ .R)(manifest);
    if (workload === undefined)
        return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .completeManifest */ .FF)(root);
    const changed = _workload_js__WEBPACK_IMPORTED_MODULE_1__/* .containerLists */ .n.reduce((current, name) => {
        const list = workload.pod.get(name);
        const items = list.items();
        if (items.length === 0)
            return current;
        // A list at once: one container at a time would copy all of them for each.
        const replaced = items.map((container) => {
            const { text } = container.get('image');
            if (text === undefined || !(0,_sources_node_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(container.value))
                return container.value;
            return { ...container.value, image: formatImage(replace(parseImage(text))) };
        });
        return current.replace(list.path.slice(root.path.length), replaced);
    }, root);
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .completeManifest */ .FF)(changed);
}


/***/ }),

/***/ 9422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FF: () => (/* binding */ completeManifest),
  zX: () => (/* binding */ duplicatesAmong),
  Qv: () => (/* binding */ objectsIn),
  bX: () => (/* binding */ placedManifest)
});

// UNUSED EXPORTS: manifestOf

// EXTERNAL MODULE: ./build/toolkit/kubernetes/address.js
var kubernetes_address = __webpack_require__(790);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var object = __webpack_require__(1123);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/scope.js + 1 modules
var scope = __webpack_require__(1656);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/mismatch.js
var mismatch = __webpack_require__(5851);
// EXTERNAL MODULE: ./build/toolkit/sources/node.js
var sources_node = __webpack_require__(3778);
;// CONCATENATED MODULE: ./build/toolkit/manifests/secret.js
/** A Secret holds texts only. The API server would refuse anything else, and quote it. */



const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;
/** As YAML calls it. */
function kindOf(value) {
    if (Array.isArray(value))
        return 'a list';
    return (0,sources_node/* isMapping */.pi)(value) ? 'a mapping' : `a ${typeof value}`;
}
function invalid(address, what, fix, { source }) {
    // The value is never shown: it is a secret, whatever its type.
    return new failure/* Failure */.HR({ code: 'MANIFEST_INVALID', what: `${address}: ${what}.`, fix, source });
}
/**
 * @param address how the object is known
 * @param node of the whole object
 * @returns a failure for each value that is no text; none when it is no Secret
 */
function secretProblems({ apiVersion, kind, address, }, node) {
    if ((0,kinds/* groupKindOf */.zo)({ apiVersion, kind }) !== kinds/* knownKinds */.T8.secret)
        return [];
    return ['data', 'stringData'].flatMap((field) => {
        const held = node.get(field);
        if (held.value === undefined || held.value === null)
            return [];
        if (!(0,sources_node/* isMapping */.pi)(held.value))
            return [
                invalid(address, `${field} is ${kindOf(held.value)}, not names with texts`, `Write ${field} as names with texts.`, held),
            ];
        return [...held.members()].flatMap(([name, member]) => {
            if (member.value === null || (member.text !== undefined && field === 'stringData'))
                return [];
            if (member.text === undefined)
                return [
                    invalid(address, `the value of ${name} in ${field} is ${kindOf(member.value)}, not a text`, 'Put it in quotes.', member),
                ];
            // Line breaks are taken, as Go's decoder takes them.
            if (BASE64.test(member.text.replace(/[\r\n]/g, '')))
                return [];
            return [
                invalid(address, `the value of ${name} in data is no base64`, 'Encode it, or move it to stringData, where it may be plain.', member),
            ];
        });
    });
}

;// CONCATENATED MODULE: ./build/toolkit/manifests/manifest.js








/** An item of a typed list such as `PodList` is of the list's kind when it names none, as kubectl takes it. */
function itemsOf(list) {
    const apiVersion = list.get('apiVersion').text;
    const kind = list.get('kind').text?.replace(/List$/, '');
    return list
        .get('items')
        .items()
        .map((item) => {
        if (isList(item))
            throw new failure/* Failure */.HR({
                code: 'MANIFEST_INVALID',
                what: 'This is a list in a list, and kubectl reads none.',
                fix: 'Write its items into the outer list.',
                source: item.source,
            });
        const nameless = item.get('apiVersion').value === undefined && item.get('kind').value === undefined;
        const inherits = kind !== '' && nameless && (0,sources_node/* isMapping */.pi)(item.value);
        return inherits ? item.replace([], { apiVersion, kind, ...item.value }) : item;
    });
}
/** What has items is a list for kubectl, whatever its kind; the items of one by its name may be nothing. */
function isList(node) {
    const { text: kind } = node.get('kind');
    const { value } = node.get('items');
    return kind !== undefined && (Array.isArray(value) || (value === null && kind.endsWith('List')));
}
/**
 * What a document holds: one thing, or those of a list one by one.
 * @throws Failure MANIFEST_INVALID for a list in a list
 */
function objectsIn(document) {
    const root = (0,sources_node/* rootOf */.I5)(document);
    return isList(root) ? itemsOf(root) : [root];
}
function described(node, apiVersion, kind, patch) {
    const namespace = node.get('metadata', 'namespace').text;
    const generated = node.get('metadata', 'generateName').text;
    const name = node.get('metadata', 'name').text ?? (generated === undefined ? '(unnamed)' : `${generated}*`);
    const address = (0,kubernetes_address/* addressOf */.ci)({ apiVersion, kind, namespace, name });
    const group = (0,kinds/* groupOf */.F8)(apiVersion);
    return { apiVersion, group, kind, namespace, name, address, node, source: node.source, patch };
}
/** Undefined when what stands there is about no object. */
function manifestOf(node, patch) {
    const { text: apiVersion } = node.get('apiVersion');
    const { text: kind } = node.get('kind');
    return apiVersion === undefined || kind === undefined ? undefined : described(node, apiVersion, kind, patch);
}
/** The manifest without a namespace that its object is not in. */
function placedManifest(manifest, scopeOf) {
    if ((0,scope/* placed */.GS)(manifest, scopeOf) === manifest)
        return manifest;
    const { namespace: _needless, ...metadata } = manifest.object.metadata;
    return completeManifest(manifest.node.replace(['metadata'], metadata));
}
/** A failure for each manifest of an object that another one describes. */
function duplicatesAmong(manifests) {
    const seen = new Map();
    return manifests.flatMap((manifest) => {
        const key = (0,kubernetes_address/* keyOf */.TN)(manifest);
        const other = seen.get(key);
        if (other === undefined) {
            seen.set(key, manifest);
            return [];
        }
        return new failure/* Failure */.HR({
            code: 'MANIFEST_DUPLICATE',
            what: `${manifest.address} is also in ${other.source.file}:${other.source.line}.`,
            fix: 'Keep one of them.',
            source: manifest.source,
        });
    });
}
/** A key of the metadata without anything behind it says nothing, as for the API server; nor does an empty namespace. */
function withoutEmpty(node) {
    const { value } = node.get('metadata');
    if (!(0,sources_node/* isMapping */.pi)(value))
        return node;
    const entries = Object.entries(value);
    const said = entries.filter(([key, each]) => each !== null && !(key === 'namespace' && each === ''));
    return said.length === entries.length ? node : node.replace(['metadata'], Object.fromEntries(said));
}
/** Where the first thing is that is wrong. */
function pathIn({ issues: [first] }) {
    return (first?.path ?? []).filter((key) => typeof key !== 'symbol');
}
/** @throws Failure MANIFEST_INVALID */
function completeManifest(written) {
    const node = withoutEmpty(written);
    const parsed = object/* KubernetesObject */.YE.safeParse(node.value);
    if (!parsed.success) {
        throw new failure/* Failure */.HR({
            code: 'MANIFEST_INVALID',
            what: `This is no Kubernetes object: ${(0,mismatch/* mismatch */.J)(parsed.error, node.value)}.`,
            fix: 'Give it apiVersion, kind and metadata.name, or move the file out of the manifests.',
            source: node.get(...pathIn(parsed.error)).source,
        });
    }
    const items = node.get('items');
    if (items.value !== undefined)
        throw new failure/* Failure */.HR({
            code: 'MANIFEST_INVALID',
            what: 'This has `items` that are no list, and is no object for kubectl.',
            fix: 'Write the items as a list.',
            source: items.source,
        });
    const { apiVersion, kind } = parsed.data;
    const manifest = described(node, apiVersion, kind, false);
    (0,failure/* throwIfAny */.MI)(secretProblems(manifest, node));
    return { ...manifest, object: parsed.data };
}


/***/ }),

/***/ 6035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ workloadOf),
/* harmony export */   n: () => (/* binding */ containerLists)
/* harmony export */ });
/* harmony import */ var _kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2693);
/** The pods that objects make, and their containers. */

const USUAL = ['spec', 'template'];
/** Where Kubernetes' own kinds keep the template of their pods. */
const places = new Map([
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.cronJob, ['spec', 'jobTemplate', ...USUAL]],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.daemonSet, USUAL],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.deployment, USUAL],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.job, USUAL],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.pod, []],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.podTemplate, ['template']],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.replicaSet, USUAL],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.replicationController, USUAL],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.statefulSet, USUAL],
]);
const lists = [
    ['initContainers', 'init container'],
    ['containers', 'container'],
    ['ephemeralContainers', 'ephemeral container'],
];
/** Where a pod's spec has its containers. */
const containerLists = lists.map(([list]) => list);
/** The workload that a manifest describes; undefined for other objects. */
function workloadOf(manifest) {
    const place = places.get((0,_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .groupKindOf */ .zo)(manifest));
    const template = manifest.node.get(...(place ?? USUAL));
    const pod = template.get('spec');
    const containers = lists.flatMap(([list, role]) => pod
        .get(list)
        .items()
        .map((node, index) => {
        const name = node.get('name').text ?? String(index);
        return { name, label: `${role} ${name}`, node };
    }));
    // A patch may touch the pod and name no container; a foreign kind is a workload only if it has containers.
    if (pod.value === undefined || (place === undefined && containers.length === 0))
        return undefined;
    return { manifest, pod, metadata: template.get('metadata'), containers };
}


/***/ }),

/***/ 8413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ shortHash),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   dj: () => (/* binding */ canonicalJson)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * JSON with the keys of every object sorted and absent values left out, so that equal values have equal
 * texts. Dates become ISO 8601.
 * @throws TypeError for what JSON cannot carry: functions, symbols, bigint, NaN and infinities.
 */
function canonicalJson(value) {
    if (value === null || typeof value === 'boolean' || typeof value === 'string')
        return JSON.stringify(value);
    if (typeof value === 'number') {
        if (!Number.isFinite(value))
            throw new TypeError(`${value} has no JSON form`);
        return JSON.stringify(value);
    }
    if (value instanceof Date)
        return JSON.stringify(value.toISOString());
    if (Array.isArray(value)) {
        return `[${value.map((item) => (item === undefined ? 'null' : canonicalJson(item))).join(',')}]`;
    }
    if (typeof value === 'object') {
        const members = Object.entries(value)
            .filter(([, member]) => member !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
            .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
        return `{${members.join(',')}}`;
    }
    throw new TypeError(`a ${typeof value} has no JSON form`);
}
/** 128 bits of a value's sha256, for what is only ever compared: 22 characters. */
function shortHash(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonicalJson(value)).digest().subarray(0, 16).toString('base64url');
}
/** `sha256:<64 hex digits>` of a value's canonical JSON. */
function digest(value) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonicalJson(value)).digest('hex')}`;
}


/***/ }),

/***/ 2719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   NP: () => (/* binding */ SENSITIVE),
/* harmony export */   VW: () => (/* binding */ changeDigest),
/* harmony export */   aQ: () => (/* binding */ SENSITIVE_CHANGED),
/* harmony export */   lY: () => (/* binding */ Change),
/* harmony export */   o1: () => (/* binding */ actions),
/* harmony export */   rc: () => (/* binding */ Action),
/* harmony export */   z$: () => (/* binding */ ShortHash)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3339);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8413);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2286);



/**
 * `import`: what exists is taken over, and changed if `before` and `after` differ. `move`: it gets another address.
 * `forget`: it stays, and is not looked after any more.
 */
const actions = [
    'create',
    'update',
    'replace',
    'delete',
    'import',
    'move',
    'forget',
    'run',
    'none',
];
const Action = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(actions);
/** Stands for a sensitive value in `before` and `after`; nothing about the value can be told from it. */
const SENSITIVE = '(sensitive)';
/** Stands in `after` for a sensitive value that is not the one in `before`. */
const SENSITIVE_CHANGED = '(sensitive, changed)';
/** Stands for a value that is known only after the change was made. */
const UNKNOWN = '(known after apply)';
/** As `shortHash` makes it. */
const ShortHash = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[\w-]{22}$/);
/**
 * One thing that a step would do.
 *
 * `before` and `after` are already masked: sensitive values are `SENSITIVE`, so that what is shown is also
 * what is digested, and no digest lets a secret be guessed.
 */
const Change = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    action: Action,
    /** Unique in its plan: `module.network.aws_vpc.this`, `db/migrations/0003`, `onex-dev/Deployment/onex-api`. */
    address: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** `aws_vpc`, `migration`, `apps/v1 Deployment`, `probe`. */
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    source: _source_js__WEBPACK_IMPORTED_MODULE_1__/* .Source */ .k.optional(),
    before: zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9().optional(),
    after: zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9().optional(),
    note: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    /** Of what the target says that it makes of it, where nothing but the plan's `grounds` decides that. */
    expected: ShortHash.optional(),
})
    .readonly();
/** Covers what the change does, not how it is worded or where it is written. */
function changeDigest({ action, address, kind, before, after }) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)({ action, address, kind, before, after });
}


/***/ }),

/***/ 2231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
/** Milliseconds of a text such as `90s`, `10m`, `1h30m` or `250ms`; undefined when it is not a duration. */
function parseDuration(text) {
    if (!/^(\d+(ms|[smh]))+$/.test(text))
        return undefined;
    let total = 0;
    for (const [, amount, unit] of text.matchAll(/(\d+)(ms|[smh])/g)) {
        total += Number(amount) * units[unit]; // both set: the whole text matched the same pattern
    }
    return Number.isSafeInteger(total) ? total : undefined;
}
/** Where seconds stop to matter: milliseconds. */
const HOURS_FROM = 7_200_000;
/** A duration for people: `420 ms`, `3.4 s`, `2 min 5 s`, `3 h 20 min`. */
function formatDuration(milliseconds) {
    if (milliseconds < 1_000)
        return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 60_000)
        return `${(milliseconds / 1_000).toFixed(1)} s`;
    if (milliseconds >= HOURS_FROM) {
        const minutes = Math.round(milliseconds / 60_000);
        return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    }
    const seconds = Math.round(milliseconds / 1_000);
    const rest = seconds % 60;
    return rest === 0 ? `${seconds / 60} min` : `${(seconds - rest) / 60} min ${rest} s`;
}


/***/ }),

/***/ 9718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ Evidence)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

/** Something that was tried while a plan was made, and what came of it. Not part of the digest. */
const Evidence = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** `Round trip` */
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** `unknown`: it was not done, or did not tell. That is never a pass. */
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'unknown']),
    /** One sentence. */
    text: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Lines of a diff that belong to it, such as the difference of two schemas. */
    difference: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).readonly().optional(),
})
    .readonly();


/***/ }),

/***/ 1451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U6: () => (/* binding */ isExactInteger),
/* harmony export */   cP: () => (/* binding */ integerOf),
/* harmony export */   iZ: () => (/* binding */ withReadableIntegers),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   ws: () => (/* binding */ scalarText)
/* harmony export */ });
/** Integers beyond 2^53, which have no exact number here: they are kept as they are written, and written so again. */
const json = JSON; // as node 24 has it
function isExactInteger(value) {
    return json.isRawJSON(value);
}
/** A number where it is exact. */
function integerOf(value) {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : json.rawJSON(String(value));
}
/** A number that may not be exact: it is looked at closely only where there is one. */
const LONG_NUMBER = /[:,[\s]-?\d{16}/;
/** @throws SyntaxError */
function parseJson(text) {
    if (!LONG_NUMBER.test(text))
        return JSON.parse(text);
    return json.parse(text, (_key, value, { source }) => typeof value === 'number' && source !== undefined && /^-?\d{16,20}$/.test(source)
        ? integerOf(BigInt(source))
        : value);
}
/** A value that is no list and no mapping, as text. */
function scalarText(value) {
    return isExactInteger(value) ? value.rawJSON : String(value);
}
function holdsExactInteger(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    return isExactInteger(value) || Object.values(value).some(holdsExactInteger);
}
/** The same value as people and reports take it: exact integers as the text of their digits. */
function withReadableIntegers(value) {
    // Hardly anything has one.
    return holdsExactInteger(value) ? readable(value) : value;
}
function readable(value) {
    if (isExactInteger(value))
        return value.rawJSON;
    if (Array.isArray(value))
        return value.map(readable);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, readable(member)]));
}


/***/ }),

/***/ 3358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P5: () => (/* binding */ blockingFailures),
/* harmony export */   Us: () => (/* binding */ isBlocking),
/* harmony export */   gk: () => (/* binding */ finding),
/* harmony export */   wI: () => (/* binding */ Finding)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3339);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8413);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2286);




const Finding = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    rule: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    severity: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['error', 'warning', 'notice']),
    /** `unknown`: it cannot be told. That is never a pass. */
    verdict: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['fail', 'unknown']),
    message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    why: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    fix: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    source: _source_js__WEBPACK_IMPORTED_MODULE_2__/* .Source */ .k.optional(),
    /** The same finding has the same fingerprint when lines move. */
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
})
    .readonly();
/** `subject` names what the finding is about without a line number, for example `onex-dev/Deployment/onex-api#image`. */
function finding(parts, subject) {
    const fingerprint = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)({ rule: parts.rule, file: parts.source?.file, subject }).slice('sha256:'.length, 39);
    return { ...parts, fingerprint };
}
/** What keeps a plan from being applied, as one failure; none when nothing does. */
function blockingFailures(findings) {
    const { length } = findings.filter(isBlocking);
    if (length === 0)
        return [];
    return [
        new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'FINDINGS',
            what: `${length} finding${length === 1 ? '' : 's'} of severity error.`,
            fix: 'Mend what each of them names, and push.',
        }),
    ];
}
/** Whether a finding keeps a plan from being applied. */
function isBlocking({ severity, verdict }) {
    return severity === 'error' && verdict === 'fail';
}


/***/ }),

/***/ 6240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ deepFreeze)
/* harmony export */ });
/** Freezes a plain value and everything in it. */
function deepFreeze(value) {
    if (typeof value === 'object' && value !== null) {
        Object.freeze(value);
        for (const member of Object.values(value))
            deepFreeze(member);
    }
    return value;
}


/***/ }),

/***/ 5851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mismatch)
/* harmony export */ });
/** More are counted. */
const MOST = 3;
const nouns = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    null: 'nothing',
};
function nounOf(value) {
    if (value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    return nouns[typeof value] ?? 'something else';
}
/** `spec.containers[0].name`, as code; empty for the whole. */
function placeOf(path) {
    const place = path
        .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
        .join('');
    return place === '' ? '' : `\`${place}\``;
}
/** A schema may have words of its own. */
function isOwn(message) {
    return !/^(?:Invalid|Too (?:small|big)|Unrecognized|Unknown)\b/.test(message);
}
function valueAt(value, path) {
    let at = value;
    for (const key of path)
        at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    return at;
}
function wording(issue, value) {
    const found = valueAt(value, issue.path);
    if (isOwn(issue.message))
        return issue.message;
    if (found === undefined)
        return issue.path.length === 0 ? 'is empty' : 'is missing';
    if (issue.code === 'invalid_type')
        return `is ${nounOf(found)}, and should be ${nouns[issue.expected] ?? issue.expected}`;
    if (issue.code === 'invalid_value')
        return `should be ${issue.values.map(String).join(' or ')}`;
    if (issue.code === 'too_small')
        return issue.origin === 'number' ? `is less than ${issue.minimum}` : 'is too short';
    if (issue.code === 'too_big')
        return issue.origin === 'number' ? `is more than ${issue.maximum}` : 'is too long';
    return 'is not as it should be';
}
function told(issue, value) {
    const place = placeOf(issue.path);
    if (issue.code !== 'unrecognized_keys')
        return `${place === '' ? 'it' : place} ${wording(issue, value)}`;
    const keys = issue.keys.map((key) => `\`${key}\``).join(', ');
    return `${place === '' ? 'there is' : `${place} has`} ${keys}, which nobody knows`;
}
/**
 * `metadata.name` is missing; `spec` is a list, and should be an object: without a full stop.
 * @param value what was parsed
 */
function mismatch(error, value) {
    const words = error.issues.map((issue) => told(issue, value));
    const more = words.length - MOST;
    return [...words.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}


/***/ }),

/***/ 6717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** What somebody may have meant: for messages about names that are not known. */
/** Longer names are no names that somebody has written by hand. */
const LONGEST = 300;
/** @returns the name that is most alike; undefined when none is alike enough to be meant */
function nearest(name, known) {
    if (name.length > LONGEST)
        return undefined;
    const ranked = known
        .filter(({ length }) => length <= LONGEST)
        .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
        .sort((a, b) => a.distance - b.distance)[0];
    return ranked !== undefined && ranked.distance <= Math.max(2, name.length / 3)
        ? ranked.candidate
        : undefined;
}
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (const [i, letter] of [...a].entries()) {
        const next = [i + 1];
        for (const [j, other] of [...b].entries()) {
            next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 6110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ Part)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

/**
 * A part of a plan's target that is planned for itself, such as one of several Terraform stacks. The changes whose
 * addresses begin with its name and a slash are its own. Not part of the digest.
 */
const Part = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** `waiting`: it can be planned only when another part was applied. `skipped`: one that it builds on failed. */
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['planned', 'failed', 'waiting', 'skipped']),
    note: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
})
    .readonly();


/***/ }),

/***/ 8888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   DK: () => (/* binding */ Ingredients),
/* harmony export */   Jp: () => (/* binding */ effectiveChanges),
/* harmony export */   dX: () => (/* binding */ Remembered),
/* harmony export */   np: () => (/* binding */ Digest)
/* harmony export */ });
/* unused harmony export Plan */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4377);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8413);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2719);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9718);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3358);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6240);
/* harmony import */ var _part_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6110);
/* harmony import */ var _sensitive_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6183);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8149);









const Digest = zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().regex(/^sha256:[0-9a-f]{64}$/);
/** Name \u2192 value of what decides where a plan has its effect, or with what it is made. */
const Ingredients = zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .json */ .Pq9());
/** A commit that a target was released from, and the workflow run that did it. */
const Remembered = zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({ commit: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), run: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP() });
const Shown = zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({
    step: _step_js__WEBPACK_IMPORTED_MODULE_6__/* .StepName */ .m,
    /** The place, on one line: `s3://state/dev/network in 123456789012 eu-central-1`. Another place is another target. */
    target: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    /** What people call the target. Not part of the digest. */
    name: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional(),
    /**
     * Covers step, target, where, with, from and changes; not findings, evidence, parts, wording, order, time or what is
     * expected.
     */
    digest: Digest,
    /** What the place consists of: account, region, bucket, key \u00b7 host, port, database \u00b7 the cluster's own id. */
    where: Ingredients,
    /** Versions of tools, and every input that decides. */
    with: Ingredients,
    /**
     * Name \u2192 sha256 of what the changes send, run or keep, in hexadecimal. Without sensitive values: those count by
     * `sensitive`.
     */
    from: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
    /**
     * Name \u2192 sha256 of all that the plan was made from, in hexadecimal. Equal sources explain why a rerun plans less than
     * was shown.
     */
    sources: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
    /** Part of the target \u2192 the commit that it was last released from; none when it never was, or does not say. */
    released: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), Remembered),
    /** Of what else decides about changes with `expected`; none when that cannot be told. */
    grounds: _change_js__WEBPACK_IMPORTED_MODULE_1__/* .ShortHash */ .z$.optional(),
    /** ISO 8601, from the injected clock. */
    createdAt: zod__WEBPACK_IMPORTED_MODULE_8__/* .datetime */ .w$(),
    changes: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_change_js__WEBPACK_IMPORTED_MODULE_1__/* .Change */ .lY),
    findings: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .Finding */ .wI),
    evidence: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .Evidence */ .o),
    /** None when the target is planned as a whole. */
    parts: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_part_js__WEBPACK_IMPORTED_MODULE_4__/* .Part */ .e),
});
const Plan = (/* unused pure expression or super */ null && (Shown));
function makePlan(given) {
    const { step, target, name, where, from, changes, createdAt, sources = from } = given;
    const { findings = [], evidence = [], parts = [], released = {}, grounds } = given;
    const { sensitive = _sensitive_js__WEBPACK_IMPORTED_MODULE_5__/* .Sensitive */ .p.none } = given;
    const effective = changes.filter((change) => change.action !== 'none');
    const addresses = new Set();
    for (const { address } of effective) {
        if (addresses.has(address))
            throw new Error(`two changes of one plan have the address ${address}`);
        addresses.add(address);
    }
    const decisive = { step, target, where, with: given.with, from };
    return (0,_freeze_js__WEBPACK_IMPORTED_MODULE_9__/* .deepFreeze */ .o)({
        ...decisive,
        ...(name === undefined ? {} : { name }),
        digest: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)({ ...decisive, changes: effective.map(_change_js__WEBPACK_IMPORTED_MODULE_1__/* .changeDigest */ .VW).sort() }),
        sources,
        released,
        ...(grounds === undefined ? {} : { grounds }),
        createdAt: createdAt.toISOString(),
        changes: [...changes],
        findings: [...findings],
        evidence: [...evidence],
        parts: [...parts],
        sensitive,
    });
}
/** The changes that do something. */
function effectiveChanges(plan) {
    return plan.changes.filter((change) => change.action !== 'none');
}


/***/ }),

/***/ 6183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ isIngredient),
/* harmony export */   p: () => (/* binding */ Sensitive)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8413);
/** Values that may be shown to nobody, and yet count when two plans are compared. */



const derive = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.scrypt);
/** 16 MiB and some hundredths of a second for each guess (RFC 7914). */
const COST = { N: 16_384, r: 8, p: 1 };
const LENGTH = 32;
/** Whether a name is that of an ingredient, and of no change: `with: variables`, `from: prod.tfvars`. */
function isIngredient(name) {
    return /^(?:where|with|from): /.test(name);
}
/**
 * The sensitive values of a plan's changes, by the address of the change, and of its ingredients, by `with: <name>` or
 * `from: <name>`. They leave this object only as hashes that
 * are salted: equal values of two reviews have nothing in common.
 */
class Sensitive {
    static none = new Sensitive([]);
    #values;
    /** @param values address, or name of an ingredient \u2192 whatever is sensitive there, as JSON can carry it */
    constructor(values) {
        this.#values = new Map([...values].map(([address, value]) => [address, (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)(value)]));
    }
    /**
     * One scrypt hash for each change that has something sensitive.
     * @param salt in hexadecimal
     */
    async hashes(salt) {
        const bytes = Buffer.from(salt, 'hex');
        const hashed = [...this.#values].map(async ([address, value]) => {
            // With its address: that two places hold the same value is nobody's business either.
            const key = await derive((0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)([address, value]), bytes, LENGTH, COST);
            return [address, `scrypt:${key.toString('hex')}`];
        });
        return new Map(await Promise.all(hashed));
    }
    /** No file holds it. */
    toJSON() {
        return undefined;
    }
}


/***/ }),

/***/ 2286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatSource),
/* harmony export */   k: () => (/* binding */ Source)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

/** A place in a file of the workspace: a relative path with `/`, lines and columns counted from 1. */
const Source = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().positive().optional(),
    column: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().positive().optional(),
})
    .readonly();
/** `file`, `file:line` or `file:line:column`. */
function formatSource({ file, line, column }) {
    return [file, line, column].filter((part) => part !== undefined).join(':');
}


/***/ }),

/***/ 8149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ stepNames),
/* harmony export */   m: () => (/* binding */ StepName)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

const stepNames = ['provision', 'migrate', 'deploy', 'verify'];
const StepName = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(stepNames);


/***/ }),

/***/ 3778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   pi: () => (/* binding */ isMapping)
/* harmony export */ });
/* harmony import */ var _model_exact_integer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1451);

function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(0,_model_exact_integer_js__WEBPACK_IMPORTED_MODULE_0__/* .isExactInteger */ .U6)(value);
}
function step(value, key) {
    if (typeof key === 'number')
        return Array.isArray(value) ? value[key] : undefined;
    return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** A copy with another value at a path; mappings on the way are made, lists are not made longer. */
function replaced(value, [key, ...rest], other) {
    if (key === undefined)
        return other;
    if (typeof key === 'string')
        return { ...(isMapping(value) ? value : {}), [key]: replaced(step(value, key), rest, other) };
    return Array.isArray(value)
        ? value.map((item, index) => (index === key ? replaced(item, rest, other) : item))
        : value;
}
function nodeAt(document, path, value) {
    const child = (key) => nodeAt(document, [...path, key], step(value, key));
    return {
        value,
        path,
        get source() {
            return document.locate(path);
        },
        text: typeof value === 'string' ? value : undefined,
        get: (...rest) => nodeAt(document, [...path, ...rest], rest.reduce((inner, key) => step(inner, key), value)),
        items: () => (Array.isArray(value) ? value.map((_, index) => child(index)) : []),
        members: () => new Map(isMapping(value) ? Object.keys(value).map((key) => [key, child(key)]) : []),
        replace: (beneath, other) => nodeAt(document, path, replaced(value, beneath, other)),
    };
}
/** The root of a document. */
function rootOf(document) {
    return nodeAt(document, [], document.value);
}
/** Every text beneath a node, keys not included. */
function textsIn(node) {
    if (node.text !== undefined)
        return [node];
    return [...node.items(), ...node.members().values()].flatMap(textsIn);
}


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
