export const id = 752;
export const ids = [752];
export const modules = {

/***/ 2752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exchange: () => (/* binding */ exchange)
/* harmony export */ });
/* harmony import */ var _aws_sdk_credential_providers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9719);
/** The one call of the AWS SDK; imported when a role is assumed, because the SDK takes a while to load. */

async function exchange(options) {
    const provider = (0,_aws_sdk_credential_providers__WEBPACK_IMPORTED_MODULE_0__.fromWebToken)({
        roleArn: options.role,
        roleSessionName: options.sessionName,
        webIdentityToken: options.token,
        durationSeconds: options.seconds,
        clientConfig: {
            region: options.region,
            // Retries are ours: a new token for each.
            maxAttempts: 1,
            ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
        },
    });
    const { accessKeyId, secretAccessKey, sessionToken } = await provider();
    return {
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_SESSION_TOKEN: sessionToken ?? '',
    };
}


/***/ })

};
