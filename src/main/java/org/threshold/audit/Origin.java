package org.threshold.audit;

/**
 * From where something was done.
 *
 * @param address the network address of whoever asked, as the proxy in front says it; null where nobody asked
 */
public record Origin(Via via, String address) {

    /** As long as an IPv6 address that carries an IPv4 one. */
    private static final int LONGEST = 45;

    /** Which way it came. */
    public enum Via {
        /** A page in a browser. */
        PAGE,
        /** Another system. */
        API,
        /** The service itself: a timer, a start, or work that somebody set going. */
        BACKGROUND,
        /** The command line of the server. */
        COMMAND
    }

    public Origin {
        address = address == null || address.length() <= LONGEST ? address : address.substring(0, LONGEST);
    }

    public static Origin background() {
        return new Origin(Via.BACKGROUND, null);
    }
}
