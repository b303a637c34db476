package org.threshold.accommodation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Permission;
import org.threshold.access.PlaceOfWork;
import org.threshold.access.Presence;
import org.threshold.accommodation.SignUp.Place;
import org.threshold.accommodation.store.KeysStore;
import org.threshold.accommodation.store.SignUpStore;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.Letters;

/** Sign-ups at the desk. Whoever is not there with the household records none, whichever page they come from. */
@Service
class DeskSignUps implements SignUps {

    private final SignUpStore store;
    private final KeysStore keys;
    private final Placements placements;
    private final Presence presence;
    private final CurrentOfficer current;
    private final SignUpCopy copy;
    private final Letters letters;
    private final AccommodationRecord record;
    private final Clock clock;

    DeskSignUps(SignUpStore store, KeysStore keys, Placements placements, Presence presence, CurrentOfficer current,
                SignUpCopy copy, Letters letters, AccommodationRecord record, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.placements = placements;
        this.presence = presence;
        this.current = current;
        this.copy = copy;
        this.letters = letters;
        this.record = record;
        this.clock = clock;
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public Optional<SignUp> of(long placementId) {
        return store.of(placementId);
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional(readOnly = true)
    public Optional<String> notThere(Place place, String office) {
        Optional<PlaceOfWork> today = presence.placeOf(current.get().username(), LocalDate.now(clock))
                .filter(PlaceOfWork::declared);
        if (today.filter(where -> !where.isRemote()).isEmpty()) {
            return Optional.of("You cannot sign a household up from a distance. You have not said that you work at an"
                    + " office today, or are out on visits");
        }
        if (place != Place.OFFICE || office.equals(today.get().office())) {
            return Optional.empty();
        }
        return Optional.of(today.get().onVisits()
                ? "You have said that you are out on visits today. Change that under ‘Where I work today’ if you are at "
                        + office : "You have said that you work at " + today.get().office()
                        + " today. Select that office, or change where you work today");
    }

    /** Whoever releases keys is never the one who signs up, in whichever order the two come. */
    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional(readOnly = true)
    public Optional<String> notBy(CaseReference reference, long placementId) {
        own(reference, placementId);
        return keys.standing(placementId).filter(KeysRelease::released)
                .filter(release -> release.answeredBy().equals(current.get().username()))
                .map(release -> "You released the keys of this household, so somebody else must sign them up");
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public SignUp sign(CaseReference reference, long placementId, NewSignUp typed) {
        Placement placement = own(reference, placementId);
        notThere(typed.place(), typed.placeName()).ifPresent(why -> {
            throw new NotPermitted(why, reference);
        });
        notBy(reference, placementId).ifPresent(why -> {
            throw new NotPermitted(why, reference);
        });
        SignUp signUp = new SignUp(placementId, reference, typed.place(), typed.placeName(), record.today(),
                record.by(), typed.livesOn(), typed.evidence(), typed.nextReviewOn(), typed.consents(),
                typed.childrensServices(), typed.toldOfArea());
        store.save(signUp, record.now());
        if (placement.status() == PlacementStatus.ACCEPTED || placement.status() == PlacementStatus.NO_SHOW) {
            placements.changeStatus(placementId, PlacementStatus.SIGNED_UP, null);
        }
        record.tell(reference, "decision", "Signed up in person: " + typed.place().words().toLowerCase(),
                typed.placeName());
        record.audit(reference, "signUp.recorded", "placement " + placementId, Map.of("place", typed.place().name()),
                null, placement.function().provision());
        return signUp;
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public void issueCopy(CaseReference reference, long placementId) {
        Placement placement = own(reference, placementId);
        SignUp signUp = store.of(placementId).orElseThrow(() -> new NotPossible("They are not signed up yet."));
        letters.issue(reference, "ta-sign-up-copy", copy.of(placement, signUp),
                "ta-sign-up-copy-" + placementId + "-" + signUp.signedOn());
    }

    private Placement own(CaseReference reference, long placementId) {
        Placement placement = placements.get(placementId);
        if (!placement.caseReference().equals(reference)) {
            throw new NoSuchElementException("There is no placement " + placementId);
        }
        return placement;
    }
}
