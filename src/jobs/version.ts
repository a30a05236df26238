import project from "../../package.json";

/** The product's version, as it stands in package.json. */
export const VERSION: string = project.version;
