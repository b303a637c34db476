package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.Optional;
import org.threshold.casefile.CaseReference;

/**
 * What accommodation asks about the Housing Benefit claim; the room of charges answers. A claim covers a placement when
 * it is a new claim for it, or a change of address to it on a claim that runs.
 */
public interface ClaimsForKeys {

    enum Kind {
        NEW_CLAIM("New claim"), CHANGE_OF_ADDRESS("Change of address on a claim that runs");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** @param reference as the council's benefit system gave it */
    record Claim(long id, Kind kind, String reference, LocalDate madeOn) {
    }

    /**
     * What is entered when the claim is made with the household.
     *
     * @param liableFrom the first night for which they are charged
     * @param evidence   what they still have to bring, one item each; it is asked for on {@code madeOn}
     */
    record NewClaim(CaseReference caseReference, long placementId, Kind kind, String reference, LocalDate madeOn,
                    LocalDate liableFrom, java.util.List<String> evidence) {
    }

    Optional<Claim> covering(long placementId);

    /** Records it once: the same kind and reference again for the placement changes nothing. */
    Claim made(NewClaim claim);

    /** What is wrong with a reference, in words to the officer, or empty. */
    Optional<String> wrongWith(String reference, Kind kind, CaseReference caseReference);
}
