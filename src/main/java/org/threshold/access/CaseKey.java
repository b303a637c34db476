package org.threshold.access;

/** What names a case: its reference. This room knows cases by nothing else. */
public interface CaseKey {

    String value();
}
