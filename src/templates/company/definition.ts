import type { RunPart } from "../../jobs/types";
import type { BrandColors } from "../../sheets/style";
import type { PlanRequest } from "../../planning/planRequest";
import type { EvaluationRequest } from "../../scoring/evaluation";
import type { PayPlan } from "../../scoring/pay/payPlan";
import type { Scheme } from "../../scoring/scheme";
import type { Lang } from "../../words";

/** What a company's own template is called, and what its cover says. */
export interface CompanyAbout {
  readonly name: string;
  /** One or two sentences: what it is for. */
  readonly purpose: string;
  readonly steps: readonly string[];
  /** Who made it, as they want to be named; empty when nobody is. */
  readonly by: string;
}

/** A cell in which the company says something else than the gallery does; row and column count from 0. */
export interface OwnCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
  /** What it said before; words are put where these stand now. */
  readonly was?: string;
}
/** By the id of the page. */
export type OwnCells = Readonly<Record<string, readonly OwnCell[]>>;

/** An evaluation without people: rules and periods, and one blank page of data for each scheme (and phase) in use. */
export interface EvaluationBody {
  readonly kind: "evaluation";
  readonly request: Omit<EvaluationRequest, "people" | "inputs" | "ratings" | "raters" | "schemes"> & {
    readonly schemes: readonly Scheme[];
  };
  readonly lines: readonly SchemeLine[];
  /** What people are paid for it. */
  readonly pay?: PayPlan;
}

/** A blank page of data: people to come, by scheme and phase. */
export interface SchemeLine {
  readonly scheme: string;
  readonly phase?: string;
  /** First and last day, where the scheme or phase is not in use throughout. */
  readonly from?: string;
  readonly to?: string;
}

/** A plan without people and amounts: how a total is split, whoever there is to share it. */
export interface PlanBody {
  readonly kind: "plan";
  readonly wish: Omit<PlanRequest, "team">;
  readonly company: string;
  /** What the levels below the company are called. */
  readonly levels: readonly string[];
}

/** The main job over a ledger: what to make of it and how, without anybody in it. */
export interface RunBody {
  readonly kind: "run";
  readonly parts: readonly RunPart[];
  /** Whose actuals were used: a plan's days are moved from it to the other ledger's year. */
  readonly baseYear: number;
  /** How targets are split; absent when none are asked for. */
  readonly plan?: PlanBody;
  /** The scheme people are scored by; absent when nobody is. */
  readonly evaluation?: EvaluationBody;
}

/** Forms: the gallery's pages in the company's words. */
export interface FormBody {
  readonly kind: "form";
}

/** Everything a company template is, as data: what is written from it, and what reading it gives back. */
export interface CompanyTemplate {
  readonly lang: Lang;
  readonly about: CompanyAbout;
  /** Id of the gallery's template it began as. */
  readonly base?: string;
  readonly body: EvaluationBody | PlanBody | RunBody | FormBody;
  readonly own: OwnCells;
  readonly colors?: BrandColors;
}
