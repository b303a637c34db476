package org.threshold.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.threshold.audit.AuditVerifier.Finding;
import org.threshold.audit.store.ChainReader.Head;
import org.threshold.audit.store.ChainReader.Link;

/** Goes along the chains, entry by entry, and says what is wrong. One walk is for one thread. */
final class ChainWalk {

    /** So that a database that was overwritten does not fill the memory with sentences. */
    private static final int MOST_FINDINGS = 10_000;

    private final Map<String, Head> earlier;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Head> whole = new ArrayList<>();
    private Link last;
    private boolean broken;
    private long entries;

    /** @param earlier ends of chains as they once were, kept outside the database; may be empty */
    ChainWalk(Map<String, Head> earlier) {
        this.earlier = new TreeMap<>(earlier);
    }

    void next(Link link) {
        entries++;
        if (last == null || !last.chain().equals(link.chain())) {
            endOfChain();
            broken = false;
            first(link);
        } else {
            follow(link);
        }
        compareWithEarlier(link);
        last = link;
    }

    /** @param known the end of a chain that was found whole and is not there any more */
    void wentBack(Head known) {
        found(known.chain(), known.sequence(), "Entry " + known.sequence() + " " + of(known.chain())
                + " was there at the last check and is missing now, or everything of it");
    }

    /** @param withoutEntries heads of which no entry is left */
    List<Finding> end(List<Head> withoutEntries) {
        endOfChain();
        last = null;
        for (Head head : withoutEntries) {
            found(head.chain(), head.sequence(), "All entries " + of(head.chain()) + " are missing");
        }
        for (Head head : earlier.values()) {
            found(head.chain(), head.sequence(), "Entry " + head.sequence() + " " + of(head.chain())
                    + " stands in the earlier heads and is missing now, or everything of it");
        }
        return findings;
    }

    long entries() {
        return entries;
    }

    /** Ends of the chains in which nothing was wrong. */
    List<Head> whole() {
        return whole;
    }

    private void first(Link link) {
        if (link.knownSequence() == 0) {
            if (link.sequence() != 1) {
                missingBefore(link);
            } else {
                checkHash(link);
            }
        } else if (link.sequence() != link.knownSequence()) {
            missingBefore(link);
        } else if (!Arrays.equals(link.hash(), link.knownHash())) {
            altered(link);
        }
    }

    private void follow(Link link) {
        if (link.sequence() != last.sequence() + 1) {
            missingBefore(link);
        } else {
            checkHash(link);
        }
    }

    private void checkHash(Link link) {
        if (!Arrays.equals(link.hash(), link.ought())) {
            altered(link);
        }
    }

    private void endOfChain() {
        if (last == null) {
            return;
        }
        if (last.sequence() > last.lastSequence()) {
            found(last.chain(), last.sequence(), "Entry " + last.sequence() + " " + of(last.chain())
                    + " was not written by Threshold");
        } else if (last.sequence() < last.lastSequence()) {
            found(last.chain(), last.lastSequence(), "Entries " + of(last.chain()) + " after number "
                    + last.sequence() + " are missing");
        } else if (!Arrays.equals(last.hash(), last.lastHash())) {
            found(last.chain(), last.sequence(), "The last entry " + of(last.chain()) + ", number "
                    + last.sequence() + ", is not the one that its chain ends with");
        }
        if (!broken) {
            whole.add(new Head(last.chain(), last.sequence(), last.hash()));
        }
    }

    private void compareWithEarlier(Link link) {
        Head head = earlier.get(link.chain());
        if (head == null || head.sequence() != link.sequence()) {
            return;
        }
        earlier.remove(link.chain());
        if (!Arrays.equals(head.hash(), link.hash())) {
            found(link.chain(), link.sequence(), "Entry " + link.sequence() + " " + of(link.chain())
                    + " differs from the earlier heads: the chain was written anew up to there");
        }
    }

    private void missingBefore(Link link) {
        found(link.chain(), link.sequence(), "Entries " + of(link.chain()) + " before number " + link.sequence()
                + ", or that one, are missing, come twice or are out of order");
    }

    private void altered(Link link) {
        found(link.chain(), link.sequence(), "Entry " + link.sequence() + " " + of(link.chain())
                + " is not as it was written, or is out of order");
    }

    private void found(String chain, long sequence, String sentence) {
        broken = true;
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(chain, sequence, sentence));
        }
    }

    private static String of(String chain) {
        return chain.isEmpty() ? "of the service" : "of case " + chain;
    }
}
