package org.threshold.demonstration;

import java.util.List;

/** More that happened before the first start; each part of the past gives its own, and all are told in one order. */
public interface MadeUpPast {

    List<Happening> story();
}
