package org.threshold.access;

/** Asked of the rooms that know the work on a case; the closest answer counts. */
public interface CaseRelations {

    /** @return {@link CaseRelation#NONE} also where there is no such case */
    CaseRelation of(Officer officer, String caseReference);
}
