export const id = "verify-plan";
export const ids = ["verify-plan"];
export const modules = {

/***/ 7366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planVerification: () => (/* binding */ planVerification)
});

// EXTERNAL MODULE: ./build/toolkit/model/plan.js
var plan = __webpack_require__(8888);
// EXTERNAL MODULE: ./build/toolkit/model/sensitive.js
var sensitive = __webpack_require__(6183);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
;// CONCATENATED MODULE: ./build/actions/verify/src/policy.js

function inFileOrder(a, b) {
    const key = ({ source, rule }) => [source?.file ?? '', String(source?.line ?? 0).padStart(9, '0'), rule].join('\0');
    return key(a) < key(b) ? -1 : 1;
}
/**
 * What the rules find, in the order of files and lines. What cannot be told is a warning, whatever the rule: it is
 * shown, and never counts as a pass.
 */
function judge(repository, rules) {
    const findings = new Map();
    for (const rule of rules) {
        for (const remark of rule.check(repository)) {
            const { verdict, subject, message, source, fix = rule.fix } = remark;
            const severity = verdict === 'unknown' ? 'warning' : (remark.severity ?? rule.severity);
            const found = (0,finding/* finding */.gk)({ rule: rule.id, severity, verdict, message, why: rule.why, fix, source }, subject);
            findings.set(found.fingerprint, findings.get(found.fingerprint) ?? found);
        }
    }
    return [...findings.values()].sort(inFileOrder);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/actions/verify/src/rules/id-token-for-oidc.js

/** The actions of this library that ask for an ID token, and the inputs that make them. */
const ours = /(?:^|\/)actions\/(?:provision|migrate|deploy|verify|preview|release)(?:@|$)/;
const ourInputs = ['aws-role', 'provision-aws-role', 'migrate-aws-role', 'plan-role', 'api-server'];
/** Whether a step asks GitHub for an ID token. */
function asks({ uses, with: inputs }) {
    const action = uses?.text ?? '';
    if (action.startsWith('aws-actions/configure-aws-credentials@'))
        return (inputs.has('role-to-assume') &&
            !inputs.has('aws-access-key-id') &&
            !inputs.has('web-identity-token-file'));
    if (action.startsWith('google-github-actions/auth@'))
        return inputs.has('workload_identity_provider');
    if (action.startsWith('azure/login@'))
        return inputs.has('client-id') && !inputs.has('creds');
    // It calls nobody, and takes what `live` will get to show it.
    const command = inputs.get('command');
    if (/(?:^|\/)actions\/verify(?:@|$)/.test(action) && (command === undefined || command.text === 'policy'))
        return false;
    return ours.test(action) && ourInputs.some((input) => inputs.has(input));
}
function grants(job, workflow) {
    return (job.permissions ?? workflow.permissions)?.access('id-token') === 'write';
}
/** The workflow of this repository that a job calls. */
function calledBy({ uses }, workflows) {
    const path = uses?.text?.replace(/^(?:\.|\$)\//, '');
    return path === undefined ? undefined : workflows.find(({ file }) => file === external_node_path_.posix.normalize(path));
}
/** The step, or the job of a called workflow, for which a job needs the token. */
function needing(job, workflows, passed = []) {
    const step = job.steps.find(asks);
    if (step !== undefined)
        return step.uses?.text;
    const called = calledBy(job, workflows);
    if (called === undefined || passed.includes(called.file))
        return undefined;
    const inner = called.jobs.find((each) => needing(each, workflows, [...passed, called.file]) !== undefined);
    return inner === undefined ? undefined : `the job ${inner.id} of ${called.file}`;
}
const rule = {
    id: 'id-token-for-oidc',
    title: 'Jobs that use OIDC may ask for their token',
    why: 'Without it the job fails when it wants credentials; a called workflow has no more permissions than its caller.',
    fix: 'Add `id-token: write` to the `permissions:` of the job.',
    severity: 'error',
    *check({ workflows }) {
        for (const workflow of workflows) {
            for (const job of workflow.jobs) {
                const needs = needing(job, workflows);
                if (needs === undefined || grants(job, workflow))
                    continue;
                yield {
                    verdict: 'fail',
                    subject: `${workflow.file} job ${job.id} id-token`,
                    message: `The job ${job.id} may not ask for an ID token, which ${needs} needs.`,
                    source: job.permissions?.source ?? job.node.source,
                };
            }
        }
    },
};

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/actions/verify/src/repository/hosts.js
/** The hosts that a setting points at. */

/** No scheme is longer; without an end every character would be tried as a beginning of a long text. */
const url = /([a-z][a-z0-9+.-]{0,40}):\/\/([^\s"'/?#]*)/gi;
const keyword = /(?:^|\s)host=('?)([^\s']+)\1/g;
const pointing = /(?:^|_)(?:HOSTS?|HOSTNAME|ADDR|ADDRESS|SERVERS?|BROKERS?|ENDPOINTS?|URL|URI)$/;
/** A name of 253 characters, its port, and what may stand for either. */
const LONGEST = 400;
/** `host`, `host:port`, `[address]:port`. A name with neither dot nor port could be anything, unless its setting says. */
const hostAndPort = /^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9$][\w.${}()-]*?)(?::(?:\d{1,5}|\$[({]\w+[)}]))?$/;
function hostOf(authority, scheme) {
    const name = hostAndPort.exec(authority)?.[1];
    return name === undefined ? [] : [{ name: name.replace(/^\[|\]$/g, '').toLowerCase(), scheme }];
}
function snake(name) {
    return name
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .replace(/[.-]/g, '_')
        .toUpperCase();
}
/**
 * The hosts in a value: of URLs, of `host=` keywords, and of a list of `host:port`.
 * @param name of the setting; it tells whether a bare word is a host.
 */
function hostsIn(name, value) {
    const urls = [...value.matchAll(url)].flatMap(([, scheme = '', authority = '']) => authority
        .slice(authority.lastIndexOf('@') + 1)
        .split(',')
        .flatMap((each) => hostOf(each, scheme.toLowerCase())));
    if (urls.length > 0)
        return urls;
    const keywords = [...value.matchAll(keyword)].flatMap(([, , host = '']) => hostOf(host, undefined));
    if (keywords.length > 0)
        return keywords;
    const parts = value.split(',').map((part) => part.trim());
    const points = pointing.test(snake(name));
    const convincing = parts.every((part) => part.length <= LONGEST &&
        hostAndPort.test(part) &&
        (points || /^[a-z[][^:]*\..*:\d+$|^localhost:\d+$/i.test(part)));
    return convincing ? parts.flatMap((part) => hostOf(part, undefined)) : [];
}
/** An address that stands for this very machine, or pod. */
function isLoopback(name) {
    return (name === 'localhost' ||
        name.endsWith('.localhost') ||
        name === '::1' ||
        ((0,external_node_net_.isIP)(name) === 4 && name.startsWith('127.')));
}
/** An address to listen at, not to go to. */
function isWildcard(name) {
    return name === '0.0.0.0' || name === '::';
}
/** Whether part of it is known only at run time: `$(NAME)`, `${NAME}`. */
function isComputed(name) {
    return name.includes('$');
}

;// CONCATENATED MODULE: ./build/actions/verify/src/repository/settings.js
/** The values by which configuration reaches a process: environment, ConfigMaps, arguments. */
/** Characters that references add to a value; what is longer is no address. */
const LONGEST_EXPANSION = 1_000;
/** Kubernetes puts in the variables that stand above; `$$(` is a plain `$(`. */
function expand(text, known) {
    let length = 0;
    return text.replace(/\$\$|\$\(([^()]+)\)/g, (whole, name) => {
        if (whole === '$$')
            return '$';
        const value = known.get(name);
        length += value?.length ?? 0;
        // Variables that hold each other twice over double with each.
        return value === undefined || length > LONGEST_EXPANSION ? whole : value;
    });
}
function* settingsOfWorkload(workload) {
    const { manifest, containers } = workload;
    for (const { label, node } of containers) {
        const known = new Map();
        const about = `${manifest.address} ${label}`;
        for (const variable of node.get('env').items()) {
            const name = variable.get('name').text;
            const literal = variable.get('value');
            if (name === undefined || literal.text === undefined)
                continue;
            const value = expand(literal.text, known);
            known.set(name, value);
            yield { name, value, subject: `${about} env ${name}`, source: literal.source, workload };
        }
        for (const list of ['command', 'args']) {
            for (const [index, { text, source }] of node.get(list).items().entries()) {
                if (text === undefined)
                    continue;
                yield { name: '', value: expand(text, known), subject: `${about} ${list} ${index}`, source, workload };
            }
        }
    }
}
function literalSetting({ text = '', source }, kind) {
    const equals = text.indexOf('=');
    const name = text.slice(0, Math.max(0, equals));
    return { name, value: text.slice(equals + 1), subject: `${kind} ${name}`, source, workload: undefined };
}
/** All settings in the manifests. A ConfigMap's value of several lines is a file, and none. */
function* settingsIn({ manifests, workloads, kustomizations }) {
    for (const workload of workloads)
        yield* settingsOfWorkload(workload);
    for (const { group, kind, address, node } of manifests) {
        if (group !== '' || kind !== 'ConfigMap')
            continue;
        for (const [name, { text, source }] of node.get('data').members()) {
            if (text === undefined || text.trim().includes('\n'))
                continue;
            yield { name, value: text.trim(), subject: `${address} ${name}`, source, workload: undefined };
        }
    }
    for (const { configLiterals } of kustomizations)
        for (const literal of configLiterals)
            yield literalSetting(literal, 'configMapGenerator');
}

;// CONCATENATED MODULE: ./build/actions/verify/src/rules/internal-dns.js



const SUFFIX = '.svc.cluster.local';
/** The API server's own name, which its certificate is made out to. */
const apiServer = new Set(['kubernetes.default.svc', 'kubernetes.default', 'kubernetes']);
/** Settings and URL schemes that reach Postgres, Redpanda, Qdrant, Memgraph and Valkey. */
const dataPlaneName = /(?:^|_)(?:POSTGRES(?:QL)?|PG|DB|DATABASE|KAFKA|REDPANDA|QDRANT|MEMGRAPH|VALKEY|REDIS|NEO4J)(?:_|HOST|$)/;
const dataPlaneScheme = /^(?:postgres(?:ql)?|kafka|rediss?|valkeys?|bolt(?:\+s?sc?)?|neo4j(?:\+s?sc?)?)$/;
function namesIn({ manifests }) {
    const services = new Map();
    const namespaces = new Set();
    for (const { group, kind, name, namespace } of manifests) {
        if (group === '' && kind === 'Namespace')
            namespaces.add(name);
        if (namespace !== undefined)
            namespaces.add(namespace);
        if (group === '' && kind === 'Service' && namespace !== undefined)
            services.set(name, [...(services.get(name) ?? []), namespace]);
    }
    return { services, namespaces };
}
/** What is wrong with a host, completing "\u2026 points at HOST, \u2026". */
function wrongWith(host, setting, { namespaces }) {
    const name = host.name.replace(/\.$/, '');
    if ((0,external_node_net_.isIP)(name) !== 0)
        return 'an address, which changes when the service is made anew';
    if (name.endsWith(SUFFIX)) {
        const labels = name.slice(0, -SUFFIX.length).split('.');
        return labels.length >= 2 ? undefined : 'which lacks the namespace';
    }
    if (apiServer.has(name))
        return undefined;
    const labels = name.split('.');
    if (labels.length === 1)
        return 'which means another service in every namespace';
    if (name.endsWith('.svc') || name.endsWith('.cluster.local'))
        return 'which is not the full name of a service';
    if (labels.length === 2 && namespaces.has(labels[1] ?? ''))
        return 'which is not the full name of a service';
    if (dataPlaneScheme.test(host.scheme ?? '') ||
        dataPlaneName.test(setting.toUpperCase().replaceAll('-', '_')))
        return 'which leads out of the cluster to the data plane';
    return undefined;
}
function fixFor({ name }, { services }) {
    const [service = ''] = name.split('.');
    const found = services.get(service) ?? [];
    const full = `${service}.<namespace>${SUFFIX}`;
    if (found.length === 0 || (0,external_node_net_.isIP)(name) !== 0)
        return `Use the full name of a service: \`${(0,external_node_net_.isIP)(name) === 0 ? full : `<service>.<namespace>${SUFFIX}`}\`.`;
    return `Use ${found.map((namespace) => `\`${service}.${namespace}${SUFFIX}\``).join(' or ')}.`;
}
const internal_dns_rule = {
    id: 'internal-dns',
    title: 'Services are reached by their full internal name',
    why: 'Other names mean another service elsewhere, resolve only by luck of the search path, or leave the cluster.',
    fix: `Use \`<service>.<namespace>${SUFFIX}\`.`,
    severity: 'error',
    *check(repository) {
        const names = namesIn(repository);
        for (const { name, value, subject, source } of settingsIn(repository)) {
            for (const host of hostsIn(name, value)) {
                // `no-localhost` is about loopback.
                if (isLoopback(host.name) || isWildcard(host.name))
                    continue;
                if (isComputed(host.name)) {
                    const message = `${subject} points at a host that is known only in the pod.`;
                    yield {
                        verdict: 'unknown',
                        subject,
                        message,
                        source,
                        fix: `Write the host out, or take the whole value from one place.`,
                    };
                    continue;
                }
                const wrong = wrongWith(host, name, names);
                if (wrong === undefined)
                    continue;
                const message = `${subject} points at ${host.name}, ${wrong}.`;
                yield {
                    verdict: 'fail',
                    subject: `${subject} ${host.name}`,
                    message,
                    source,
                    fix: fixFor(host, names),
                };
            }
        }
    },
};

// EXTERNAL MODULE: ./build/toolkit/redact/names.js
var redact_names = __webpack_require__(8703);
// EXTERNAL MODULE: ./build/toolkit/sources/node.js
var sources_node = __webpack_require__(3778);
;// CONCATENATED MODULE: ./build/actions/verify/src/repository/secrets.js
/** How secrets are recognized: by their own shape, and by what a name that says so holds. */

/** A reference, to be filled in by the shell, Kubernetes, GitHub or a template. */
const reference = String.raw `\$\(|\$\{|\$[A-Za-z_]|\{\{|<`;
const shapes = [
    { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)(?![A-Z0-9]{9}EXAMPLE)[A-Z0-9]{16}\b/ },
    { what: 'a GitHub token', pattern: /\bgh[oprsu]_[A-Za-z0-9]{36}|\bgithub_pat_[A-Za-z0-9_]{22}/ },
    { what: 'a GitLab token', pattern: /\bglpat-[\w-]{20}/ },
    { what: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}/ },
    { what: 'a Slack token', pattern: /\bxox[abeoprs]-[\w-]{10}/ },
    { what: 'a Stripe key', pattern: /\b[rs]k_live_[A-Za-z0-9]{16}/ },
    { what: 'a Google API key', pattern: /\bAIza[\w-]{35}/ },
    { what: 'an onex-api key', pattern: /\bonxk_[\w-]{16}/ },
    { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
    { what: 'a JSON Web Token', pattern: /(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/ },
];
/** With what it leads to: a host, with its port if it names one, which may be an expression of GitHub's; and the rest. */
const passwordInUrl = new RegExp(String.raw `\b([a-z][a-z0-9+.-]{0,40})://[^\s:/@"']*:(?!${reference}|\*{3})[^\s/@"']+@((?:\$\{\{.*?\}\}|[^\s/?#"'$])*)(?=([^\s"']{0,4000}))`, 'gi');
/** What PostgreSQL takes for the host before the one of the URL; or more than was looked at. */
const elsewhere = /[?&](?:host|hostaddr|port|service)=|^.{4000}/i;
/**
 * What a text holds, by its shape; undefined when nothing is recognized.
 * @param services a password for one of these is none: its server ends with the job that starts it
 */
function secretIn(text, services) {
    const known = shapes.find(({ pattern }) => pattern.test(text))?.what;
    if (known !== undefined)
        return known;
    for (const [, scheme = '', authority = '', rest = ''] of text.matchAll(passwordInUrl))
        if (services?.has(scheme, authority) !== true || elsewhere.test(rest))
            return 'a password in a URL';
    return undefined;
}
/** Values that are no secret wherever they stand: nothing, a switch, a reference, a path, an identifier of a secret store. */
const harmless = new RegExp(String.raw `^(?:|true|false|none|null|\*+)$|^(?:/|\./|~/)\S*$|^arn:aws[\w-]*:|^projects/[^/]+/secrets/|\$\{\{|^(?:${reference})`);
/** Whether a value that a secret's name holds is written out, and not a reference to it. */
function isLiteralSecret(name, value) {
    const text = value.trim();
    return !harmless.test(text) && !(0,redact_names/* refersToSecret */.Z)(name, text);
}

;// CONCATENATED MODULE: ./build/actions/verify/src/repository/services.js
/** The servers that a job of a workflow starts beside itself: nobody else reaches them, and they end with the job. */

/** Where a URL leads that names no port. */
const usualPorts = {
    amqp: '5672',
    mongodb: '27017',
    mysql: '3306',
    postgres: '5432',
    postgresql: '5432',
    redis: '6379',
};
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)$/i;
/** `5432:5432`, `127.0.0.1:5432:5432/tcp`; of `5432` alone GitHub chooses the port of the runner. */
const published = /^(?:[\d.]+:)?(\d+):\d+(?:\/tcp)?$/;
/** Also as Go's driver for MySQL has it: `tcp(127.0.0.1:3306)`. */
const services_hostAndPort = /^(?:[a-z]*\()?(\[[^\]]*\]|[^:()[\]]+)(?::(.+?))?\)?$/is;
/** The port that GitHub has chosen: `${{ job.services.postgres.ports[5432] }}`. */
const chosen = /^\$\{\{\s*job\.services\.([\w-]+)\.ports\b/;
function servicesIn(jobs) {
    const services = jobs.flatMap((job) => [...job.get('services').members()]);
    const names = new Set(services.map(([name]) => name));
    const ports = new Set(services.flatMap(([, node]) => node
        .get('ports')
        .items()
        .flatMap(({ value }) => published.exec(String(value))?.[1] ?? [])));
    const given = new Set(services.flatMap(([, node]) => [...node.get('env').members()].flatMap(([name, { text }]) => text !== undefined && text !== '' && (0,redact_names/* namesSecret */.L)(name) ? [text] : [])));
    return {
        has: (scheme, authority) => {
            const [, host = '', port = usualPorts[scheme.toLowerCase()] ?? ''] = services_hostAndPort.exec(authority) ?? [];
            if (names.has(host))
                return true;
            return loopback.test(host) && (ports.has(port) || names.has(chosen.exec(port)?.[1] ?? ''));
        },
        isGiven: (value) => given.has(value),
    };
}
/**
 * Those that what stands at a path of a workflow may mean: of a job its own, and of what all jobs are given those of
 * any.
 */
function servicesAt({ jobs }, [top, id]) {
    return servicesIn(jobs.flatMap((job) => (top !== 'jobs' || job.id === id ? [job.node] : [])));
}

;// CONCATENATED MODULE: ./build/actions/verify/src/rules/no-hardcoded-secret.js





/** What a named value gives away. The value itself is in no message, and neither is a part of it. */
function* named(name, value, subject, node) {
    if (!(0,redact_names/* namesSecret */.L)(name) || !isLiteralSecret(name, value))
        return;
    yield { verdict: 'fail', subject, message: `${subject} is written out.`, source: node.source };
}
/** Kubernetes' own; what others call a Secret may be a reference to one. */
function isSecret({ group, kind }) {
    return group === '' && kind === 'Secret';
}
function* inSecrets({ manifests, kustomizations }) {
    for (const manifest of manifests) {
        if (!isSecret(manifest))
            continue;
        const { address, node } = manifest;
        for (const key of ['data', 'stringData']) {
            for (const [name, { value, source }] of node.get(key).members()) {
                if (value === null || value === '')
                    continue;
                const subject = `${address} ${name}`;
                yield { verdict: 'fail', subject, message: `${subject} is in git; base64 hides nothing.`, source };
            }
        }
    }
    for (const { secretLiterals } of kustomizations) {
        for (const { text = '', source } of secretLiterals) {
            const name = text.split('=', 1)[0] ?? '';
            const subject = `secretGenerator ${name}`;
            yield { verdict: 'fail', subject, message: `${subject} is in git.`, source };
        }
    }
}
function* inWorkflows({ workflows, actions }) {
    const scopes = [
        ...workflows.flatMap((workflow) => [
            { where: 'env', values: workflow.env, workflow },
            ...workflow.jobs.flatMap((job) => [
                { where: `job ${job.id} env`, values: job.env, workflow },
                { where: `job ${job.id} with`, values: job.with, workflow },
                ...job.steps.flatMap((step) => [
                    { where: `job ${job.id} ${step.label} env`, values: step.env, workflow },
                    { where: `job ${job.id} ${step.label} with`, values: step.with, workflow },
                ]),
            ]),
        ]),
        ...actions.flatMap(({ steps }) => steps.flatMap((step) => [
            { where: `${step.label} env`, values: step.env, workflow: undefined },
            { where: `${step.label} with`, values: step.with, workflow: undefined },
        ])),
    ];
    for (const { where, values, workflow } of scopes) {
        for (const [name, node] of values) {
            if (node.text === undefined)
                continue;
            const remarks = [...named(name, node.text, `${where} ${name}`, node)];
            if (remarks.length === 0)
                continue;
            if (workflow === undefined || !servicesAt(workflow, node.path).isGiven(node.text))
                yield* remarks;
        }
    }
}
/** Secrets that are recognized by their shape, wherever they stand. */
function* byShape({ manifests, workflows, actions }) {
    const roots = [
        // A Secret is reported as a whole.
        ...manifests
            .filter((manifest) => !isSecret(manifest))
            .map(({ node, address }) => ({ node, about: address, workflow: undefined })),
        ...workflows.map((workflow) => ({ node: workflow.node, about: workflow.file, workflow })),
        ...actions.map(({ node, file }) => ({ node, about: file, workflow: undefined })),
    ];
    for (const { node, about, workflow } of roots) {
        for (const { text = '', path, source } of (0,sources_node/* textsIn */.Ej)(node)) {
            // Only what would be told is held against what the job starts.
            const what = secretIn(text) && secretIn(text, workflow && servicesAt(workflow, path));
            if (what === undefined)
                continue;
            const subject = `${about} ${path.slice(node.path.length).join('.')}`;
            yield { verdict: 'fail', subject, message: `${subject} holds ${what}.`, source };
        }
    }
}
const no_hardcoded_secret_rule = {
    id: 'no-hardcoded-secret',
    title: 'No secret is in git',
    why: 'Whoever may read the repository, or a copy of it, has the secret, and it stays in the history.',
    fix: 'Revoke it, keep the new one in a secret store, and refer to it: `secretKeyRef`, an external secret, or `${{ secrets.NAME }}`.',
    severity: 'error',
    *check(repository) {
        const reported = new Set();
        const settings = function* () {
            for (const { name, value, subject, source } of settingsIn(repository))
                yield* named(name, value, subject, { source });
        };
        // One line is one finding, whatever gave it away.
        for (const remark of [
            ...inSecrets(repository),
            ...settings(),
            ...inWorkflows(repository),
            ...byShape(repository),
        ]) {
            const { file, line, column } = remark.source;
            const place = `${file}:${line}:${column}`;
            if (reported.has(place))
                continue;
            reported.add(place);
            yield remark;
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/verify/src/rules/no-host-access.js
/** The volume types that "restricted" allows. */
const volumeTypes = [
    'configMap',
    'csi',
    'downwardAPI',
    'emptyDir',
    'ephemeral',
    'image',
    'persistentVolumeClaim',
    'projected',
    'secret',
];
const sysctls = new Set([
    'kernel.shm_rmid_forced',
    'net.ipv4.ip_local_port_range',
    'net.ipv4.ip_local_reserved_ports',
    'net.ipv4.ip_unprivileged_port_start',
    'net.ipv4.ping_group_range',
    'net.ipv4.tcp_fin_timeout',
    'net.ipv4.tcp_keepalive_intvl',
    'net.ipv4.tcp_keepalive_probes',
    'net.ipv4.tcp_keepalive_time',
    'net.ipv4.tcp_rmem',
    'net.ipv4.tcp_syncookies',
    'net.ipv4.tcp_wmem',
]);
const selinuxTypes = new Set([
    'container_t',
    'container_init_t',
    'container_kvm_t',
    'container_engine_t',
]);
/** A mapping that kustomize or the API server would take for absent says nothing. */
function says({ value }) {
    return value !== undefined && value !== null && value !== '';
}
/** What pods and containers alike can ask for in their securityContext. */
function* fromContext(context) {
    const hostProcess = context.get('windowsOptions', 'hostProcess');
    if (hostProcess.value === true)
        yield { node: hostProcess, does: 'runs as a process of the Windows host' };
    const selinux = context.get('seLinuxOptions');
    const type = selinux.get('type');
    if (says(type) && !selinuxTypes.has(type.value))
        yield { node: type, does: 'sets an SELinux type of its own' };
    for (const key of ['user', 'role']) {
        const option = selinux.get(key);
        if (says(option))
            yield { node: option, does: `sets an SELinux ${key} of its own` };
    }
    const apparmor = context.get('appArmorProfile', 'type');
    if (says(apparmor) && apparmor.text !== 'RuntimeDefault' && apparmor.text !== 'Localhost')
        yield { node: apparmor, does: 'turns AppArmor off' };
}
function* fromPod({ pod, metadata }) {
    for (const key of ['hostNetwork', 'hostPID', 'hostIPC']) {
        const shared = pod.get(key);
        if (shared.value === true)
            yield { node: shared, does: `shares the node's namespace (${key})` };
    }
    for (const volume of pod.get('volumes').items()) {
        const types = [...volume.members().keys()].filter((key) => key !== 'name');
        const allowed = types.length === 0 || types.some((type) => volumeTypes.some((known) => known === type));
        if (!allowed)
            yield { node: volume, does: `mounts a volume of type ${types.join(', ')}` };
    }
    const context = pod.get('securityContext');
    for (const sysctl of context.get('sysctls').items()) {
        if (!sysctls.has(sysctl.get('name').value))
            yield { node: sysctl, does: "sets one of the node's sysctls" };
    }
    for (const [key, annotation] of metadata.get('annotations').members()) {
        if (!key.startsWith('container.apparmor.security.beta.kubernetes.io/') || !says(annotation))
            continue;
        if (!/^(runtime\/default$|localhost\/)/.test(annotation.text ?? ''))
            yield { node: annotation, does: 'turns AppArmor off' };
    }
    yield* fromContext(context);
}
const handlers = [
    ['livenessProbe'],
    ['readinessProbe'],
    ['startupProbe'],
    ['lifecycle', 'postStart'],
    ['lifecycle', 'preStop'],
];
function* fromContainer({ node }) {
    const context = node.get('securityContext');
    const privileged = context.get('privileged');
    if (privileged.value === true)
        yield { node: privileged, does: 'is privileged' };
    const proc = context.get('procMount');
    if (says(proc) && proc.text !== 'Default')
        yield { node: proc, does: 'sees all of /proc' };
    for (const port of node.get('ports').items()) {
        const hostPort = port.get('hostPort');
        if (says(hostPort) && hostPort.value !== 0)
            yield { node: hostPort, does: 'takes a port of the node' };
    }
    for (const path of handlers) {
        for (const action of ['httpGet', 'tcpSocket']) {
            const host = node.get(...path, action, 'host');
            if (says(host))
                yield { node: host, does: 'makes the node send requests to another host' };
        }
    }
    yield* fromContext(context);
}
function* observe(workload) {
    const { address } = workload.manifest;
    const remark = (label, { node, does }) => ({
        verdict: 'fail',
        subject: `${address} ${node.path.slice(workload.pod.path.length).join('.')}`,
        message: `The ${label} of ${address} ${does}.`,
        source: node.source,
    });
    for (const reach of fromPod(workload))
        yield remark('pod', reach);
    for (const container of workload.containers)
        for (const reach of fromContainer(container))
            yield remark(container.label, reach);
}
/** Pod Security "restricted" of Kubernetes 1.36, as far as a pod would reach beyond itself. */
const no_host_access_rule = {
    id: 'no-host-access',
    title: 'Pods do not reach into their node',
    why: "Who holds the node holds every pod on it, and the cluster's credentials with them.",
    fix: 'Remove it; what must have it belongs into a namespace of its own with a weaker Pod Security level, and a reason.',
    severity: 'error',
    *check({ workloads }) {
        for (const workload of workloads)
            yield* observe(workload);
    },
};

// EXTERNAL MODULE: ./build/toolkit/manifests/manifest.js + 4 modules
var manifest = __webpack_require__(9115);
// EXTERNAL MODULE: ./build/toolkit/manifests/workload.js
var workload = __webpack_require__(6035);
;// CONCATENATED MODULE: ./build/toolkit/manifests/image.js
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
    const texts = (workloadOf(manifest)?.containers ?? []).map(({ node }) => node.get('image').text);
    return texts.flatMap((text) => (text === undefined ? [] : [parseImage(text)]));
}
/** The manifest with other images in the containers of its pods. */
function mapImages(manifest, replace) {
    const root = manifest.node;
    const workload = workloadOf(manifest);
    if (workload === undefined)
        return completeManifest(root);
    const changed = containerLists.reduce((current, name) => {
        const list = workload.pod.get(name);
        const items = list.items();
        if (items.length === 0)
            return current;
        // A list at once: one container at a time would copy all of them for each.
        const replaced = items.map((container) => {
            const { text } = container.get('image');
            if (text === undefined || !isMapping(container.value))
                return container.value;
            return { ...container.value, image: formatImage(replace(parseImage(text))) };
        });
        return current.replace(list.path.slice(root.path.length), replaced);
    }, root);
    return completeManifest(changed);
}

;// CONCATENATED MODULE: ./build/toolkit/manifests/deployed-images.js
/** What kustomizations make of the images that files name, without rendering them. */

/** The kustomization sees its own resources before those that include it do. */
function deployedImages(image, file, kustomizations) {
    const climb = (path, current, by, passed) => {
        const above = kustomizations.filter(({ file: own, resources, patches }) => !passed.includes(own) && [...resources, ...patches].some((reference) => reference.path === path));
        if (above.length === 0)
            return [{ image: current, by }];
        return above.flatMap((each) => climb(each.folder, overridden(current, each.images), each.file, [...passed, each.file]));
    };
    return climb(file, image, undefined, []);
}

;// CONCATENATED MODULE: ./build/actions/verify/src/rules/no-latest-tag.js


/** Whether it is known only when a template or an expression was filled in. */
function computed(text) {
    return text.includes('$') || text.includes('{{');
}
function* inWorkloads({ workloads, kustomizations }) {
    for (const { manifest, containers } of workloads) {
        for (const { label, node } of containers) {
            const written = node.get('image');
            if (written.text === undefined)
                continue;
            const subject = `${manifest.address} ${label} image`;
            if (computed(written.text)) {
                yield {
                    verdict: 'unknown',
                    subject,
                    message: `The image of the ${label} of ${manifest.address} is filled in later.`,
                    source: written.source,
                };
                continue;
            }
            for (const { image, by } of deployedImages(parseImage(written.text), manifest.source.file, kustomizations)) {
                const wrong = floating(image);
                if (wrong === undefined)
                    continue;
                const where = by === undefined ? '' : `, as ${by} deploys it`;
                yield {
                    verdict: 'fail',
                    subject: `${subject} ${by ?? ''}`.trim(),
                    message: `The ${label} of ${manifest.address} uses ${image.name} ${wrong}${where}.`,
                    source: written.source,
                };
            }
        }
    }
}
/** The images that a job runs in and beside. */
function no_latest_tag_imagesOf({ node }) {
    const container = node.get('container');
    const services = [...node.get('services').members().values()].map((service) => service.get('image'));
    return [container.text === undefined ? container.get('image') : container, ...services];
}
function* no_latest_tag_inWorkflows({ workflows }) {
    for (const { file, jobs } of workflows) {
        for (const job of jobs) {
            for (const { text, source, path } of no_latest_tag_imagesOf(job)) {
                if (text === undefined)
                    continue;
                const subject = `${file} ${path.join('.')}`;
                const wrong = floating(parseImage(text));
                if (computed(text))
                    yield { verdict: 'unknown', subject, message: `An image of the job ${job.id} is computed.`, source };
                else if (wrong !== undefined)
                    yield { verdict: 'fail', subject, message: `The job ${job.id} uses ${text} ${wrong}.`, source };
            }
        }
    }
}
const no_latest_tag_rule = {
    id: 'no-latest-tag',
    title: 'Images name the version that they are',
    why: 'Without a version nobody can say what runs, two pods may differ, and a rollback brings nothing back.',
    fix: 'Name a version, or better a digest; a kustomization may set it under `images:`.',
    severity: 'error',
    *check(repository) {
        yield* inWorkloads(repository);
        yield* no_latest_tag_inWorkflows(repository);
    },
};

;// CONCATENATED MODULE: ./build/actions/verify/src/rules/no-localhost.js


/** Where a process listens is its own business. */
const listening = /(?:^|[_.-])(?:BIND|LISTEN)/i;
const no_localhost_rule = {
    id: 'no-localhost',
    title: 'No setting points at localhost',
    why: 'In a pod localhost is the pod itself: the setting works on the machine where it was written, and nowhere else.',
    fix: 'Point it at the service: `<service>.<namespace>.svc.cluster.local`.',
    severity: 'error',
    *check(repository) {
        for (const { name, value, subject, source, workload } of settingsIn(repository)) {
            if (listening.test(name))
                continue;
            for (const host of hostsIn(name, value)) {
                if (!isLoopback(host.name))
                    continue;
                const alone = workload === undefined || workload.containers.length === 1;
                // Beside another container it may be meant: only the pod's author knows who listens there.
                if (alone && workload?.manifest.patch !== true)
                    yield { verdict: 'fail', subject, message: `${subject} points at ${host.name}.`, source };
                else
                    yield {
                        verdict: 'unknown',
                        subject,
                        message: `${subject} points at ${host.name}, where another container of the pod may listen.`,
                        source,
                    };
            }
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/verify/src/rules/no-long-lived-cloud-keys.js
const keys = [
    {
        what: 'an AWS access key',
        held: /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)$/,
        stored: /AWS.{0,200}(?:ACCESS_?KEY|SECRET)/,
    },
    {
        what: "a Google service account's key",
        held: /^(?:CREDENTIALS_JSON|GOOGLE_CREDENTIALS|GCP_SA_KEY)$/,
        stored: /^(?:GCP|GOOGLE|GCLOUD)_.*(?:KEY|CREDENTIALS?|SA|JSON)(?:_|$)/,
    },
    {
        what: "an Azure client's secret",
        held: /^(?:CREDS|AZURE_CREDENTIALS|AZURE_CLIENT_SECRET|ARM_CLIENT_SECRET)$/,
        stored: /^(?:AZURE|ARM)_.*(?:CREDENTIALS?|CLIENT_SECRET)$/,
    },
    { what: "a cluster's kubeconfig", stored: /KUBE_?CONFIG/ },
];
const fromStore = /\bsecrets\s*(?:\.\s*(\w+)|\[\s*'([^']+)'\s*\])/g;
const anyFromStore = /\bsecrets\s*(?:\[(?!\s*')|[,)])/;
/** What stands in `${{ \u2026 }}`, in one pass; the last may have no end. */
function expressionsIn(text) {
    const found = [];
    for (let at = text.indexOf('${{'); at !== -1;) {
        const end = text.indexOf('}', at);
        found.push(text.slice(at + 3, end === -1 ? undefined : end));
        at = end === -1 ? -1 : text.indexOf('${{', end);
    }
    return found;
}
function* placesOfSteps(steps, about) {
    for (const { label, env, with: inputs, run } of steps) {
        const where = `${about}${label}`;
        for (const [name, node] of [...env, ...inputs])
            yield { name, node, where: `${where} ${name}` };
        if (run !== undefined)
            yield { name: '', node: run, where: `${where} run` };
    }
}
function* placesOf(file) {
    if (!('jobs' in file))
        return yield* placesOfSteps(file.steps, '');
    for (const [name, node] of file.env)
        yield { name, node, where: `env ${name}` };
    for (const job of file.jobs) {
        const own = [...job.env, ...job.with, ...job.node.get('secrets').members()];
        for (const [name, node] of own)
            yield { name, node, where: `job ${job.id} ${name}` };
        yield* placesOfSteps(job.steps, `job ${job.id} `);
    }
}
/** Steps that trade the ID token for a key that lives for minutes. */
function tradingSteps(file) {
    const steps = 'jobs' in file ? file.jobs.flatMap((job) => job.steps) : file.steps;
    return new Set(steps.flatMap(({ node, uses, with: inputs }) => {
        const trades = uses?.text?.startsWith('aws-actions/configure-aws-credentials@') && inputs.has('role-to-assume');
        return trades === true ? (node.get('id').text ?? []) : [];
    }));
}
function* no_long_lived_cloud_keys_observe({ name, node, where }, traded) {
    const { text, source } = node;
    if (text === undefined || text.trim() === '')
        return;
    const fail = (what, how) => ({
        verdict: 'fail',
        subject: where,
        message: `${where} ${how} ${what}.`,
        source,
    });
    const expressions = expressionsIn(text);
    const secrets = expressions.flatMap((expression) => [...expression.matchAll(fromStore)].map(([, dotted, quoted]) => (dotted ?? quoted ?? '').toUpperCase()));
    const stored = keys.find((key) => secrets.some((secret) => key.stored.test(secret)));
    if (stored !== undefined)
        return yield fail(stored.what, 'is given');
    if (expressions.some((expression) => anyFromStore.test(expression))) {
        const message = `${where} is given secrets without their names.`;
        return yield {
            verdict: 'unknown',
            subject: where,
            message,
            source,
            fix: 'Name the one secret that it needs.',
        };
    }
    const held = keys.find((key) => key.held?.test(name.toUpperCase().replaceAll('-', '_')));
    if (held === undefined)
        return;
    if (secrets.length > 0 || expressions.some((expression) => /\bvars\b/.test(expression)))
        return yield fail(held.what, 'is given');
    if (!text.includes('${{'))
        return yield fail(held.what, 'holds');
    const output = /^\$\{\{\s*steps\.([\w-]+)\.outputs\.[\w-]+\s*\}\}$/.exec(text.trim())?.[1];
    if (output !== undefined && traded.has(output))
        return;
    const message = `${where} may be given ${held.what}; where it comes from is not in this file.`;
    yield { verdict: 'unknown', subject: where, message, source };
}
const no_long_lived_cloud_keys_rule = {
    id: 'no-long-lived-cloud-keys',
    title: 'Workflows have no key that lives longer than they do',
    why: 'A stored key works for whoever gets hold of it, from anywhere, until somebody notices and turns it off.',
    fix: "Trade the job's OIDC token for credentials: `role-to-assume` (AWS), `workload_identity_provider` (Google), `client-id` (Azure), `api-server` (Kubernetes).",
    severity: 'error',
    *check({ workflows, actions }) {
        for (const file of [...workflows, ...actions]) {
            const traded = tradingSteps(file);
            for (const place of placesOf(file))
                yield* no_long_lived_cloud_keys_observe(place, traded);
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/verify/src/rules/pinned-actions.js
function usesIn({ workflows, actions }) {
    const steps = [
        ...workflows.flatMap(({ jobs }) => jobs.flatMap((job) => job.steps)),
        ...actions.flatMap((action) => action.steps),
    ];
    const reusable = workflows.flatMap(({ jobs }) => jobs.flatMap((job) => job.uses ?? []));
    return [...steps.flatMap((step) => step.uses ?? []), ...reusable];
}
/** What is wrong with a reference, completing "USES is \u2026"; undefined when it always means the same code. */
function loose(uses) {
    // A path of this repository has the commit of the caller.
    if (/^(?:\.|\$)\//.test(uses))
        return undefined;
    if (uses.startsWith('docker://'))
        return uses.includes('@sha256:') ? undefined : 'an image without its digest';
    const at = uses.lastIndexOf('@');
    if (at === -1)
        return 'without a commit';
    return /^[0-9a-f]{40}$/.test(uses.slice(at + 1)) ? undefined : 'at a tag or branch, which can be moved';
}
const pinned_actions_rule = {
    id: 'pinned-actions',
    title: 'Actions are pinned to a full commit',
    why: "Whoever can move a tag can run code with this workflow's permissions and secrets, as happened to scanners in 2026.",
    fix: 'Write the 40 digits of the commit after `@`, and the version in a comment beside it.',
    severity: 'error',
    *check(repository) {
        for (const { text, source, path } of usesIn(repository)) {
            const wrong = text === undefined ? 'not a text' : loose(text);
            if (wrong === undefined)
                continue;
            yield { verdict: 'fail', subject: `${path.join('.')} ${text}`, message: `${text} is ${wrong}.`, source };
        }
    },
};

// EXTERNAL MODULE: ./build/toolkit/model/exact-integer.js
var exact_integer = __webpack_require__(1451);
;// CONCATENATED MODULE: ./build/actions/verify/src/rules/restricted-container.js

const PROFILE = ['securityContext', 'seccompProfile', 'type'];
const profiles = ['RuntimeDefault', 'Localhost'];
const SECCOMP_FIX = "Set `seccompProfile: {type: RuntimeDefault}` in the pod's securityContext.";
function missing({ value }) {
    return value === undefined || value === null;
}
function* restricted_container_observe({ manifest, pod }, { label, node }) {
    const context = node.get('securityContext');
    const about = `${manifest.address} ${label}`;
    const fail = (field, place, says, fix) => ({
        verdict: 'fail',
        subject: `${about} ${field}`,
        message: `The ${label} of ${manifest.address} ${says}.`,
        // What is missing is missed at its container.
        source: missing(place) ? node.source : place.source,
        fix,
    });
    const escalation = context.get('allowPrivilegeEscalation');
    if (escalation.value !== false && !(manifest.patch && missing(escalation)))
        yield fail('allowPrivilegeEscalation', escalation, 'may gain more privileges than it starts with', 'Set `allowPrivilegeEscalation: false` in its securityContext.');
    const drop = context.get('capabilities', 'drop');
    if (!drop.items().some(({ text }) => text === 'ALL') && !(manifest.patch && missing(drop)))
        yield fail('drop', drop, 'keeps capabilities', 'Set `capabilities: {drop: [ALL]}` in its securityContext.');
    for (const added of context.get('capabilities', 'add').items()) {
        if (added.text === 'NET_BIND_SERVICE')
            continue;
        const name = (0,exact_integer/* scalarText */.ws)(added.value);
        yield fail(`add ${name}`, added, `adds the capability ${name}`, 'Take it out: only NET_BIND_SERVICE may be added.');
    }
    const own = context.get('seccompProfile', 'type');
    const inherited = pod.get(...PROFILE);
    if (missing(own) ? missing(inherited) && !manifest.patch : !profiles.includes(own.value))
        yield fail('seccompProfile', own, 'has no seccomp profile', SECCOMP_FIX);
}
/** A pod's own profile must be one, even where every container has another. */
function* observePod({ manifest, pod }) {
    const profile = pod.get(...PROFILE);
    if (missing(profile) || profiles.includes(profile.value))
        return;
    yield {
        verdict: 'fail',
        subject: `${manifest.address} pod seccompProfile`,
        message: `The pod of ${manifest.address} turns seccomp off.`,
        source: profile.source,
        fix: SECCOMP_FIX,
    };
}
/** Pod Security "restricted" of Kubernetes 1.36, as far as a container is about itself; `no-host-access` is the rest. */
const restricted_container_rule = {
    id: 'restricted-container',
    title: 'Containers have no more privileges than they need',
    why: 'Every privilege is one more way out of the container; namespaces that enforce "restricted" refuse the pod.',
    fix: 'Set what is missing in the securityContext.',
    severity: 'error',
    *check({ workloads }) {
        for (const workload of workloads) {
            if (workload.pod.get('os', 'name').text === 'windows')
                continue;
            yield* observePod(workload);
            for (const container of workload.containers)
                yield* restricted_container_observe(workload, container);
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/verify/src/rules/restricted-namespace.js
const LABEL = 'pod-security.kubernetes.io/enforce';
const restricted_namespace_rule = {
    id: 'restricted-namespace',
    title: 'Namespaces enforce Pod Security "restricted"',
    why: 'Without it the cluster runs whatever is applied past this policy, by hand or by another tool.',
    fix: `Add the label \`${LABEL}: restricted\`.`,
    severity: 'error',
    *check({ manifests }) {
        for (const { group, kind, name, address, node, patch } of manifests) {
            if (group !== '' || kind !== 'Namespace')
                continue;
            const label = node.get('metadata', 'labels', LABEL);
            if (label.text === 'restricted' || (patch && label.value === undefined))
                continue;
            const enforced = label.text === undefined ? 'nothing' : `only "${label.text}"`;
            yield {
                verdict: 'fail',
                subject: address,
                message: `The namespace ${name} enforces ${enforced}.`,
                source: label.value === undefined ? node.get('metadata', 'name').source : label.source,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/verify/src/rules/run-as-non-root.js
const FIELD = ['securityContext', 'runAsNonRoot'];
const USER = ['securityContext', 'runAsUser'];
function* run_as_non_root_observe({ manifest, pod, containers }) {
    const places = [{ label: 'pod', node: pod }, ...containers.map(({ label, node }) => ({ label, node }))];
    const inherited = pod.get(...FIELD).value;
    for (const { label, node } of places) {
        const own = node.get(...FIELD);
        const subject = `${manifest.address} ${label}`;
        const who = label === 'pod' ? `The pod of ${manifest.address}` : `The ${label} of ${manifest.address}`;
        if (own.value === false) {
            yield { verdict: 'fail', subject, message: `${who} may run as root.`, source: own.source };
        }
        else if (own.value !== true && own.value !== undefined && own.value !== null) {
            yield {
                verdict: 'unknown',
                subject,
                message: `${who} sets runAsNonRoot to something that is neither true nor false.`,
                source: own.source,
            };
        }
        else if (own.value !== true && label !== 'pod' && !manifest.patch) {
            // What the pod says otherwise is reported at the pod.
            if (inherited === undefined || inherited === null)
                yield { verdict: 'fail', subject, message: `${who} may run as root.`, source: node.source };
        }
        const user = node.get(...USER);
        if (user.value === 0)
            yield {
                verdict: 'fail',
                subject: `${subject} user`,
                message: `${who} runs as user 0.`,
                source: user.source,
            };
    }
}
/** A user namespace (`hostUsers: false`) does not lift it, as it does in Pod Security 1.35: the platform wants no root at all. */
const run_as_non_root_rule = {
    id: 'run-as-non-root',
    title: 'No container runs as root',
    why: 'A process that breaks out of its container is then root on the node.',
    fix: "Set `runAsNonRoot: true` in the pod's securityContext and `runAsUser` to another user than 0; no container may say otherwise.",
    severity: 'error',
    *check({ workloads }) {
        for (const workload of workloads)
            yield* run_as_non_root_observe(workload);
    },
};

;// CONCATENATED MODULE: ./build/actions/verify/src/rules/unseen.js
const unseen_rule = {
    id: 'unseen',
    title: 'Everything that is deployed can be judged',
    why: 'The other rules say nothing about what is not in the files, and their silence is not a pass.',
    fix: 'Put what is rendered into the repository, or judge it after it is rendered.',
    severity: 'warning',
    *check({ unseen }) {
        for (const { what, node } of unseen) {
            const { source, path } = node;
            const subject = `${path.join('.')} ${what}`;
            yield { verdict: 'unknown', subject, message: `This ${what}.`, source };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/verify/src/rules/workflow-permissions.js
const workflow_permissions_rule = {
    id: 'workflow-permissions',
    title: 'Workflows grant nothing, and each job what it needs',
    why: 'What is granted at the top goes to every step of every job, those of other people included.',
    fix: 'Write `permissions: {}` at the top, and under each job the scopes that it needs.',
    severity: 'error',
    *check({ workflows }) {
        for (const { file, permissions, node, jobs } of workflows) {
            if (permissions === undefined) {
                const message = 'This workflow has the permissions that the repository gives by default.';
                yield { verdict: 'fail', subject: `${file} permissions`, message, source: node.get('on').source };
            }
            else {
                if (permissions.all !== undefined) {
                    const message = `Every job is granted ${permissions.all}.`;
                    yield { verdict: 'fail', subject: `${file} permissions`, message, source: permissions.source };
                }
                for (const [scope, { text, source }] of permissions.scopes) {
                    if (text === 'none')
                        continue;
                    const message = `Every job is granted ${scope}: ${text}.`;
                    yield { verdict: 'fail', subject: `${file} permissions ${scope}`, message, source };
                }
            }
            for (const { id, permissions: own } of jobs) {
                if (own?.all !== 'write-all')
                    continue;
                const message = `The job ${id} is granted everything.`;
                yield { verdict: 'fail', subject: `${file} job ${id} permissions`, message, source: own.source };
            }
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/verify/src/rules/index.js













/** Every rule, by its id. A new one is a file here, a line here, and a `pass` and a `fail` folder of examples. */
const rules = [
    rule,
    internal_dns_rule,
    no_hardcoded_secret_rule,
    no_host_access_rule,
    no_latest_tag_rule,
    no_localhost_rule,
    no_long_lived_cloud_keys_rule,
    pinned_actions_rule,
    restricted_container_rule,
    restricted_namespace_rule,
    run_as_non_root_rule,
    unseen_rule,
    workflow_permissions_rule,
];

;// CONCATENATED MODULE: ./build/actions/verify/src/plan.js
/** What is judged, and what `live` would prove: the same plan for both. */




/**
 * A pull request's job often lacks what only `live` needs: what was not known there was not shown, and is not compared.
 */
async function sensitiveOf({ asked, inputs }, reviewed, world) {
    const known = new Set(reviewed?.changes.flatMap(({ address, sensitive }) => (sensitive ? [address] : [])));
    const counted = asked.filter(({ change }) => reviewed === undefined || known.has(change.address));
    const values = await Promise.all(counted.map(async ({ change, given }) => [change.address, await given({ inputs, world })]));
    return new sensitive/* Sensitive */.p(values.filter(([, value]) => value !== undefined));
}
/** @param reviewed what was shown of this place */
async function planVerification(verification, reviewed, world) {
    const { place, name, repository, asked } = verification;
    const compared = await Promise.all(asked.map(({ reads }) => reads(world.workspace)));
    const count = Object.keys(repository.files).length;
    world.log.info(`judging ${count} file${count === 1 ? '' : 's'} by ${rules.length} rules`);
    return (0,plan/* makePlan */.Cs)({
        step: 'verify',
        ...place,
        name,
        createdAt: world.clock(),
        changes: asked.map(({ change }) => change),
        findings: judge(repository, rules),
        with: Object.fromEntries([
            ...rules.map(({ id, severity }) => [`rule ${id}`, severity]),
            ...asked.map(({ change, text }) => [`probe ${change.address}`, text]),
        ]),
        from: Object.assign({}, ...compared, repository.files),
        sensitive: await sensitiveOf(verification, reviewed, world),
    });
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


/***/ }),

/***/ 1123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YE: () => (/* binding */ KubernetesObject)
/* harmony export */ });
/* unused harmony exports referenceTo, valueAt */
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

/***/ 9115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $V: () => (/* binding */ manifestOf),
  Qv: () => (/* binding */ objectsIn)
});

// UNUSED EXPORTS: completeManifest, duplicatesAmong, placedManifest

// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/address.js
/** What tells objects apart, for machines and for people. */

/** Equal for two references to one object, whatever version of its group they are written in. */
function address_keyOf({ apiVersion, kind, namespace = '', name }) {
    return [groupOf(apiVersion), kind, namespace, name].join('/');
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
        groups.set(address, (groups.get(address) ?? new Set()).add(groupOf(reference.apiVersion)));
    }
    return (reference) => {
        const address = addressOf(reference);
        const shared = (groups.get(address)?.size ?? 0) > 1;
        return shared ? addressWith(groupKindOf(reference), reference) : address;
    };
}

// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var object = __webpack_require__(1123);
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

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/scope.js
/** Whether objects are in namespaces. What names an object depends on it, whatever is written in its file. */



const ownScopes = new Map([...clusterScoped].map((groupKind) => [groupKind, 'Cluster']));
/** The scopes of the kinds that the objects themselves define. */
function definedScopes(objects) {
    const definitions = objects.filter((object) => groupKindOf(object) === knownKinds.definition);
    return new Map(definitions.flatMap((definition) => {
        const [group, kind, scope] = [['group'], ['names', 'kind'], ['scope']].map((path) => valueAt(definition, ['spec', ...path])); // apiextensions.k8s.io/v1
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
function scope_placed(reference, scopeOf) {
    const needless = reference.namespace !== undefined && scopeOf(groupKindOf(reference)) === 'Cluster';
    return needless ? { ...reference, namespace: undefined } : reference;
}

// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/mismatch.js
var model_mismatch = __webpack_require__(5851);
// EXTERNAL MODULE: ./build/toolkit/sources/node.js
var node = __webpack_require__(3778);
;// CONCATENATED MODULE: ./build/toolkit/manifests/secret.js
/** A Secret holds texts only. The API server would refuse anything else, and quote it. */



const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;
/** As YAML calls it. */
function kindOf(value) {
    if (Array.isArray(value))
        return 'a list';
    return isMapping(value) ? 'a mapping' : `a ${typeof value}`;
}
function invalid(address, what, fix, { source }) {
    // The value is never shown: it is a secret, whatever its type.
    return new Failure({ code: 'MANIFEST_INVALID', what: `${address}: ${what}.`, fix, source });
}
/**
 * @param address how the object is known
 * @param node of the whole object
 * @returns a failure for each value that is no text; none when it is no Secret
 */
function secret_secretProblems({ apiVersion, kind, address, }, node) {
    if (groupKindOf({ apiVersion, kind }) !== knownKinds.secret)
        return [];
    return ['data', 'stringData'].flatMap((field) => {
        const held = node.get(field);
        if (held.value === undefined || held.value === null)
            return [];
        if (!isMapping(held.value))
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
        const inherits = kind !== '' && nameless && (0,node/* isMapping */.pi)(item.value);
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
    const root = (0,node/* rootOf */.I5)(document);
    return isList(root) ? itemsOf(root) : [root];
}
function described(node, apiVersion, kind, patch) {
    const namespace = node.get('metadata', 'namespace').text;
    const generated = node.get('metadata', 'generateName').text;
    const name = node.get('metadata', 'name').text ?? (generated === undefined ? '(unnamed)' : `${generated}*`);
    const address = addressOf({ apiVersion, kind, namespace, name });
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
    if (placed(manifest, scopeOf) === manifest)
        return manifest;
    const { namespace: _needless, ...metadata } = manifest.object.metadata;
    return completeManifest(manifest.node.replace(['metadata'], metadata));
}
/** A failure for each manifest of an object that another one describes. */
function duplicatesAmong(manifests) {
    const seen = new Map();
    return manifests.flatMap((manifest) => {
        const key = keyOf(manifest);
        const other = seen.get(key);
        if (other === undefined) {
            seen.set(key, manifest);
            return [];
        }
        return new Failure({
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
    if (!isMapping(value))
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
    const parsed = KubernetesObject.safeParse(node.value);
    if (!parsed.success) {
        throw new Failure({
            code: 'MANIFEST_INVALID',
            what: `This is no Kubernetes object: ${mismatch(parsed.error, node.value)}.`,
            fix: 'Give it apiVersion, kind and metadata.name, or move the file out of the manifests.',
            source: node.get(...pathIn(parsed.error)).source,
        });
    }
    const items = node.get('items');
    if (items.value !== undefined)
        throw new Failure({
            code: 'MANIFEST_INVALID',
            what: 'This has `items` that are no list, and is no object for kubectl.',
            fix: 'Write the items as a list.',
            source: items.source,
        });
    const { apiVersion, kind } = parsed.data;
    const manifest = described(node, apiVersion, kind, false);
    throwIfAny(secretProblems(manifest, node));
    return { ...manifest, object: parsed.data };
}


/***/ }),

/***/ 6035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ workloadOf)
/* harmony export */ });
/* unused harmony export containerLists */
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
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   dj: () => (/* binding */ canonicalJson)
/* harmony export */ });
/* unused harmony export shortHash */
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
    return createHash('sha256').update(canonicalJson(value)).digest().subarray(0, 16).toString('base64url');
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
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   ws: () => (/* binding */ scalarText)
/* harmony export */ });
/* unused harmony export withReadableIntegers */
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
