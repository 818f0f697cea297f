export const id = "toolkit-postgres-session";
export const ids = ["toolkit-postgres-session"];
export const modules = {

/***/ 4389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AS_READ_SQL: () => (/* binding */ AS_READ_SQL),
  WATCH_SQL: () => (/* binding */ WATCH_SQL),
  connect: () => (/* binding */ connect),
  driverClient: () => (/* binding */ driverClient),
  settingsSql: () => (/* binding */ settingsSql)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/toolkit/postgres/application-name.js
const BYTES = 63;
const application_name_form = /^(?:migrate|verify) ([^\s/]+\/[^\s/]+) (\d+)\/(\d+)$/;
/** `migrate owner/name 1234/1` */
function applicationName(step, { repository, id, attempt }) {
    const name = `${step} ${repository} ${id}/${attempt}`;
    return Buffer.from(name).subarray(0, BYTES).toString('utf8').replace(/\ufffd+$/, '');
}
/** The page of the run that an application name stands for, if it is one of ours and whole. */
function runUrlOf(name, { repositoryUrl, repository }) {
    const [, theirs, id, attempt] = application_name_form.exec(name) ?? [];
    if (theirs === undefined || !repositoryUrl.endsWith(repository))
        return undefined;
    const server = repositoryUrl.slice(0, -repository.length);
    return `${server}${theirs}/actions/runs/${id}/attempts/${attempt}`;
}
/** Stands between what the tool sends and what a file says. It never says which file: names are text of others. */
const FILE_MARK = '/* migrate */ ';
/** SQL for a session's statement: from the text of the file on, if it runs one. */
const STATEMENT_SQL = (/* unused pure expression or super */ null && (`left(
  CASE WHEN strpos(a.query, '${FILE_MARK}') > 0 THEN substr(a.query, strpos(a.query, '${FILE_MARK}') + ${FILE_MARK.length}) ELSE a.query END,
  1000)`));

;// CONCATENATED MODULE: ./build/toolkit/postgres/completed.js
const completed = new WeakMap();
/** Counts from now on what a client completes. */
function countCompleted({ connection }) {
    let count = 0;
    connection.on('commandComplete', () => count++);
    connection.on('errorMessage', (error) => completed.set(error, count));
    connection.on('readyForQuery', () => {
        count = 0;
    });
}
/** @returns undefined for an error that no server sent */
function completedBefore(error) {
    return typeof error === 'object' && error !== null ? completed.get(error) : undefined;
}

;// CONCATENATED MODULE: ./build/toolkit/postgres/message.js
/** A message of any number of statements, of whose answers the rows alone are kept: a file may have a million of them. */

const NONE = Object.freeze([]);
class Message extends esm/* default.Query */.Ay.Query {
    #answers = [];
    /** The driver would keep an object of ten members for each statement. */
    handleCommandComplete() {
        // Where the driver gathers rows; @types/pg does not know it.
        const { _result } = this;
        this.#answers.push(_result.rows.length === 0 ? NONE : _result.rows);
        if (_result.rows.length > 0)
            _result.rows = [];
    }
    get answers() {
        return this.#answers;
    }
}
/**
 * Sends a message at once.
 * @returns the rows of each statement
 * @throws the server's error, or that of a connection that is lost
 */
function sendMessage(client, sql) {
    return new Promise((resolve, reject) => {
        const message = new Message(sql, (error) => {
            if (error)
                reject(error);
            else
                resolve(message.answers);
        });
        client.query(message);
    });
}

;// CONCATENATED MODULE: ./build/toolkit/postgres/notices.js
/** As the driver tells it, whose type has neither severity nor code as what is always there. */
function noticeOf(told) {
    return told; // the protocol's error and notice fields, which every server sends
}
/** Who listens to the answers that a client is still to get, in order; to be called for each message that is sent. */
function listenTo(client) {
    const listeners = [];
    let completed = 0;
    client.connection.on('commandComplete', () => completed++);
    client.connection.on('readyForQuery', () => {
        completed = 0;
        listeners.shift();
    });
    client.on('notice', (told) => listeners[0]?.(noticeOf(told), completed));
    return (listener) => void listeners.push(listener);
}
/** Listens to what a server says while one message is answered, beside which no other is under way. */
async function hearing(client, listener, work) {
    let completed = 0;
    const count = () => completed++;
    const hear = (told) => listener(noticeOf(told), completed);
    client.connection.on('commandComplete', count);
    client.on('notice', hear);
    try {
        return await work();
    }
    finally {
        client.connection.off('commandComplete', count);
        client.off('notice', hear);
    }
}

;// CONCATENATED MODULE: ./build/toolkit/postgres/without-rows.js
/**
 * Errors of a server without values of its rows. The server quotes them freely: the failing row, the duplicate key, the
 * line of a COPY, the text that is no number, the statement that a function put together. What remains are the words of
 * the server itself, and the names of tables, columns and constraints.
 */
/** What stands for a value. */
const HIDDEN = '\u2026';
/** As the server has said it, for whoever knows which of its words are no values. */
const said = new WeakMap();
/** Functions of the server, and of its languages, that say what code of others has put together. */
const RAISING = /^(?:exec_stmt_raise|exec_stmt_assert|PLy_output|do_util_elog|pltcl_elog)$/;
/** Raised by the code of a function, in PL/pgSQL or another language: its text is made of whatever that has put into it. */
function isRaised({ code = '', routine = '' }) {
    return /^(?:P0001|P0004|3[89]...)$/.test(code) || RAISING.test(routine);
}
/** About values (class 22), rows (class 23), or a statement that a function has put together. */
function quotesValues(error) {
    const { code = '', internalQuery } = error;
    return /^2[23]/.test(code) || internalQuery !== undefined || isRaised(error);
}
function messageOf(error) {
    const { code = '', message, internalQuery } = error;
    if (isRaised(error))
        return `an exception was raised: ${HIDDEN}`;
    // The argument of chr().
    if (code === '54000')
        return message.replace(/: \d+$/, `: ${HIDDEN}`);
    // Of rows it names the constraint alone.
    if (!code.startsWith('22') && internalQuery === undefined)
        return message;
    if (code.startsWith('23'))
        return message;
    // The value may have quotes in it, too: from the first to the last one.
    return message
        .replace(/"[\s\S]*"/, `"${HIDDEN}"`)
        .replace(/\b0x[0-9a-f]{2}\b(?: 0x[0-9a-f]{2}\b)*|\b\d{4,}\b/gi, HIDDEN);
}
/** `a, b` of `Key (a, b)=(1, 2) already exists.` */
function keyIn(detail = '') {
    const from = detail.indexOf('(') + 1;
    const to = detail.indexOf(')=(', from);
    return from > 0 && to > from ? detail.slice(from, to) : undefined;
}
function detailOf(error) {
    const { schema, table, column, constraint, detail } = error;
    if (!quotesValues(error))
        return detail;
    const columns = keyIn(detail) ?? column;
    const about = [
        table === undefined ? undefined : `table ${schema === undefined ? '' : `${schema}.`}${table}`,
        columns === undefined ? undefined : `${columns.includes(', ') ? 'columns' : 'column'} ${columns}`,
        constraint === undefined ? undefined : `constraint ${constraint}`,
    ].filter((part) => part !== undefined);
    return about.length === 0 ? undefined : `It is about ${about.join(', ')}.`;
}
/** Where in which function, and at which line of a COPY; not the statement, and not the line itself. */
const PLACES = [
    /^PL\/pgSQL function .+ line \d+ at [A-Za-z ]+$/,
    /^PL\/pgSQL function .+ (?:while|during) [a-z ]+$/,
    /^SQL function "[^"]+"(?: statement \d+| during [a-z]+)?$/,
    /^COPY [^,:"]+, line \d+(?:, column [^,:"]+)?/,
    /^while [a-z ]+ tuple \(\d+,\d+\) (?:in|of) relation "[^"]+"$/,
];
function whereOf({ where }) {
    const lines = (where ?? '').split('\n').flatMap((line) => {
        const found = PLACES.map((place) => place.exec(line)?.[0]).find((each) => each !== undefined);
        return found === undefined ? [] : [found];
    });
    return lines.length === 0 ? undefined : lines.join('\n');
}
/** Takes the values out of an error of the server, which stays the same object. */
function hideRows(error) {
    const quoting = error; // what pg makes of an ErrorResponse
    if (said.has(error) || typeof quoting.message !== 'string')
        return;
    const { message, stack } = quoting;
    said.set(error, message);
    const [shown, detail, where] = [messageOf(quoting), detailOf(quoting), whereOf(quoting)];
    if (isRaised(quoting))
        quoting.hint = undefined;
    quoting.detail = detail;
    quoting.where = where;
    quoting.message = shown;
    if (stack !== undefined)
        quoting.stack = stack.replace(message, () => shown);
    quoting.internalQuery = undefined;
}
/** From here on no error and no notice of a connection holds a value of a row. Before it is connected. */
function tellNoRows(client) {
    client.connection.on('errorMessage', hideRows);
    client.connection.on('notice', hideRows);
}
function wordsIn(text) {
    return new Set(text.match(/[\p{L}\p{N}_]+/gu));
}
function messageAbout(error, sql, longest = Number.POSITIVE_INFINITY) {
    const whole = said.get(error);
    if ((whole ?? error.message).length > longest)
        return undefined;
    if (whole === undefined || whole === error.message)
        return error.message;
    const known = new Set([...wordsIn(sql), ...wordsIn(error.message)]);
    const words = whole.split(/(\s+)/).map((part) => {
        const own = part.match(/[\p{L}\p{N}_]+/gu) ?? [];
        return own.every((word) => known.has(word)) ? part : HIDDEN;
    });
    return words.join('').replace(/\u2026(?:\s+\u2026)+/g, HIDDEN);
}

;// CONCATENATED MODULE: ./build/toolkit/postgres/session.js
/** Connections to the database, with the settings under which migrations run. */








/** Milliseconds for a connection to be made, unless the target says otherwise. */
const CONNECT_MS = 15_000;
/** An error of the network, or the server's last word before it closes the connection. */
function tellsLoss(error) {
    const { code = '', severity, message = '', } = error;
    return (severity === 'FATAL' || /^E[A-Z]{4,}$/.test(code) || /^Connection terminated|not queryable$/.test(message));
}
function explain(error, target) {
    const { code = '', message = String(error) } = error;
    const place = `the database ${target.database} at ${target.host}`;
    if (code === '28P01' || code === '28000') {
        return new failure/* Failure */.HR({
            code: 'DATABASE_REFUSED',
            what: `The server refused the user of ${place}.`,
            why: message,
            fix: 'Check the user and how it proves to be that: its password, or the right to use IAM tokens.',
            cause: error,
        });
    }
    if (message.includes('client password must be a string')) {
        return new failure/* Failure */.HR({
            code: 'DATABASE_REFUSED',
            what: `The server asks for a password for ${place}, and none is given.`,
            fix: 'Put it into the URL, percent-encoded, or use `database-auth: aws-iam`.',
            cause: error,
        });
    }
    if (message.includes('does not support SSL')) {
        return new failure/* Failure */.HR({
            code: 'DATABASE_TLS',
            what: `There is no encrypted connection to ${place}: the server offers none.`,
            why: 'Off loopback, and with `sslmode` other than disable, the server must prove who it is.',
            fix: 'Turn TLS on at the server. Only where nobody else is on the way, add `?sslmode=disable` to the URL.',
            cause: error,
        });
    }
    if (code === '3D000') {
        return new failure/* Failure */.HR({
            code: 'DATABASE_MISSING',
            what: `There is no database ${target.database} at ${target.host}.`,
            fix: 'Create it, or correct the name in the URL.',
            cause: error,
        });
    }
    if (/certificate|self.signed|altnames|SSL|TLS/i.test(`${code} ${message}`)) {
        return new failure/* Failure */.HR({
            code: 'DATABASE_TLS',
            what: `There is no trusted connection to ${place}: ${message}.`,
            why: 'Off loopback the server must prove who it is (verify-full).',
            fix: 'Pass the authority of its certificate as `database-ca`; for Amazon RDS its global-bundle.pem.',
            cause: error,
        });
    }
    return new failure/* Failure */.HR({
        code: 'DATABASE_UNREACHABLE',
        what: `There is no connection to ${place} (${code || message}).`,
        ...(code === '' ? {} : { why: message }),
        fix: 'Check host and port of the database, and that the runner may reach them.',
        cause: error,
    });
}
/**
 * A client that does what its target says and nothing else, and whose errors tell no rows. The driver would also read
 * PGOPTIONS and the like, by which a session does other things than were shown, and turn off the proof of the server.
 */
async function driverClient(target, options) {
    const { host, port, database, user, tls } = target;
    const isSocket = host.startsWith('/');
    const ssl = tls === undefined || isSocket
        ? false
        : { rejectUnauthorized: true, ...(tls.ca === undefined ? {} : { ca: tls.ca }) };
    const client = new esm/* default.Client */.Ay.Client({
        host,
        port,
        database,
        user,
        password: await target.password(),
        ssl,
        sslnegotiation: 'postgres',
        client_encoding: 'UTF8',
        ...options,
    });
    const parameters = client; // missing in pg's types
    // What the target says itself, or nothing.
    if (target.options === undefined)
        delete parameters.connectionParameters.options;
    else
        parameters.connectionParameters.options = target.options;
    delete parameters.connectionParameters.replication;
    tellNoRows(client);
    return client;
}
const AFTER_THIS_SERVER = new Set(['DATABASE_UNREACHABLE', 'DATABASE_STANDBY']);
/**
 * To the first of the target's servers that answers and is the one that is wanted, as libpq does.
 * @throws Failure DATABASE_REFUSED, DATABASE_MISSING, DATABASE_TLS, DATABASE_STANDBY or DATABASE_UNREACHABLE, with the
 * error as its cause
 */
async function connect(target, world, options = {}) {
    const servers = [target, ...(target.others ?? [])];
    for (const [index, { host, port }] of servers.entries()) {
        try {
            return await connectTo({ ...target, host, port }, world, options);
        }
        catch (error) {
            const isLast = index === servers.length - 1;
            if (isLast || !(error instanceof failure/* Failure */.HR) || !AFTER_THIS_SERVER.has(error.code))
                throw error;
            world.log.info(`${error.what} The next server is asked.`);
        }
    }
    throw new RangeError('a target has a server');
}
/** By libpq's `target_session_attrs`. */
async function refuseOther({ query }, { attributes, host }) {
    if (attributes === undefined || attributes === 'any')
        return;
    const [is] = await query(`SELECT pg_catalog.pg_is_in_recovery() AS standby,
       pg_catalog.pg_is_in_recovery() OR pg_catalog.current_setting('default_transaction_read_only')::boolean AS readonly`);
    const found = {
        primary: is?.standby === false,
        standby: is?.standby === true,
        'read-write': is?.readonly === false,
        'read-only': is?.readonly === true,
    };
    if (found[attributes])
        return;
    throw new failure/* Failure */.HR({
        code: 'DATABASE_STANDBY',
        what: `The server at ${host} is not ${attributes}, which \`target_session_attrs\` asks for.`,
        fix: 'Name the right server, or all of them: `host=<one>,<other>`.',
    });
}
async function connectTo(target, world, options) {
    const session = await openSession(target, world, options);
    try {
        await refuseOther(session, target);
        return session;
    }
    catch (error) {
        await session.close();
        throw error;
    }
}
async function openSession(target, world, { step = 'migrate', signal }) {
    const socket = new external_node_net_.Socket();
    const client = await driverClient(target, {
        stream: () => socket,
        application_name: applicationName(step, world.run),
        connectionTimeoutMillis: target.connectTimeout ?? CONNECT_MS,
        keepAlive: true,
        pipeline: true,
    });
    signal?.throwIfAborted();
    let broken = false;
    // A connection that breaks rejects the query under way; without a listener it would end the process as well.
    client.on('error', () => {
        broken = true;
    });
    client.on('end', () => {
        broken = true;
    });
    countCompleted(client);
    const hangUp = () => void socket.destroy();
    signal?.addEventListener('abort', hangUp, { once: true });
    try {
        await client.connect();
    }
    catch (error) {
        signal?.removeEventListener('abort', hangUp);
        if (signal?.aborted !== true)
            await client.end().catch(() => undefined);
        throw explain(error, target);
    }
    // From here on each message has one answer; before, there was one to the start.
    const listen = listenTo(client);
    const send = async (sql, values, heard) => {
        listen(heard);
        if (values === undefined)
            return sendMessage(client, sql);
        const { rows } = await client.query(sql, [...values]);
        return [rows];
    };
    const { stream } = client.connection; // missing in pg's types
    return {
        send,
        sendAll: async (messages) => {
            stream.cork();
            const answers = messages.map(({ sql, heard }) => send(sql, undefined, heard));
            stream.uncork();
            return Promise.allSettled(answers);
        },
        query: async (sql, values) => ((await send(sql, values)).at(-1) ?? []), // the caller wrote the SELECT
        completedBefore: completedBefore,
        announcedPid: client.processID, // BackendKeyData; missing in pg's types
        broken: (error) => broken || (error !== undefined && tellsLoss(error)),
        close: async () => {
            signal?.removeEventListener('abort', hangUp);
            // The farewell is on its way; that the server has read it is not worth a round trip.
            client.end().catch(() => undefined);
        },
    };
}
/** A backslash in a string is a backslash, as it was when the file was read and shown, whatever the server's settings are. */
const AS_READ_SQL = 'SET standard_conforming_strings = on';
/** What a session that migrates sets, and sets again after each file. */
function settingsSql({ lockTimeout, statementTimeout }) {
    return [
        AS_READ_SQL,
        `SET lock_timeout = ${lockTimeout}`,
        `SET statement_timeout = ${statementTimeout}`,
        // A runner that is gone without a word must not keep its locks for long.
        'SET idle_in_transaction_session_timeout = 60000',
    ].join('; ');
}
/** A killed runner's lock is freed within a second by this. Not every server and platform has it. */
const WATCH_SQL = "SET client_connection_check_interval = '1s'";


/***/ })

};
