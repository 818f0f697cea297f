export const id = "provision-store-configuration";
export const ids = ["provision-store-configuration"];
export const modules = {

/***/ 9573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkConfiguration: () => (/* binding */ checkConfiguration)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8182);
/* harmony import */ var _stack_code_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(333);
/* harmony import */ var _terraform_modules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(547);
/* harmony import */ var _plan_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1187);
/**
 * Whether the code in a plan file is that of the checkout: an apply goes by what the file holds. A provisioner, a
 * condition or a module that only one of the two has was reviewed by nobody.
 */






function called(key) {
    return key === '' ? 'the stack itself' : `module.${key.replaceAll('.', '.module.')}`;
}
function samePlace(one, other) {
    return one.source === other.source && one.version === other.version && one.dir === other.dir;
}
function moduleDifferences({ files, ...planned }, found, { stack, tool, world }) {
    const name = called(planned.key);
    if (!samePlace(planned, found))
        return [`${name} was ${planned.source || planned.dir} ${planned.version}, and is another one here`];
    const differ = [...files].flatMap(([file, content]) => {
        try {
            const here = (0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_2__/* .readWithin */ .w0)(world.workspace, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(stack.folder, found.dir, file));
            return here.equals(content) ? [] : [`${file} of ${name} is another one`];
        }
        catch (error) {
            if (!(error instanceof _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_2__/* .Unreadable */ .IO))
                throw error;
            return error.reason === 'missing'
                ? [`${file} of ${name} is only in the plan file`]
                : [`${file} of ${name} cannot be read: ${error.message}`];
        }
    });
    const missing = (0,_stack_code_js__WEBPACK_IMPORTED_MODULE_3__/* .readBy */ .a)((0,_terraform_modules_js__WEBPACK_IMPORTED_MODULE_4__/* .filesIn */ .nG)(stack, found, world), tool)
        .filter((file) => !files.has(file))
        .map((file) => `${file} of ${name} is not in the plan file`);
    return [...differ, ...missing];
}
/**
 * @param planFile its content
 * @param checkout with the stack initialised, so that what is fetched is there
 * @throws Failure PLAN_CONFIGURATION
 */
function checkConfiguration(planFile, checkout) {
    const refuse = (why) => new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'PLAN_CONFIGURATION',
        what: `The plan file that was saved for ${checkout.stack.folder} was made from other code than this checkout.`,
        why,
        fix: 'Look at what ran in the preview of the pull request: an honest Terraform does not make such a file. A module that is fetched may have changed: pin its version, and let the preview run again.',
    });
    let planned;
    try {
        planned = (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_5__/* .configurationIn */ .AM)(Buffer.from(planFile));
    }
    catch (error) {
        throw refuse(`It cannot be told which: ${error instanceof Error ? error.message : String(error)}.`);
    }
    const found = new Map((0,_terraform_modules_js__WEBPACK_IMPORTED_MODULE_4__/* .modulesFound */ .O3)(checkout.stack, checkout.world).map((place) => [place.key, place]));
    const differences = [
        ...planned.flatMap((module) => {
            const place = found.get(module.key);
            return place === undefined
                ? [`${called(module.key)} is only in the plan file`]
                : moduleDifferences(module, place, checkout);
        }),
        ...[...found.keys()]
            .filter((key) => !planned.some((module) => module.key === key))
            .map((key) => `${called(key)} is not in the plan file`),
    ];
    if (differences.length > 0)
        throw refuse(`${differences.join('; ')}.`);
}


/***/ })

};
