/** Stands in for the package of this name, which RxDB's exported test suites import. */
export default structuredClone;
