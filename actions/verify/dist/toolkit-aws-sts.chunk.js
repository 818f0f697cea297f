export const id = "toolkit-aws-sts";
export const ids = ["toolkit-aws-sts"];
export const modules = {

/***/ 8455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assumeWithToken: () => (/* binding */ assumeWithToken),
/* harmony export */   callerArn: () => (/* binding */ callerArn)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1695);
/* harmony import */ var _aws_sdk_credential_providers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9719);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4856);
/** What STS is asked; imported when a role is assumed, because the SDK takes a while to load. */



/** Retries are ours: a new token for each. */
const ONCE = { maxAttempts: 1 };
/** @param seconds that the credentials live */
async function assumeWithToken({ role, sessionName, sessionPolicy }, token, seconds, settings) {
    const { accessKeyId, secretAccessKey, sessionToken } = await (0,_aws_sdk_credential_providers__WEBPACK_IMPORTED_MODULE_1__.fromWebToken)({
        roleArn: role,
        roleSessionName: sessionName,
        webIdentityToken: token,
        durationSeconds: seconds,
        ...(sessionPolicy === undefined
            ? {}
            : {
                policy: JSON.stringify(sessionPolicy.document),
                policyArns: sessionPolicy.managed.map((arn) => ({ arn })),
            }),
        clientConfig: { ...settings, ...ONCE },
    })();
    return {
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_SESSION_TOKEN: sessionToken ?? '',
    };
}
/** `arn:aws:sts::123456789012:assumed-role/name/session` */
async function callerArn(settings, credentials) {
    const client = new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__/* .STSClient */ .iM({ ...(0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .signedBy */ .qI)(credentials, settings), ...ONCE });
    try {
        const { Arn } = await client.send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__/* .GetCallerIdentityCommand */ .zI({}));
        return Arn ?? '';
    }
    finally {
        client.destroy();
    }
}


/***/ })

};
