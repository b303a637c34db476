package org.threshold.launch.web;

/**
 * What every page of a restricted case says at its top.
 *
 * @param kind      why it is restricted, as it is counted
 * @param reason    why, as it was written
 * @param manager   name of who manages it
 * @param mine      whether that is who looks
 * @param emergency when their emergency access ends, such as 'today at 14:05'; null for who is named
 * @param left      how long that is, such as '3 hours 59 minutes'; null for who is named
 * @param readable  whether who looks may see the case itself, and so who else may
 */
public record RestrictionNotice(String reference, String kind, String reason, String manager, boolean mine,
                                String emergency, String left, boolean readable) {
}
