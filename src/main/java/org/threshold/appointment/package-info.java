/** Appointments: when and where officer and household meet, the slots that are offered, and each officer's calendar. */
package org.threshold.appointment;
