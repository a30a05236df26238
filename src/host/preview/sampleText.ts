import pipeline from "../../../assets/sample/sales_pipeline.csv";
import products from "../../../assets/sample/products.csv";
import teams from "../../../assets/sample/sales_teams.csv";
import type { SampleFiles } from "../sample";

/** The sample's files as the bundler packs them. */
export const SAMPLE_TEXT: SampleFiles = { pipeline, teams, products };
