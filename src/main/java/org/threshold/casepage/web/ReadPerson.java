package org.threshold.casepage.web;

import java.time.LocalDate;
import org.threshold.casefile.NationalInsuranceNumber;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.casefile.Sex;

/** Reads the fields of one person. Their keys share a prefix, so that a page can hold several people. */
final class ReadPerson {

    private static final int OLDEST = 120;

    static final String[] FIELDS = {"relationship", "givenName", "familyName", "born-day", "born-month", "born-year",
            "nationalInsurance", "education", "sex"};

    private final TypedForm form;
    private final String prefix;
    private final LocalDate today;

    ReadPerson(TypedForm form, String prefix, LocalDate today) {
        this.form = form;
        this.prefix = prefix;
        this.today = today;
    }

    /** Whether nothing at all was typed about this person. */
    boolean isBlank() {
        for (String field : FIELDS) {
            if (form.ticked(prefix + field)) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param relationship  null when the officer chooses it
     * @param usualLastName taken where no last name was typed; null when one must be
     * @return null when something is wrong
     */
    Person read(Relationship relationship, String usualLastName) {
        int before = form.errors().size();
        Relationship who = relationship != null ? relationship : relationship();
        String given = form.optional(prefix + "givenName", Person.LONGEST_NAME, "First names");
        String family = lastName(usualLastName);
        LocalDate born = born(who);
        NationalInsuranceNumber number =
                form.parsed(prefix + "nationalInsurance", NationalInsuranceNumber::parse);
        return form.errors().size() > before ? null
                : new Person(given, family, born, who, number, form.ticked(prefix + "education"), sex());
    }

    /** Nobody has to say; what is not offered is refused. */
    private Sex sex() {
        return form.text(prefix + "sex").isEmpty() ? null
                : form.choice(prefix + "sex", Sex.class, "Select a sex from the list");
    }

    private String lastName(String usual) {
        if (usual != null && form.text(prefix + "familyName").isEmpty()) {
            return usual;
        }
        return form.required(prefix + "familyName", Person.LONGEST_NAME, "Last name",
                "Enter a last name, or the only name they use");
    }

    private Relationship relationship() {
        String message = "Select who this person is to the main applicant";
        Relationship chosen = form.choice(prefix + "relationship", Relationship.class, message);
        if (chosen == Relationship.MAIN_APPLICANT || chosen == null && !form.ticked(prefix + "relationship")) {
            form.wrong(prefix + "relationship", message);
        }
        return chosen;
    }

    private LocalDate born(Relationship who) {
        boolean expected = who == Relationship.EXPECTED_CHILD;
        LocalDate day = form.date(prefix + "born", expected ? "Expected date" : "Date of birth");
        if (day == null) {
            return null;
        }
        if (expected ? day.isAfter(today.plusYears(1)) : day.isAfter(today)) {
            form.wrong(prefix + "born", expected ? "Expected date must be within the next year"
                    : "Date of birth must be today or in the past");
        } else if (day.isBefore(today.minusYears(OLDEST))) {
            form.wrong(prefix + "born", "Date of birth must be less than " + OLDEST + " years ago");
        }
        return day;
    }
}
