package org.threshold.homelessness;

/** Where an approach can be taken up that did not begin at its beginning: one brought over, or re-opened. */
public enum Stage {
    TRIAGE, ASSESSMENT, PLAN, PREVENTION, RELIEF, DECISION, MAIN_DUTY, S190, S193C, CLOSING
}
