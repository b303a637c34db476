package org.threshold.moveon;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Leaving;
import org.threshold.accommodation.Offer;
import org.threshold.accommodation.Offers;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.HomesToLeave;
import org.threshold.homelessness.PlaceOffered;
import org.threshold.letter.Letters;

/** Where a household lives under a duty, what was offered to it, and the place asked back when the duty has ended. */
@Component
class PlacesToLeave implements HomesToLeave {

    private static final Map<DutyKind, AccommodationFunction> UNDER = new EnumMap<>(Map.of(
            DutyKind.RELIEF, AccommodationFunction.RELIEF_POWER,
            DutyKind.MAIN, AccommodationFunction.MAIN, DutyKind.S190, AccommodationFunction.INTENTIONAL,
            DutyKind.S193C, AccommodationFunction.NON_COOPERATION));

    private final Placements placements;
    private final Leaving leaving;
    private final Offers offers;
    private final Units units;
    private final Letters letters;
    private final Clock clock;

    PlacesToLeave(Placements placements, Leaving leaving, Offers offers, Units units, Letters letters,
                  Clock clock) {
        this.placements = placements;
        this.leaving = leaving;
        this.offers = offers;
        this.units = units;
        this.letters = letters;
        this.clock = clock;
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public List<Home> under(DutyKind duty, CaseReference reference) {
        return placements.livedIn(reference).stream().filter(each -> each.function() == UNDER.get(duty))
                .map(each -> new Home(each.id(), units.get(each.unitId()).address())).toList();
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public LocalDate askBack(CaseReference reference, long placeId, EndReason ground) {
        LocalDate leaveBy = ground == EndReason.CEASED_TO_OCCUPY ? LocalDate.now(clock) : leaving.usualNotice();
        leaving.begin(placeId, end(ground), leaveBy);
        return leaveBy;
    }

    private static PlacementEnd end(EndReason ground) {
        return switch (ground) {
            case CEASED_TO_OCCUPY -> PlacementEnd.CEASED_TO_OCCUPY;
            case IH_FROM_TA -> PlacementEnd.INTENTIONALLY_HOMELESS;
            case NOT_ELIGIBLE -> PlacementEnd.NOT_ELIGIBLE;
            default -> PlacementEnd.DUTY_ENDED;
        };
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public List<PlaceOffered> offered(CaseReference reference) {
        return offers.of(reference).stream().map(this::offered).toList();
    }

    private PlaceOffered offered(Offer offer) {
        AccommodationFunction function = placements.get(offer.placementId()).function();
        Optional<Letters.Letter> letter = letters.issued("ta-offer-" + offer.id());
        boolean refused = offer.answer() == Offer.Answer.REFUSED;
        return new PlaceOffered(offer.id(), dutyOf(function), offer.address(), offer.availableAt() != null,
                letter.map(Letters.Letter::issuedOn).orElse(null), letter.isPresent() && function.reviewable(),
                refused ? offer.answeredAt().atZone(ServiceClock.LONDON).toLocalDate() : null,
                refused ? offer.answerWords() : null, offer.stillSuitable(), offer.reconsideredBy());
    }

    private static DutyKind dutyOf(AccommodationFunction function) {
        return UNDER.entrySet().stream().filter(each -> each.getValue() == function).map(Map.Entry::getKey).findFirst()
                .orElse(null);
    }
}
