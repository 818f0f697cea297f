export const id = "toolkit-aws-sts";
export const ids = ["toolkit-aws-sts"];
export const modules = {

/***/ 8455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   callerArn: () => (/* binding */ callerArn),
/* harmony export */   exchange: () => (/* binding */ exchange)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1695);
/** The calls of the AWS SDK; imported when a role is assumed, because the SDK takes a while to load. */

function clientFor({ region, endpoint }, credentials) {
    return new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_0__/* .STSClient */ .iM({
        region,
        // Retries are ours: a new token for each.
        maxAttempts: 1,
        ...(endpoint === undefined ? {} : { endpoint }),
        ...(credentials === undefined
            ? {}
            : {
                credentials: {
                    accessKeyId: credentials.AWS_ACCESS_KEY_ID,
                    secretAccessKey: credentials.AWS_SECRET_ACCESS_KEY,
                    sessionToken: credentials.AWS_SESSION_TOKEN,
                },
            }),
    });
}
async function exchange(options) {
    const { sessionPolicy } = options;
    const client = clientFor(options);
    try {
        const { Credentials: given } = await client.send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_0__/* .AssumeRoleWithWebIdentityCommand */ .WH({
            RoleArn: options.role,
            RoleSessionName: options.sessionName,
            WebIdentityToken: options.token,
            DurationSeconds: options.seconds,
            ...(sessionPolicy === undefined
                ? {}
                : {
                    Policy: JSON.stringify(sessionPolicy.document),
                    PolicyArns: sessionPolicy.managed.map((arn) => ({ arn })),
                }),
        }));
        return {
            AWS_ACCESS_KEY_ID: given?.AccessKeyId ?? '',
            AWS_SECRET_ACCESS_KEY: given?.SecretAccessKey ?? '',
            AWS_SESSION_TOKEN: given?.SessionToken ?? '',
        };
    }
    finally {
        client.destroy();
    }
}
/** `arn:aws:sts::123456789012:assumed-role/name/session` */
async function callerArn(place, credentials) {
    const client = clientFor(place, credentials);
    try {
        const { Arn } = await client.send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_0__/* .GetCallerIdentityCommand */ .zI({}));
        return Arn ?? '';
    }
    finally {
        client.destroy();
    }
}


/***/ })

};
