package org.threshold.accommodation;

/**
 * A district of England whose council is a housing authority.
 *
 * @param code          by the Office for National Statistics
 * @param noticeEmail   where a notice under s208 goes; null while nobody has entered it
 * @param noticeAddress the same by post, or null
 * @param middle        a rough middle of it, for distances; null when not known
 */
public record District(String code, String name, String noticeEmail, String noticeAddress, Unit.Place middle,
                       int version) {
}
