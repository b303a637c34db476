package org.threshold.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.casefile.Sex;

/** Puts people of fitting ages into a household. */
final class Members {

    private static final int GROWN_UP = 18;
    private static final int GROWN_UP_CHILD = 20;
    private static final int YOUNGEST_PARENT = 17;
    private static final int OLDEST_CHILD_AT_SCHOOL = 16;
    private static final int APART_AS_PARENT = 24;
    private static final int APART_SPREAD = 12;
    private static final int LATEST_BIRTH_OF_MOTHER = 48;
    private static final int LAST_AGE_OF_CHILD = 17;
    private static final int PARTNERS_APART = 4;
    private static final double WOMEN_OF_COUPLES = 0.55;
    /** Children of a household have birthdays near each other, which keeps at least nine months between two of them. */
    private static final int BIRTHDAYS_FROM = 40;
    private static final int BIRTHDAYS_RANGE = 250;
    private static final int BIRTHDAYS_SPREAD = 40;
    private static final int TRIES = 60;

    private final Tables tables;
    private final RandomGenerator random;
    private final LocalDate on;
    private final String family;

    Members(Tables tables, RandomGenerator random, LocalDate on) {
        this.tables = tables;
        this.random = random;
        this.on = on;
        this.family = MadeUpNames.family(random);
    }

    Person applicant(Need need, String composition) {
        Sex sex = sex(composition);
        int age = age(need, composition, sex);
        return person(Relationship.MAIN_APPLICANT, sex, born(age), false);
    }

    private Sex sex(String composition) {
        return switch (composition) {
            case "SINGLE_MALE", "LONE_FATHER" -> Sex.MALE;
            case "SINGLE_FEMALE", "LONE_MOTHER" -> Sex.FEMALE;
            case "OTHER" -> Sex.NOT_SAID;
            default -> random.nextDouble() < WOMEN_OF_COUPLES ? Sex.FEMALE : Sex.MALE;
        };
    }

    /** Whoever is under 18 comes alone, and a mother had her children by 48; in a couple she may be the older one. */
    private int age(Need need, String composition, Sex sex) {
        Draw bands = tables.draw("age." + need);
        boolean alone = composition.startsWith("SINGLE") || composition.equals("OTHER");
        int latest = !hasChildren(composition) ? Integer.MAX_VALUE
                : LATEST_BIRTH_OF_MOTHER + LAST_AGE_OF_CHILD - (sex == Sex.FEMALE ? 0 : PARTNERS_APART);
        int age = within(bands.next(random));
        while (!alone && age < GROWN_UP || age > latest) {
            age = within(bands.next(random));
        }
        return age;
    }

    private int within(String band) {
        int[] ends = Bands.of(band);
        return ends[0] + random.nextInt(ends[1] - ends[0] + 1);
    }

    static boolean hasChildren(String composition) {
        return composition.startsWith("LONE") || composition.endsWith("CHILDREN");
    }

    List<Person> others(Person applicant, String composition) {
        List<Person> others = new ArrayList<>();
        int age = age(applicant);
        if (composition.startsWith("COUPLE") || composition.startsWith("ADULTS")) {
            others.add(partner(applicant, age));
        }
        if (composition.startsWith("ADULTS")) {
            others.add(anotherAdult(age));
        }
        if (hasChildren(composition)) {
            List<Person> parents = new ArrayList<>(others.stream()
                    .filter(each -> each.relationship() == Relationship.PARTNER).toList());
            parents.add(applicant);
            others.addAll(children(parents));
        }
        others.sort(Comparator.comparing(Person::dateOfBirth));
        return others;
    }

    private Person partner(Person applicant, int age) {
        Sex sex = applicant.sex() == Sex.MALE ? Sex.FEMALE : Sex.MALE;
        return person(Relationship.PARTNER, sex, born(Math.max(GROWN_UP, age - PARTNERS_APART
                + random.nextInt(2 * PARTNERS_APART + 1))), false);
    }

    /** A grown-up child where the applicant is old enough to have one, otherwise a parent. */
    private Person anotherAdult(int age) {
        Sex sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
        int child = age - APART_AS_PARENT - random.nextInt(APART_SPREAD);
        return child >= GROWN_UP_CHILD ? person(Relationship.CHILD, sex, born(child), false)
                : person(Relationship.PARENT, sex, born(age + APART_AS_PARENT), false);
    }

    private int age(Person person) {
        return person.dateOfBirth().until(on).getYears();
    }

    /** One age each: who is born in the same year as a sister or brother is rare enough to be left out. */
    private List<Person> children(List<Person> parents) {
        int youngestParent = parents.stream().mapToInt(this::age).min().orElseThrow();
        int mother = parents.stream().filter(each -> each.sex() == Sex.FEMALE).mapToInt(this::age).max().orElse(0);
        int oldest = Math.min(LAST_AGE_OF_CHILD, youngestParent - YOUNGEST_PARENT);
        int youngest = Math.max(0, Math.min(oldest, mother - LATEST_BIRTH_OF_MOTHER));
        int wanted = Math.min(Integer.parseInt(tables.draw("children").next(random)), oldest - youngest + 1);
        Set<Integer> ages = new TreeSet<>();
        for (int tried = 0; ages.size() < wanted; tried++) {
            int age = tried < TRIES ? Integer.parseInt(tables.draw("child-age").next(random))
                    : youngest + tried % (oldest - youngest + 1);
            if (age >= youngest && age <= oldest) {
                ages.add(age);
            }
        }
        int birthday = BIRTHDAYS_FROM + random.nextInt(BIRTHDAYS_RANGE);
        return ages.stream().map(age -> child(age, birthday + random.nextInt(BIRTHDAYS_SPREAD))).toList();
    }

    private Person child(int age, int daysSinceBirthday) {
        Sex sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
        return person(Relationship.CHILD, sex, on.minusYears(age).minusDays(daysSinceBirthday),
                age >= OLDEST_CHILD_AT_SCHOOL);
    }

    private LocalDate born(int age) {
        return on.minusYears(age).minusDays(1 + random.nextInt(364));
    }

    private Person person(Relationship relationship, Sex sex, LocalDate born, boolean inEducation) {
        return new Person(MadeUpNames.given(sex, random), family, born, relationship, null, inEducation, sex);
    }
}
