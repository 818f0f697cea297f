export const id = "verify-http-authentication";
export const ids = ["verify-http-authentication"];
export const modules = {

/***/ 6576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proveAuthentication: () => (/* binding */ proveAuthentication)
});

// EXTERNAL MODULE: ./build/toolkit/retry/network.js
var network = __webpack_require__(2022);
// EXTERNAL MODULE: ./build/actions/verify/src/probes/probe.js
var probes_probe = __webpack_require__(4479);
// EXTERNAL MODULE: ./build/actions/verify/src/http/ask.js + 1 modules
var ask = __webpack_require__(7638);
;// CONCATENATED MODULE: ./build/actions/verify/src/http/credential.js
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/**
 * Another letter of the same kind, so that it has the form of a credential; and with other high bits in base64, so that
 * it is another value even at the end, where a letter counts in part.
 */
function other(letter) {
    if (/\d/.test(letter))
        return letter < '8' ? '8' : '0';
    if (/[a-z]/.test(letter))
        return base64url.indexOf(letter) < 32 ? 'n' : 'a';
    return letter < 'Q' ? 'Q' : 'A';
}
/** The text with one letter or digit changed: the nearest to that share of it. */
function changedAt(text, share) {
    const wanted = (text.length - 1) * share;
    const [at] = Array.from(text, (letter, index) => ({ letter, index }))
        .filter(({ letter }) => /[A-Za-z0-9]/.test(letter))
        .map(({ index }) => index)
        .sort((one, another) => Math.abs(one - wanted) - Math.abs(another - wanted));
    if (at === undefined)
        return `${text}0`;
    return `${text.slice(0, at)}${other(text.charAt(at))}${text.slice(at + 1)}`;
}
function inOtherCase(text) {
    return Array.from(text, (letter) => letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()).join('');
}
/** Numbers in hexadecimal digits, UUIDs among them, are the same in both cases. */
function hasCase(text) {
    return !/^[0-9a-f-]*$/i.test(text) && inOtherCase(text) !== text;
}
/** A value in its parts: what it begins with that is no secret, such as a scheme, and the secret. */
function partsOf(name, value) {
    const lead = (name === 'cookie' ? /^[^=;]*=/ : /^[A-Za-z][\w-]* +(?=\S)/).exec(/authorization$|^cookie$/.test(name) ? value : '')?.[0] ?? '';
    return [lead, value.slice(lead.length)];
}
/** A name by which somebody might take it as well. */
function otherName(name) {
    return name.startsWith('x-') ? name.slice(2) : `x-${name}`;
}
function missesOfText(secret) {
    // Neither padding nor a single letter behind it says anything in base64.
    const [padding = ''] = /={0,2}$/.exec(secret) ?? [];
    const bare = secret.slice(0, secret.length - padding.length);
    return [
        ['with its first character changed', changedAt(secret, 0)],
        ['with a character in its first half changed', changedAt(secret, 0.25)],
        ['with a character in the middle changed', changedAt(secret, 0.5)],
        ['with a character in its second half changed', changedAt(secret, 0.75)],
        ['with its last character changed', changedAt(secret, 1)],
        ['without its last character', bare.slice(0, -1)],
        ['without its second half', secret.slice(0, Math.floor(secret.length / 2))],
        ['with more characters', `${bare}0000${padding}`],
        ...(hasCase(secret) ? [['in the other case', inOtherCase(secret)]] : []),
    ];
}
function readJson(part) {
    try {
        const value = JSON.parse(Buffer.from(part, 'base64url').toString());
        return typeof value === 'object' && value !== null ? value : undefined; // of anything
    }
    catch {
        return undefined;
    }
}
/** @returns undefined when it is no JSON Web Token */
function readToken(secret) {
    const [header = '', claims = '', signature = '', ...rest] = secret.split('.');
    const read = [readJson(header), readJson(claims)];
    if (rest.length > 0 || read[0]?.['alg'] === undefined || read[1] === undefined)
        return undefined;
    return { parts: [header, claims, signature], header: read[0], claims: read[1] };
}
const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** Signs as its header says, with a key that nobody has seen. */
async function signedByStranger({ header, parts }, carriesKey) {
    const { createHmac, generateKeyPairSync, randomBytes, sign, constants } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 19));
    const algorithm = String(header['alg']);
    const hash = `sha${algorithm.slice(2)}`;
    const pair = () => {
        if (algorithm.startsWith('ES'))
            return generateKeyPairSync('ec', {
                namedCurve: { ES384: 'P-384', ES512: 'P-521' }[algorithm] ?? 'P-256',
            });
        if (/^Ed/.test(algorithm))
            return generateKeyPairSync('ed25519');
        return generateKeyPairSync('rsa', { modulusLength: 2_048 });
    };
    if (algorithm.startsWith('HS')) {
        const data = `${parts[0]}.${parts[1]}`;
        return `${data}.${createHmac(hash, randomBytes(32)).update(data).digest('base64url')}`;
    }
    const { privateKey, publicKey } = pair();
    const jwk = publicKey.export({ format: 'jwk' });
    const data = `${carriesKey ? encode({ ...header, jwk }) : parts[0]}.${parts[1]}`;
    const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
    const signature = sign(/^Ed/.test(algorithm) ? null : hash, Buffer.from(data), {
        key: privateKey,
        dsaEncoding: 'ieee-p1363',
        ...(algorithm.startsWith('PS') ? pss : {}),
    });
    return `${data}.${signature.toString('base64url')}`;
}
async function missesOfToken(token) {
    const { createHmac } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 19));
    const { parts, header, claims } = token;
    const [first, second, third] = parts;
    const later = encode({ ...claims, exp: Number(claims['exp'] ?? 0) + 3_600, jti: 'near-miss' });
    const hmac = `${encode({ ...header, alg: 'HS256' })}.${second}`;
    return [
        ['with a character of its header changed', `${changedAt(first, 0.5)}.${second}.${third}`],
        ['with a character of its claims changed', `${first}.${changedAt(second, 0.5)}.${third}`],
        ['with a character of its signature changed', `${first}.${second}.${changedAt(third, 0.5)}`],
        ['with the first character of its signature changed', `${first}.${second}.${changedAt(third, 0)}`],
        ['with the last character of its signature changed', `${first}.${second}.${changedAt(third, 1)}`],
        ['with other claims under its signature', `${first}.${later}.${third}`],
        ['without its last character', `${first}.${second}.${third.slice(0, -1)}`],
        ['without its signature', `${first}.${second}.`],
        ['without its third part', `${first}.${second}`],
        ['in the other case', inOtherCase(`${first}.${second}.${third}`)],
        ['with the algorithm none', `${encode({ ...header, alg: 'none' })}.${second}.`],
        ['with the algorithm nOnE', `${encode({ ...header, alg: 'nOnE' })}.${second}.`],
        ['signed with another key', await signedByStranger(token, false)],
        ['signed with another key that it brings along', await signedByStranger(token, true)],
        ['signed with an empty secret', `${hmac}.${createHmac('sha256', '').update(hmac).digest('base64url')}`],
    ];
}
async function missesOf(name, value) {
    const [lead, secret] = partsOf(name, value);
    const token = readToken(secret);
    const changed = token === undefined ? missesOfText(secret) : await missesOfToken(token);
    const scheme = lead.trim().toLowerCase();
    return [
        { how: 'left out' },
        ...changed.map(([how, text]) => ({ how, header: [name, `${lead}${text}`] })),
        ...(name.endsWith('authorization') && scheme !== ''
            ? [
                {
                    how: 'with another scheme',
                    header: [name, `${scheme === 'basic' ? 'Bearer' : 'Basic'} ${secret}`],
                },
            ]
            : []),
        { how: `in the header ${otherName(name)}`, header: [otherName(name), value] },
    ];
}
/** Which of the headers say who asks: those that are called so, else all. */
function credentialsIn(headers) {
    const names = [...headers.keys()];
    const called = names.filter((name) => /auth|key|token|secret|cookie|password|credential|session|sign/.test(name));
    return called.length > 0 ? called : names;
}
/**
 * Several credentials are changed together: of two that are good each for itself, either is let in.
 * @param headers in lower case \u2192 value; at least one
 */
async function nearMissesOf(headers) {
    const names = credentialsIn(headers);
    const each = await Promise.all(names.map(async (name) => missesOf(name, headers.get(name) ?? '')));
    const most = Math.max(...each.map(({ length }) => length));
    return Array.from({ length: most }, (_each, index) => {
        const sent = new Map([...headers].filter(([name]) => !names.includes(name)));
        const what = each.map((misses, position) => {
            const miss = misses[Math.max(0, misses.length - most + index)] ?? { how: 'left out' };
            if (miss.header !== undefined)
                sent.set(...miss.header);
            return `${names[position]} ${miss.how}`;
        });
        return { what: what.join(' and '), headers: sent };
    });
}

;// CONCATENATED MODULE: ./build/actions/verify/src/http/authentication.js
/** Whether a route takes this credential and no other: what is almost one is tried, and only a refusal is a refusal. */




/** Milliseconds: the route was there a moment ago. */
const LONGEST = 30_000;
const refusals = [401, 403];
/** Completes "a wrong one \u2026". */
function endOf(error) {
    const last = error instanceof probes_probe/* TooLate */.d6 ? error.last : error;
    if (last instanceof ask/* NotReady */.DX)
        return `is answered ${(0,ask/* told */.Ev)(last.answer)}`;
    if (last === undefined)
        return 'is not answered';
    const code = (0,network/* codeOf */.$)(last);
    return code === undefined ? undefined : `is not answered (${code})`;
}
/** @param answer to the credential itself, as expected */
async function proveAuthentication(probe, answer, { signal, deadline, waitFor }) {
    const patience = { signal, waitFor, deadline: Math.min(deadline, LONGEST) };
    const names = [...probe.headers.keys()].join(' and ');
    const seen = `${(0,ask/* told */.Ev)(answer)} as expected`;
    const refused = new Set();
    let doubt;
    const misses = await nearMissesOf(probe.headers);
    for (const { what, headers } of misses) {
        try {
            const miss = await (0,ask/* askReady */.Zu)(probe, headers, patience);
            if (refusals.includes(miss.status))
                refused.add(miss.status);
            else if (miss.complaint !== undefined)
                doubt ??= `${what} is answered ${(0,ask/* told */.Ev)(miss)}, and ${miss.complaint.what}`;
            else if (miss.status < 300 || probe.expect.includes(miss.status))
                return (0,probes_probe/* disproven */.vI)(`${seen}, but ${what} is answered ${(0,ask/* told */.Ev)(miss)} as well.`);
            else
                doubt ??= `${what} is answered ${(0,ask/* told */.Ev)(miss)}`;
        }
        catch (error) {
            signal.throwIfAborted();
            const end = endOf(error);
            if (end === undefined)
                throw error;
            // Whatever is wrong now will be wrong with the next as well.
            doubt ??= `${what} ${end}`;
            break;
        }
    }
    if (doubt !== undefined)
        return (0,probes_probe/* undecided */.oo)(`${seen}, but ${doubt}: only 401 and 403 show that it was looked at.`);
    // A route that refuses everybody by now has shown nothing.
    const again = await (0,ask/* askReady */.Zu)(probe, probe.headers, patience).catch((error) => {
        signal.throwIfAborted();
        return endOf(error) ?? Promise.reject(error);
    });
    if (typeof again === 'string' || !probe.expect.includes(again.status)) {
        const end = typeof again === 'string' ? again : `is answered ${(0,ask/* told */.Ev)(again)}`;
        return (0,probes_probe/* undecided */.oo)(`${seen}, but after what was almost ${names} the right one ${end} as well.`);
    }
    const statuses = [...refused].sort((one, another) => one - another).join(' and ');
    return (0,probes_probe/* proven */.H3)(`${seen}; ${misses.length} near misses of ${names} are answered ${statuses}.`);
}


/***/ })

};
