package org.threshold.accommodation;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.BodiesTold.Consent;
import org.threshold.accommodation.BodiesTold.Told;
import org.threshold.accommodation.store.FollowUpStore;
import org.threshold.accommodation.store.OutsideStore;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HiddenPlaces;
import org.threshold.casefile.HouseholdMember;
import org.threshold.form.FieldError;
import org.threshold.letter.Letters;
import org.threshold.message.Attachment;
import org.threshold.message.Messages;
import org.threshold.message.OutgoingMessage;

/** Who is told about a placement besides the host council, and how a household outside the borough is followed. */
@Service
public class FollowUps {

    private static final int CHILD = 18;
    private static final int DAYS_TO_TELL = 14;
    private static final int LONGEST_PAUSE = 92;

    private final FollowUpStore store;
    private final OutsideStore policies;
    private final Placements placements;
    private final Units units;
    private final ObjectProvider<SignUps> signUps;
    private final CaseDetails cases;
    private final CaseFiles files;
    private final HiddenPlaces places;
    private final Letters letters;
    private final Messages messages;
    private final AccommodationRecord record;

    FollowUps(FollowUpStore store, OutsideStore policies, Placements placements, Units units,
              ObjectProvider<SignUps> signUps, CaseDetails cases, CaseFiles files, HiddenPlaces places,
              Letters letters, Messages messages, AccommodationRecord record) {
        this.store = store;
        this.policies = policies;
        this.placements = placements;
        this.units = units;
        this.signUps = signUps;
        this.cases = cases;
        this.files = files;
        this.places = places;
        this.letters = letters;
        this.messages = messages;
        this.record = record;
    }

    /** A body that is to be told. */
    public record Body(SignUp.Body body, String name, String email, String address) {
    }

    /** What a family answered about being told of, and which bodies those are. */
    public record Answer(Consent consent, String words, LocalDate agreedOn, LocalDate informationOn,
                         List<Body> bodies) {
    }

    /**
     * Whether school, doctor and health visitor are to be told: a child lives there, or is expected, and the family has not
     * answered yet in this application. Nobody is to be told where the family said at the desk that there is none of them,
     * or agreed to none: it is on record with the sign-up and not asked again.
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean bodiesToTell(CaseReference reference, long placementId) {
        return (files.hasChildUnder18(reference) || files.hasDependentChild(reference))
                && atTheDesk(placementId).filter(signUp -> signUp.consents().stream()
                        .noneMatch(SignUp.Consent::given)).isEmpty()
                && store.told(reference).stream().allMatch(told -> told.consent() == Consent.NOT_REACHED);
    }

    /** What the household said at the desk, where it was asked there. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<SignUp> atTheDesk(long placementId) {
        return Optional.ofNullable(signUps.getIfAvailable()).flatMap(all -> all.of(placementId));
    }

    /** What is wrong with an answer, by field of the form. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(Answer answer) {
        List<FieldError> problems = new ArrayList<>();
        if (answer.consent() != Consent.AGREED) {
            return problems;
        }
        notLater("agreedOn", answer.agreedOn(), problems);
        notLater("informationOn", answer.informationOn(), problems);
        for (int row = 0; row < answer.bodies().size(); row++) {
            if (answer.bodies().get(row).email() == null && answer.bodies().get(row).address() == null) {
                problems.add(new FieldError("bodies[" + row + "].address", "Enter an address or an e-mail address"));
            }
        }
        return problems;
    }

    private void notLater(String field, LocalDate day, List<FieldError> problems) {
        if (day.isAfter(record.today())) {
            problems.add(new FieldError(field, "The day must be today or in the past"));
        }
    }

    /**
     * Records whether they agree, and tells each body in writing where they do (s213AA). By e-mail from here where there is
     * an address for that and nobody may be at risk; otherwise the letter is posted.
     *
     * @throws NotPossible with the first of {@link #problems}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public BodiesTold tell(long placementId, Answer answer) {
        problems(answer).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message());
        });
        Placement placement = placements.get(placementId);
        boolean agreed = answer.consent() == Consent.AGREED;
        boolean law = policies.policy(PlacementPolicy.Kind.SECTION_213AA, placement.startsOn()).isPresent();
        List<Told> told = new ArrayList<>();
        for (int at = 0; agreed && at < answer.bodies().size(); at++) {
            told.add(tell(placement, answer.bodies().get(at), law, "s213aa-" + placementId + "-" + at));
        }
        BodiesTold made = new BodiesTold(placementId, answer.consent(), answer.words(),
                agreed ? answer.agreedOn() : null, agreed ? answer.informationOn() : null,
                agreed ? lastDay(answer, placement) : null, law, told, record.today(), record.by());
        store.insert(made, record.now());
        record.tell(placement.caseReference(), "contact", agreed ? "School, doctor and health visitor were told: "
                + told.size() + (told.size() == 1 ? " letter" : " letters") : "School, doctor and health visitor: "
                + answer.consent().words().toLowerCase(java.util.Locale.UK), answer.words());
        record.audit(placement.caseReference(), "bodies.told", HostNotice.clockOf(placementId),
                Map.of("consent", answer.consent().name(), "letters", String.valueOf(told.size())), null, "s213AA");
        return made;
    }

    /** The last of 14 days beginning with the latest of agreement, information and placement (s213AA(4)). */
    static LocalDate lastDay(Answer answer, Placement placement) {
        return java.util.stream.Stream.of(answer.agreedOn(), answer.informationOn(), placement.startsOn())
                .filter(Objects::nonNull).max(LocalDate::compareTo).orElseThrow().plusDays(DAYS_TO_TELL - 1L);
    }

    private Told tell(Placement placement, Body body, boolean law, String key) {
        Unit unit = units.get(placement.unitId());
        List<String> address = List.of(unit.address(), unit.postcode());
        List<String> lines = body.address() == null ? List.of(body.email()) : body.address().lines().toList();
        Letters.Letter letter = letters.issue(placement.caseReference(), new Letters.Addressee(body.name(), lines,
                        List.of(String.join(" ", address))), "s213aa-notice", Map.of("children",
                        children(placement), "address", address, "onDay", placement.startsOn(), "isLaw", law), key);
        boolean byEmail = body.email() != null && messages.goOut() && !places.mustStayHidden(placement.caseReference());
        if (byEmail) {
            messages.send(new OutgoingMessage(placement.caseReference(), "s213aa-notice", body.email(),
                    "From the council’s housing service", "Please read the document with this message. It is about"
                    + " somebody whom you know.\n\nOur reference: " + placement.caseReference(), key, null,
                    new Attachment("Letter-" + placement.caseReference() + ".pdf", "application/pdf",
                            letters.pdf(letter.id()))));
        }
        return new Told(body.body(), body.name(), body.email(), body.address(), letter.id(), byEmail);
    }

    private List<String> children(Placement placement) {
        return cases.of(placement.caseReference()).household().stream().filter(HouseholdMember::present)
                .map(HouseholdMember::person).filter(person -> person.dateOfBirth() != null
                        && person.dateOfBirth().plusYears(CHILD).isAfter(placement.startsOn()))
                .map(person -> person.dateOfBirth().isAfter(placement.startsOn()) ? "a child who is expected"
                        : person.name() + ", aged "
                        + Period.between(person.dateOfBirth(), placement.startsOn()).getYears()).toList();
    }

    /** Of a case, oldest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<BodiesTold> told(CaseReference reference) {
        return store.told(reference);
    }

    /** Of a case, oldest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<StayCheck> checks(CaseReference reference) {
        return store.checks(reference);
    }

    /** When suitability is looked at first: four weeks after the first night. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public LocalDate firstRecheck(long placementId) {
        return placements.get(placementId).startsOn().plusDays(StayCheck.FIRST_RECHECK_AFTER_DAYS);
    }

    /** Somebody rang in the first days. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void welfareCall(long placementId, boolean reached, String found, String done) {
        keep(new StayCheck(placementId, StayCheck.Kind.WELFARE_CALL, record.today(), reached, null, found, done, null,
                null, record.by()), reached ? "Welfare call made" : "Welfare call: nobody was reached");
    }

    /** What is wrong with the day on which suitability is looked at again, or empty. */
    @Needs(Permission.VIEW_CASES)
    public Optional<String> wrongWithNext(LocalDate next) {
        return next.isAfter(record.today()) && !next.isAfter(record.today().plusDays(LONGEST_PAUSE)) ? Optional.empty()
                : Optional.of("The day must be after today and within three months");
    }

    /** Suitability was looked at again, with how they come back. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void recheck(long placementId, boolean suitable, String found, String done, String planBack,
                        LocalDate next) {
        wrongWithNext(next).ifPresent(sentence -> {
            throw new NotPossible(sentence + ".");
        });
        keep(new StayCheck(placementId, StayCheck.Kind.RECHECK, record.today(), true, suitable, found, done, planBack,
                next, record.by()), suitable ? "Suitability looked at again: still suitable"
                : "Suitability looked at again: not suitable any more");
    }

    private void keep(StayCheck made, String headline) {
        Placement placement = placements.get(made.placementId());
        store.insert(made, record.now());
        record.tell(placement.caseReference(), "contact", headline, made.found());
        record.audit(placement.caseReference(), "stay." + (made.kind() == StayCheck.Kind.RECHECK ? "rechecked"
                : "welfareCall"), HostNotice.clockOf(made.placementId()), Map.of("suitable",
                String.valueOf(made.suitable())), null, "s206, SI 2012/2601 art 2");
    }
}
