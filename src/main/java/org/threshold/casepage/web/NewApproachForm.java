package org.threshold.casepage.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.Channel;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.ReferralBody;
import org.threshold.casefile.Relationship;
import org.threshold.casefile.SupportNeed;
import org.threshold.homelessness.NewApproach;

/**
 * The fields of the new-approach page. Only a name, a date of birth (or that it is not known) and the reason must be
 * given: a distressed family must get through in a minute.
 */
final class NewApproachForm {

    static final int MOST_PEOPLE = NewCase.LARGEST_HOUSEHOLD - 1;

    private static final Set<String> FIELDS = Set.of("formId", "do", "join", "team", "channel", "referredBy", "reason",
            "givenName", "familyName", "born-day", "born-month", "born-year", "bornNotKnown", "nationalInsurance",
            "phone", "email", "address", "postcode", "method", "safety", "language", "needs", "flags",
            "previousReference", "people", "restrict", "restrictReason");

    private final TypedForm typed;

    private NewApproachForm(TypedForm typed) {
        this.typed = typed;
    }

    static NewApproachForm blank(String formId) {
        return new NewApproachForm(TypedForm.empty().with("formId", formId).with("people", 0)
                .with("channel", Channel.DESK).with("language", ContactDetails.USUAL_LANGUAGE));
    }

    static NewApproachForm of(MultiValueMap<String, String> posted) {
        return new NewApproachForm(TypedForm.of(posted, NewApproachForm::knows));
    }

    private static boolean knows(String key) {
        if (FIELDS.contains(key)) {
            return true;
        }
        int dash = key.indexOf('-');
        return key.matches("person[0-9]{1,2}-.*") && Arrays.asList(ReadPerson.FIELDS).contains(key.substring(dash + 1));
    }

    TypedForm typed() {
        return typed;
    }

    /** How many other people the page has room for. */
    int people() {
        String count = typed.text("people");
        return count.matches("[0-9]{1,2}") ? Math.min(Integer.parseInt(count), MOST_PEOPLE) : 0;
    }

    List<Integer> rows() {
        return IntStream.range(0, people()).boxed().toList();
    }

    void addPerson() {
        typed.with("people", Math.min(people() + 1, MOST_PEOPLE));
    }

    void removePerson(int row) {
        int last = people() - 1;
        if (row < 0 || row > last) {
            return;
        }
        for (String field : ReadPerson.FIELDS) {
            for (int i = row; i < last; i++) {
                typed.copy("person" + (i + 1) + "-" + field, "person" + i + "-" + field);
            }
            typed.remove("person" + last + "-" + field);
        }
        typed.with("people", last);
    }

    /**
     * @param teams keys of the teams for which the officer may take an approach; where there is one, it is taken
     * @return null when something is wrong
     */
    NewCase read(List<String> teams, LocalDate today) {
        Person applicant = applicant(today);
        String reason = typed.required("reason", NewCase.LONGEST_REASON, "Why they came",
                "Enter why they came, in a few words");
        List<Person> others = others(applicant, today);
        ContactDetails contact = ReadContact.from(typed);
        Set<SupportNeed> needs = typed.choices("needs", SupportNeed.class, "Select support needs from the list");
        Set<CaseFlag> flags = typed.choices("flags", CaseFlag.class, "Select alerts and access needs from the list");
        Channel channel = channel();
        ReferralBody body = referredBy(channel);
        String team = team(teams);
        String previous = typed.optional("previousReference", NewCase.LONGEST_PREVIOUS_REFERENCE,
                "Previous system’s reference");
        return typed.isWrong() ? null
                : new NewCase(team, channel, body, applicant, others, contact, needs, flags, previous, reason);
    }

    /** Why the case is restricted from the start; null where it is not, or something is wrong. */
    NewApproach.Restricted restriction() {
        RestrictionKind kind = typed.choice("restrict", RestrictionKind.class, "Select why the case is restricted");
        if (kind == null) {
            return null;
        }
        String reason = typed.required("restrictReason", RestrictedCases.LONGEST_REASON, "The reason",
                "Enter why the case is restricted");
        return reason == null ? null : new NewApproach.Restricted(kind, reason);
    }

    private Person applicant(LocalDate today) {
        boolean notKnown = typed.ticked("bornNotKnown");
        boolean given = typed.anyTyped("born-day", "born-month", "born-year");
        Person applicant = new ReadPerson(typed, "", today).read(Relationship.MAIN_APPLICANT, null);
        if (!given && !notKnown) {
            typed.wrong("born", "Enter a date of birth, or tick that it is not known");
        } else if (given && notKnown) {
            typed.wrong("born", "Enter a date of birth or tick that it is not known, not both");
        }
        return applicant;
    }

    private List<Person> others(Person applicant, LocalDate today) {
        List<Person> others = new ArrayList<>();
        String usualLastName = applicant == null ? "?" : applicant.familyName();
        for (int row : rows()) {
            ReadPerson person = new ReadPerson(typed, "person" + row + "-", today);
            Person read = person.isBlank() ? null : person.read(null, usualLastName);
            if (read != null) {
                others.add(read);
            }
        }
        return others;
    }

    private Channel channel() {
        Channel channel = typed.choice("channel", Channel.class, "Select how they came to us");
        return channel == null ? Channel.DESK : channel;
    }

    private ReferralBody referredBy(Channel channel) {
        if (channel != Channel.PUBLIC_BODY_REFERRAL) {
            return null;
        }
        String message = "Select which public body referred them";
        ReferralBody body = typed.choice("referredBy", ReferralBody.class, message);
        if (body == null && typed.error("referredBy") == null) {
            typed.wrong("referredBy", message);
        }
        return body;
    }

    private String team(List<String> teams) {
        if (teams.size() == 1 && !typed.ticked("team")) {
            return teams.get(0);
        }
        if (!teams.contains(typed.text("team"))) {
            typed.wrong("team", "Select the team that will work on the case");
            return null;
        }
        return typed.text("team");
    }
}
