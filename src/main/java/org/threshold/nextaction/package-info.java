/** What the service proposes to do next on a case, from its facts, and what officers answer. */
package org.threshold.nextaction;
