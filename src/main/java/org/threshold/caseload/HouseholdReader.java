package org.threshold.caseload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.threshold.access.Officer;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.Channel;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.ContactMethod;
import org.threshold.casefile.FormerLife.FormerNote;
import org.threshold.casefile.NationalInsuranceNumber;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Note;
import org.threshold.casefile.Person;
import org.threshold.casefile.PhoneNumber;
import org.threshold.casefile.Postcode;
import org.threshold.casefile.ReferralBody;
import org.threshold.casefile.Relationship;
import org.threshold.casefile.Sex;
import org.threshold.casefile.SupportNeed;
import org.threshold.clock.ClockKind;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.FormerWork;

/** Makes one case of the rows of one household, or says why it cannot be one. */
final class HouseholdReader {

    static final List<String> LANES = List.of("STANDARD", "EMERGENCY", "TWENTY_FOUR_HOURS", "YOUNG_PERSON");

    private final HouseholdRows rows;
    private final Reading reading;
    private final RowReader row;

    HouseholdReader(HouseholdRows rows, Reading reading) {
        this.rows = rows;
        this.reading = reading;
        this.row = reading.of(rows.of(Sheet.CASES).get(0));
    }

    /** Empty when something is refused; the reading then says what. */
    Optional<FormerCase> read() {
        LocalDate opened = row.past("opened_on");
        if (opened != null) {
            reading.inForce(row, "opened_on", ClockKind.INQUIRIES, opened);
        }
        Boolean taken = row.yesNo("application_taken");
        String lane = row.oneOf("lane", LANES);
        NewCase known = newCase();
        String officer = officer();
        List<FormerNote> notes = notes();
        WorkReader reader = new WorkReader(rows, reading);
        FormerWork facts = new FormerWork(opened, lane == null ? LANES.get(0) : lane, reader.findings(row),
                reader.duties(), reader.decisions(), reader.plan(row), reader.interim(row), reader.reviews(), null);
        if (reading.anyRefused() || opened == null || taken == null || known == null) {
            return Optional.empty();
        }
        Stages.Standing standing = Stages.of(taken, facts.findings(), facts.duties(), facts.decisions(),
                facts.plan() != null, reading.today());
        FormerWork work = new FormerWork(opened, facts.lane(), facts.findings(), facts.duties(), facts.decisions(),
                facts.plan(), facts.interim(), facts.reviews(), standing.stage());
        new Consistency(rows, reading, work).check();
        FormerHome home = new HomeReader(rows, reading).read(opened);
        return reading.anyRefused() ? Optional.empty() : Optional.of(new FormerCase(rows.reference(), known, opened,
                officer, standing.status(), notes, work, home));
    }

    private NewCase newCase() {
        String team = row.text("team", 50);
        if (team != null && !reading.people().team(team)) {
            row.refuse("team", Headings.quoted(team) + " is not a team.",
                    "Use the key of a team under ‘People and teams’, or add the team first.");
        }
        Channel channel = row.code("channel", Channel.class);
        ReferralBody body = row.code("referred_by", ReferralBody.class);
        String reason = row.text("reason", NewCase.LONGEST_REASON);
        Set<SupportNeed> needs = row.codes("support_needs", SupportNeed.class);
        Set<CaseFlag> flags = row.codes("flags", CaseFlag.class);
        Person applicant = person(row, Relationship.MAIN_APPLICANT);
        List<Person> others = others();
        ContactDetails contact = contact();
        if (row.text(Sheet.REFERENCE, NewCase.LONGEST_PREVIOUS_REFERENCE) == null || team == null || channel == null
                || reason == null || applicant == null || contact == null) {
            return null;
        }
        return row.made(() -> new NewCase(team, channel, body, applicant, others, contact, needs, flags,
                rows.reference(), reason));
    }

    private List<Person> others() {
        List<Person> others = new ArrayList<>();
        for (Row each : rows.of(Sheet.PEOPLE)) {
            RowReader of = reading.of(each);
            Relationship relationship = of.code("relationship", Relationship.class);
            if (relationship == Relationship.MAIN_APPLICANT) {
                of.refuse("relationship", "The main applicant stands in cases.csv.", "Delete this row.");
            } else if (relationship != null) {
                others.add(person(of, relationship));
            }
        }
        return others.stream().filter(Objects::nonNull).toList();
    }

    private Person person(RowReader of, Relationship relationship) {
        String given = of.text("first_names", Person.LONGEST_NAME);
        String family = of.text("last_name", Person.LONGEST_NAME);
        LocalDate born = relationship == Relationship.EXPECTED_CHILD ? of.day("date_of_birth")
                : of.past("date_of_birth");
        NationalInsuranceNumber number = of.parsed("national_insurance_number", NationalInsuranceNumber::parse);
        Boolean education = relationship == Relationship.MAIN_APPLICANT ? null : of.yesNo("in_education");
        Sex sex = of.code("sex", Sex.class);
        return family == null ? null : of.made(() -> new Person(given, family, born, relationship, number,
                Boolean.TRUE.equals(education), sex));
    }

    private ContactDetails contact() {
        PhoneNumber phone = row.parsed("phone", PhoneNumber::parse);
        String email = row.text("email", ContactDetails.LONGEST_EMAIL);
        String address = row.text("address", ContactDetails.LONGEST_TEXT);
        Postcode postcode = row.parsed("postcode", Postcode::parse);
        ContactMethod method = row.code("contact_method", ContactMethod.class);
        String safety = row.text("contact_safety", ContactDetails.LONGEST_TEXT);
        String language = row.text("language", ContactDetails.LONGEST_LANGUAGE);
        return row.made(() -> new ContactDetails(phone, email, address, postcode, method, safety, language));
    }

    /** Somebody who is not known, or not in the team, does not hold up the household: it goes to the team. */
    private String officer() {
        String named = row.text("officer", 100);
        if (named == null) {
            return null;
        }
        Optional<Officer> known = reading.people().find(reading.people().usernameOr(named));
        String team = row.text("team", 50);
        if (known.filter(each -> team != null && each.teams().contains(team)).isEmpty()) {
            row.mention("officer", known.isEmpty() ? Headings.quoted(named) + " has no account here."
                    : Headings.quoted(named) + " is not in the team of this case.", "The steps go to the team, and what"
                    + " is late to its leader. Add the account or the team and upload again if that is not right.");
            return null;
        }
        return known.get().username();
    }

    private List<FormerNote> notes() {
        List<FormerNote> notes = new ArrayList<>();
        for (Row each : rows.of(Sheet.NOTES)) {
            RowReader of = reading.of(each);
            LocalDate on = of.past("written_on");
            String author = of.text("author", 100);
            String text = of.text("text", Note.LONGEST);
            if (on != null && author != null && text != null) {
                notes.add(new FormerNote(on.atTime(12, 0).atZone(ServiceClock.LONDON).toInstant(), author,
                        plain(text)));
            }
        }
        notes.sort(Comparator.comparing(FormerNote::writtenAt));
        return notes;
    }

    /** As the case file itself keeps text: without control characters. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }
}
