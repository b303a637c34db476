package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HiddenPlaces;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.letter.Council;
import org.threshold.letter.Letters;
import org.threshold.message.Attachment;
import org.threshold.message.Messages;
import org.threshold.message.OutgoingMessage;

/** Writes a notice to a host council with what the Act asks for and no more, and puts it into the outbox. */
@Component
class HostNoticePost {

    private static final int ADULT = 18;

    private final Districts districts;
    private final CaseDetails cases;
    private final HiddenPlaces places;
    private final Letters letters;
    private final Messages messages;
    private final Council council;
    private final AccommodationRecord record;

    HostNoticePost(Districts districts, CaseDetails cases, HiddenPlaces places, Letters letters, Messages messages,
                   Council council, AccommodationRecord record) {
        this.districts = districts;
        this.cases = cases;
        this.places = places;
        this.letters = letters;
        this.messages = messages;
        this.council = council;
        this.record = record;
    }

    /** @param email where it goes by itself; null where an officer sends it */
    record Written(long letterId, String email) {
    }

    /** Makes the notice once. */
    Written write(HostNotice notice) {
        District to = districts.get(notice.district());
        Letters.Letter letter = letters.issue(notice.caseReference(), new Letters.Addressee(to.name(), lines(to),
                        List.of(notice.address().replace('\n', ' '))), template(notice), facts(notice),
                "host-notice-" + notice.id());
        return new Written(letter.id(), whyByHand(notice).isEmpty() ? to.noticeEmail() : null);
    }

    private static List<String> lines(District to) {
        if (to.noticeAddress() != null) {
            return to.noticeAddress().lines().toList();
        }
        return to.noticeEmail() == null ? List.of() : List.of(to.noticeEmail());
    }

    private static String template(HostNotice notice) {
        return notice.kind() == HostNotice.Kind.ARRIVAL ? "s208-notice" : "s208-left";
    }

    private Map<String, Object> facts(HostNotice notice) {
        List<String> others = others(notice.caseReference(), notice.onDay());
        return Map.of("others", others, "address", notice.address().lines().toList(), "onDay", notice.onDay(),
                "provision", notice.function().provision(), "function", notice.function().words());
    }

    /** Number and description (s208(3)(b)), not names: who lives with the applicant or might reasonably be expected to. */
    private List<String> others(CaseReference reference, LocalDate day) {
        return cases.of(reference).household().stream().filter(HouseholdMember::present)
                .filter(member -> !member.mainApplicant())
                .map(HouseholdMember::person).filter(person -> person.relationship() != Relationship.EXPECTED_CHILD)
                .map(person -> described(person, day)).toList();
    }

    private static String described(Person person, LocalDate day) {
        String relationship = person.relationship().title().toLowerCase(Locale.UK);
        if (person.dateOfBirth() == null) {
            return relationship + ", age not known";
        }
        int age = java.time.Period.between(person.dateOfBirth(), day).getYears();
        return relationship + (age >= ADULT ? ", adult" : ", aged " + Math.max(age, 0));
    }

    /** Why it does not go by itself, in words to whoever sends it then. */
    Optional<String> whyByHand(HostNotice notice) {
        District to = districts.get(notice.district());
        if (places.mustStayHidden(notice.caseReference())) {
            return Optional.of("Somebody in the household may be at risk. The Act says that the notice has the address, so"
                    + " ring " + to.name() + " first and agree with a named person how they get it safely");
        }
        if (to.noticeEmail() == null) {
            return Optional.of("No e-mail address for notices is on file for " + to.name() + ". Enter it under Districts,"
                    + " or post the notice");
        }
        if (notice.dueOn() != null && record.today().isAfter(notice.dueOn())) {
            return Optional.of("The 14 days were over before it could go. Find out whether it was given before, and"
                    + " record that; otherwise send it now");
        }
        return messages.goOut() ? Optional.empty() : Optional.of("No mail goes out from here. Post the notice, or e-mail"
                + " it yourself");
    }

    /** The message says nothing about anybody: that stands in the document. */
    void send(HostNotice notice, Written written, String key) {
        boolean arrival = notice.kind() == HostNotice.Kind.ARRIVAL;
        messages.send(new OutgoingMessage(notice.caseReference(), template(notice), written.email(),
                arrival ? "Notice under section 208 of the Housing Act 1996"
                        : "A household has left temporary accommodation in your district",
                body(notice, arrival), key, null, new Attachment((arrival ? "Section-208-notice-"
                        : "Household-has-left-") + notice.caseReference() + ".pdf", "application/pdf",
                        letters.pdf(written.letterId()))));
    }

    private String body(HostNotice notice, boolean arrival) {
        List<String> lines = new ArrayList<>(List.of(arrival
                ? "This is notice under section 208(2) of the Housing Act 1996. What the Act asks for is in the document"
                + " with this message."
                : "A household that we accommodated in your district has left. The document with this message says who.",
                "", "Our reference: " + notice.caseReference(), "",
                "Please tell us that you have it" + (council.email() == null ? "." : ": " + council.email()), "",
                council.name()));
        return String.join("\n", lines);
    }
}
