export const id = "provision-step";
export const ids = ["provision-step"];
export const modules = {

/***/ 5328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  step: () => (/* binding */ step)
});

;// CONCATENATED MODULE: ./build/actions/provision/src/by-name.js
function byName(outputs) {
    const named = Object.values(outputs).flatMap((ofStack) => Object.entries(ofStack));
    return Object.fromEntries(named.filter(([name]) => named.filter(([other]) => other === name).length === 1));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/action/inputs.js + 1 modules
var inputs = __webpack_require__(6677);
;// CONCATENATED MODULE: ./build/actions/provision/src/inputs/inputs.js


const inputs_inputs = schemas/* object */.Ikc({
    directory: (0,inputs/* text */.Qq)('A Terraform stack, or a folder with stacks at any depth, relative to the checkout.'),
    'changed-only': (0,inputs/* flag */.Jt)('Plans only the stacks whose code or modules the pull request changes, and those that build on them.', false),
    'aws-role': (0,inputs/* text */.Qq)('ARN of the role to apply with, assumed with the OIDC token.'),
    'plan-role': (0,inputs/* text */.Qq)('ARN of a role that may only read: everything but `apply` and `destroy` uses it, on every event. Must be another one than `aws-role`.').optional(),
    'aws-region': (0,inputs/* text */.Qq)('AWS region, such as `eu-central-1`.').regex(/^[a-z]{2,4}(?:-[a-z]+)+-\d+$/, 'must be a region such as eu-central-1'),
    'backend-config': (0,inputs/* list */.p_)('Settings of the S3 backend, `key=value` a line; at least `bucket`. The state is always locked and encrypted.'),
    'var-file': (0,inputs/* list */.p_)('Variable files relative to the checkout, one a line.'),
    'terraform-version': (0,inputs/* text */.Qq)('Version of Terraform, or a constraint. Counts when neither `.terraform-version`, `.opentofu-version` nor `.tool-versions` is there; `required_version` must allow it.').optional(),
    'opentofu-version': (0,inputs/* text */.Qq)('The same for OpenTofu, which is used then.').optional(),
    parallelism: (0,inputs/* count */.U9)('How many stacks are worked on at the same time; each takes about 600 MB.', 2, 1),
    protect: (0,inputs/* list */.p_)('Types or addresses that may not be deleted or replaced, one a line, beside the built-in ones: databases, buckets, keys, volumes. The merged change lets it pass with `allow:` in the `stack.yml` of the stack.'),
    'lock-timeout': (0,inputs/* duration */.p0)('How long to wait for the lock of a state.', '5m'),
    'plan-store': (0,inputs/* text */.Qq)('Where plans are kept between the preview and the apply, as `s3://bucket/prefix`: the apply then applies exactly the plan file that was reviewed. Without it the apply plans again, and compares.').optional(),
    'plan-store-key': (0,inputs/* text */.Qq)('ARN of the KMS key that saved plans are sealed with.').optional(),
    'plan-max-age': (0,inputs/* duration */.p0)('How old a saved plan may be when it is applied.', '72h'),
    'pass-environment': (0,inputs/* list */.p_)('Names of variables of the environment that Terraform, its providers and what they start may see, one a line. They see PATH and the like, proxies, `TF_\u2026` and the session of AWS; tokens and everything else only when it is named here.'),
    confirm: (0,inputs/* text */.Qq)('For `destroy`: the folder of the stack, typed by whoever starts the run.').optional(),
});

;// CONCATENATED MODULE: ./build/actions/provision/src/step.js


const step = {
    name: 'provision',
    description: 'Provision AWS with Terraform: planned on the pull request, applied only as it was reviewed, without a stored key.',
    commands: { plan: 'plan', apply: 'apply', drift: 'plan', destroy: 'apply' },
    approvedElsewhere: ['destroy'],
    inputs: inputs_inputs,
    outputs: {
        outputs: 'JSON object, by stack, of the outputs that are not sensitive.',
        'by-name': 'The same by their own names: those that one stack alone has.',
    },
    asked: ({ directory = '', 'backend-config': backend = '', 'aws-region': region = '' }) => [
        directory,
        backend,
        region,
    ],
    open: async (given, world) => {
        const { openProvisioning } = await Promise.all(/* import() | provision-open */[__webpack_require__.e("provision-open+provision-state-post-run"), __webpack_require__.e("provision-open+provision-state-post-run-2"), __webpack_require__.e("provision-open")]).then(__webpack_require__.bind(__webpack_require__, 3440));
        return openProvisioning(given, world);
    },
    report: (plan, outcome) => {
        const outputs = outcome?.outputs ?? plan?.outputs ?? {};
        return { outputs: JSON.stringify(outputs), 'by-name': JSON.stringify(byName(outputs)) };
    },
};


/***/ }),

/***/ 6677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yq: () => (/* binding */ choice),
  j$: () => (/* binding */ commonInputs),
  U9: () => (/* binding */ count),
  p0: () => (/* binding */ inputs_duration),
  Jt: () => (/* binding */ flag),
  p_: () => (/* binding */ list),
  TL: () => (/* binding */ parseInputs),
  Qq: () => (/* binding */ inputs_text)
});

// UNUSED EXPORTS: address, isFlag

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/parse.js + 1 modules
var parse = __webpack_require__(3852);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9396);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/toolkit/model/nearest.js
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

;// CONCATENATED MODULE: ./build/toolkit/action/inputs.js
/** The kinds of input that an action may have. Each is a zod schema from the text that the runner passes. */




/** A text; an empty one counts as not given. */
function inputs_text(description) {
    return schemas/* string */.YjP().trim().min(1, 'must not be empty').meta({ description });
}
/** `true` or `false`; `isFlag` knows it again. */
function flag(description, fallback) {
    return schemas/* enum */.k5n(['true', 'false'], 'must be true or false')
        .transform((value) => value === 'true')
        .default(fallback)
        .meta({ description, fallback: String(fallback), flag: true });
}
function isFlag(field) {
    return z.globalRegistry.get(field)?.['flag'] === true;
}
function choice(description, values, fallback) {
    return schemas/* enum */.k5n(values, `must be one of ${values.join(', ')}`)
        .default(fallback)
        .meta({ description, fallback });
}
/** A duration such as `10m`, as milliseconds. */
function inputs_duration(description, fallback) {
    return schemas/* string */.YjP()
        .trim()
        .transform((value, context) => {
        const milliseconds = (0,duration/* parseDuration */.E)(value);
        if (milliseconds !== undefined)
            return milliseconds;
        context.issues.push({
            code: 'custom',
            input: value,
            message: 'must be a duration such as 90s, 10m or 1h30m',
        });
        return core/* NEVER */.tm;
    })
        .prefault(fallback)
        .meta({ description, fallback });
}
/** A whole number. */
function count(description, fallback, minimum = 0) {
    return schemas/* string */.YjP()
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
    return schemas/* string */.YjP()
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
        return core/* NEVER */.tm;
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
    return inputs_text(description).refine(isSafeAddress, 'must be an https address (http on loopback alone), without user, password and fragment');
}
/** What every action takes beside its own inputs; `command` is added with the step's own commands. */
const commonInputs = schemas/* object */.Ikc({
    'github-token': inputs_text('Token for the comment, the check run and the reviewed plan. Needs `pull-requests: write` and `checks: write` to preview; `actions: read`, `checks: read`, `contents: read` and `pull-requests: read` to apply, and `pull-requests: write` and `checks: write` there to tell on the pull request what was applied.').optional(),
    comment: choice('Whether a run is told in the sticky comment of its pull request: what would be done, and after the merge what was.', ['auto', 'off'], 'auto'),
    publish: choice('Who publishes a plan on a pull request: `here` this job, with a token that may write; `hand-on` hands it on with the run, masked, to a job with `actions/publish`, and needs nothing that may write.', ['here', 'hand-on'], 'here'),
    reviewed: choice('Whether what is applied must be what the merged pull request showed: `required` refuses, `warn` tells, `off` does not look.', ['required', 'warn', 'off'], 'required'),
    'review-signer': inputs_text('Which workflow may sign what a pull request showed: `owner/repository/.github/workflows/file.yml`, with `@ref` for one version alone; without it the `publish.yml` of the repository of the action. `caller` permits any job of this repository, also one whose workflow the pull request changes.')
        .regex(/^(caller|[\w.-]+\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml(@\S+)?)$/, 'must be `caller` or a workflow such as owner/repository/.github/workflows/publish.yml')
        .optional(),
    'events-url': address('Address that is told how a release goes, with CloudEvents: started, planned, applied, verified, failed. Only a command that acts tells anything; it is never failed by that, nor delayed by more than two seconds. Where the job has `id-token: write`, the bearer is an ID token of GitHub for the origin of this address, such as `https://api.example.com`.').optional(),
    'events-issuer': address('Realm of Keycloak, such as `https://auth.example.com/realms/omninode`, whose access token is the bearer for `events-url` instead: it is given for an ID token of GitHub for this address.').optional(),
    name: inputs_text('What people call the target, such as `production`; which target it is, its place decides.').optional(),
    'dry-run': flag('Shows what the command would do, and does not do it.', false),
    timeout: inputs_duration('How long the step may take before it is cancelled.', '30m'),
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
        const near = nearest(name, known);
        problems.push(new failure/* Failure */.HR({
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
        const result = parse/* safeParse */.xL(field, value);
        if (result.success) {
            if (result.data !== undefined)
                values[name] = result.data;
        }
        else if (value === undefined) {
            problems.push(new failure/* Failure */.HR({
                code: 'INPUT_MISSING',
                what: `The input \`${name}\` is required.`,
                fix: `Add \`${name}:\` under \`with:\`. ${registries/* globalRegistry */.fd.get(field)?.description ?? ''}`.trim(),
            }));
        }
        else {
            for (const issue of result.error.issues) {
                problems.push(new failure/* Failure */.HR({
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
    return new failure/* Failure */.HR({
        code: 'INPUT_INVALID',
        what: `The input \`${name}\` is \`${value}\`: nobody has evaluated it.`,
        why: 'GitHub evaluates expressions in workflows and actions only; in their quotes, in files and in variables they stay as they are.',
        fix: `Write the expression itself behind \`${name}:\` under \`with:\` of the workflow.`,
    });
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


/***/ })

};
