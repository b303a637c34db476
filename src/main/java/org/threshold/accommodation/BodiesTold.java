package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether school, doctor and health visitor were told where a child lives now (Housing Act 1996 s213AA).
 *
 * @param words         why nobody was reached, or what they said when they refused; null where they agreed
 * @param agreedOn      null unless they agreed, as the next two
 * @param informationOn the day on which they said which bodies those are
 * @param dueOn         the last of 14 days beginning with the latest of agreement, information and placement
 * @param law           whether s213AA was law on the first night
 */
public record BodiesTold(long placementId, Consent consent, String words, LocalDate agreedOn, LocalDate informationOn,
                         LocalDate dueOn, boolean law, List<Told> told, LocalDate madeOn, String by) {

    public BodiesTold {
        told = List.copyOf(told);
    }

    public enum Consent {
        AGREED("They agree"), REFUSED("They do not agree"), NOT_REACHED("They could not be asked yet");

        private final String words;

        Consent(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * @param email   null where it goes by post
     * @param address null where it goes by e-mail
     * @param byEmail whether it went from here; otherwise an officer posts the letter
     */
    public record Told(SignUp.Body body, String name, String email, String address, Long letterId, boolean byEmail) {
    }

    public boolean late() {
        return dueOn != null && madeOn.isAfter(dueOn);
    }
}
