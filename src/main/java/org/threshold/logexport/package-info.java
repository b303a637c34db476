/** The service's own event log for analysts: XES and OCEL files without names, built from recorded facts. */
package org.threshold.logexport;
