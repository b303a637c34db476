/** The pages on which an event log is analysed, and the same for programs. */
package org.threshold.eventlog.web;
