package org.threshold.scenario;

/** Made-up districts that stand for regions in which households are placed out of the district. */
enum Host {
    SAMPLEFORD("E07999002", "Sampleford", "AA2 2AA"), DUMMYSHIRE("E07999003", "Dummyton", "AA3 3AA"),
    MOCKHAM("E07999004", "Mockham", "AA4 4AA"), BLANKSTEAD("E07999005", "Blankstead", "AA5 5AA");

    private final String district;
    private final String town;
    private final String postcode;

    Host(String district, String town, String postcode) {
        this.district = district;
        this.town = town;
        this.postcode = postcode;
    }

    String district() {
        return district;
    }

    String town() {
        return town;
    }

    String postcode() {
        return postcode;
    }
}
