package org.threshold.accommodation;

/**
 * What a household is charged for a unit, in pence.
 *
 * @param eligible   the part that Housing Benefit may cover
 * @param ineligible the part that it may not, such as meals, heating and water
 */
public record Rate(Per per, int eligible, int ineligible) {

    public enum Per {
        NIGHT("a night"), WEEK("a week");

        private final String words;

        Per(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Rate {
        if (eligible < 0 || ineligible < 0) {
            throw new IllegalArgumentException("A charge is not negative");
        }
    }

    public int total() {
        return Math.addExact(eligible, ineligible);
    }
}
