package org.threshold.oversight;

import java.util.List;

/**
 * An entry of the audit as people read it.
 *
 * @param at       day and time in London
 * @param username who did it, for a link or a filter
 * @param who      their name
 * @param what     what was done, in words
 * @param facts    what is known besides, each in words
 * @param from     from where, in words
 * @param stranger whether they had nothing to do with the case at that moment
 */
public record EntryLine(String at, String caseReference, long number, String username, String who, String what,
                        List<String> facts, String reason, String provision, String from, boolean stranger) {
}
