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

    /** Of the council itself where there is no host. */
    static String districtOf(Host hostOrNull) {
        return hostOrNull == null ? "E07999001" : hostOrNull.district;
    }

    static String townOf(Host hostOrNull) {
        return hostOrNull == null ? "Exampleton" : hostOrNull.town;
    }

    static String postcodeOf(Host hostOrNull) {
        return hostOrNull == null ? "AA1 1AA" : hostOrNull.postcode;
    }
}
