package org.threshold.homelessness;

import java.util.List;

/**
 * Suggested steps of a personalised housing plan by what made a household homeless: data of the council's own, which
 * designers edit. Nothing of a template is part of a plan before an officer has agreed it with the applicant
 * (s189A(4)). Answered by the process room from the decision tables.
 */
public interface PlanTemplates {

    /** @param title as officers see it */
    record Template(String key, String title) {
    }

    /**
     * @param days    from today until it should be done
     * @param contact whom the applicant can ring; null when nobody
     */
    record Step(PlanStep.Who who, PlanStep.Kind kind, int days, String what, String contact) {
    }

    /** Every template, in the order of the table. */
    List<Template> all();

    /** Those that fit what was assessed, the best first; empty when the table has none. */
    List<Template> fitting(String reasonForLoss, String accommodationNow);

    /** The steps of a template in their order; empty when there is none of that key. */
    List<Step> steps(String template);
}
