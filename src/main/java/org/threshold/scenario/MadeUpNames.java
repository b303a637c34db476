package org.threshold.scenario;

import java.util.List;
import java.util.random.RandomGenerator;
import org.threshold.casefile.Sex;

/** First names of many origins, and last names that plainly belong to nobody. */
final class MadeUpNames {

    private static final List<String> FEMALE = List.of("Aisha", "Amelia", "Ana", "Beata", "Bukola", "Carys", "Chloe",
            "Daria", "Elif", "Esther", "Farida", "Fatima", "Grace", "Hana", "Ifeoma", "Ines", "Jasmin", "Kamila",
            "Leila", "Lucy", "Mariam", "Megan", "Nadia", "Nasreen", "Olga", "Patience", "Rania", "Rosa", "Ruksana",
            "Sana", "Shabnam", "Sofia", "Tahmina", "Tessa", "Uma", "Vera", "Wanjiru", "Yasmin", "Zainab", "Zoe");
    private static final List<String> MALE = List.of("Abdul", "Adam", "Ahmed", "Ben", "Bilal", "Callum", "Dawit",
            "Dylan", "Emeka", "Emil", "Farhan", "Femi", "George", "Hamza", "Ibrahim", "Imran", "Jack", "Jamal",
            "Karim", "Kofi", "Leon", "Liam", "Marek", "Mohsin", "Nabil", "Noah", "Omar", "Owen", "Pavel", "Rafiq",
            "Ravi", "Ryan", "Samir", "Shahid", "Tariq", "Tomasz", "Usman", "Victor", "Yusuf", "Zac");
    private static final List<String> FIRST = List.of("Example", "Sample", "Specimen", "Placeholder", "Pretend", "Mock",
            "Fiction", "Invented", "Draft", "Testing");
    private static final List<String> SECOND = List.of("Alder", "Ash", "Aspen", "Beech", "Birch", "Cedar", "Elm", "Fir",
            "Hazel", "Holly", "Juniper", "Larch", "Lime", "Maple", "Oak", "Pine", "Rowan", "Spruce", "Walnut",
            "Willow");

    private MadeUpNames() {
    }

    static String family(RandomGenerator random) {
        return one(FIRST, random) + "-" + one(SECOND, random);
    }

    static String given(Sex sex, RandomGenerator random) {
        return one(sex == Sex.MALE ? MALE : FEMALE, random);
    }

    private static String one(List<String> names, RandomGenerator random) {
        return names.get(random.nextInt(names.size()));
    }
}
