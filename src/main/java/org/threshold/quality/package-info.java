/** Quality audits: a monthly sample of each team's cases, scored by step of the work. */
package org.threshold.quality;
