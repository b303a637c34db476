package org.threshold.scenario;

/** Why a household is drawn: which of the published tables describes it. */
enum Need {
    /** Assessed as threatened with homelessness. */
    PREVENTION,
    /** Assessed as homeless. */
    RELIEF,
    /** In temporary accommodation. */
    TEMPORARY
}
