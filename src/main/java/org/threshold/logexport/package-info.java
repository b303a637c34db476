/** The service's own event log for analysts: XES and OCEL files without names, built from what was recorded of steps. */
package org.threshold.logexport;
