export const id = "toolkit-aws-s3";
export const ids = ["toolkit-aws-s3"];
export const modules = {

/***/ 8797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openBucket: () => (/* binding */ openBucket)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3711);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4856);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7071);
/** The few calls of S3 that are made beside Terraform; imported when they are, because the SDK takes a while to load. */



/** By address, as with Terraform: a name in front of it could not be looked up. */
function isAddress(endpoint) {
    return /^https?:\/\/(?:\d+\.\d+\.\d+\.\d+|\[)/.test(endpoint);
}
function hasStatus(error, status) {
    return error instanceof _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__/* .S3ServiceException */ .Hcp && error.$metadata.httpStatusCode === status;
}
function openBucket({ bucket, region, credentials, env }) {
    const settings = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientSettings */ .ry)('S3', region, env);
    const client = new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__/* .S3Client */ .YxF({
        ...(0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .signedBy */ .qI)(credentials, settings),
        forcePathStyle: isAddress(settings.endpoint ?? ''),
    });
    const failed = (error, verb, action, key) => (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .explainAws */ .B)(error, {
        what: `S3 to ${verb} s3://${bucket}/${key}`,
        action,
        endpoint: (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .endpointOf */ .X5)('S3', settings),
        env,
    });
    const read = async (key) => {
        try {
            const { Body, ETag = '' } = await client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__/* .GetObjectCommand */ .jLs({ Bucket: bucket, Key: key }));
            const body = await Body?.transformToByteArray();
            return body === undefined ? undefined : { body, tag: ETag };
        }
        catch (error) {
            if (error instanceof _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__/* .NoSuchKey */ ._kG)
                return undefined;
            throw failed(error, 'read', 's3:GetObject', key);
        }
    };
    return {
        get: async (key) => (await read(key))?.body,
        read,
        has: async (key) => {
            try {
                await client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__/* .HeadObjectCommand */ .l81({ Bucket: bucket, Key: key }));
                return true;
            }
            catch (error) {
                if (hasStatus(error, 404))
                    return false;
                throw failed(error, 'look for', 's3:GetObject', key);
            }
        },
        put: async (key, body, { once = false, over, encryptWith } = {}) => {
            const conditional = once || over !== undefined;
            try {
                const condition = {
                    ...(once ? { IfNoneMatch: '*' } : {}),
                    ...(over === undefined ? {} : { IfMatch: over }),
                };
                const encryption = encryptWith === undefined
                    ? {}
                    : { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: encryptWith };
                await client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__/* .PutObjectCommand */ .wKZ({ Bucket: bucket, Key: key, Body: body, ...condition, ...encryption }));
                return true;
            }
            catch (error) {
                // 409: another conditional write to the same key is under way.
                if (conditional && (hasStatus(error, 412) || hasStatus(error, 409)))
                    return false;
                // What was to be written over is gone.
                if (over !== undefined && hasStatus(error, 404))
                    return false;
                throw failed(error, 'write', 's3:PutObject', key);
            }
        },
        delete: async (key) => {
            try {
                await client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__/* .DeleteObjectCommand */ .k4j({ Bucket: bucket, Key: key }));
            }
            catch (error) {
                throw failed(error, 'delete', 's3:DeleteObject', key);
            }
        },
        close: () => client.destroy(),
    };
}


/***/ })

};
