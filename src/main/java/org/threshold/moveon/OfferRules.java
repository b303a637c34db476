package org.threshold.moveon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.form.FieldError;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.OfferKind;
import org.threshold.moveon.HomeOffer.Landlord;
import org.threshold.moveon.HomeOffer.Obligations;
import org.threshold.moveon.HomeOffer.Tenancy;
import org.threshold.moveon.HomeOffer.Terms;

/** What the law lets be offered under which duty (s189B(7), s193(6) to (8), s193A, s193C, s195(8)). */
@Component
class OfferRules {

    private static final int SIX_MONTHS = 6;
    private static final Set<OfferKind> THROUGH_THE_REGISTER = EnumSet.of(OfferKind.PART6, OfferKind.FINAL_PART6);
    private static final Set<Landlord> SOCIAL = EnumSet.of(Landlord.COUNCIL, Landlord.HOUSING_ASSOCIATION);
    private static final Set<Tenancy> ALLOCATED = EnumSet.of(Tenancy.ASSURED, Tenancy.SECURE, Tenancy.INTRODUCTORY);

    private final Duties duties;
    private final MoveOnRecord record;

    OfferRules(Duties duties, MoveOnRecord record) {
        this.duties = duties;
        this.record = record;
    }

    List<FieldError> problems(CaseReference reference, DutyKind duty, OfferKind kind, Terms terms) {
        List<FieldError> problems = new ArrayList<>();
        if (duties.running(reference, duty).isEmpty()) {
            problems.add(new FieldError("", "The " + duty.title().toLowerCase() + " does not run on this case."));
        }
        if (!kind.under(duty)) {
            problems.add(new FieldError("offerKind", kind.title() + " cannot be made under the "
                    + duty.title().toLowerCase()));
            return problems;
        }
        checkHome(problems, kind, terms);
        checkTime(problems, duty, terms);
        if (terms.obligations() == Obligations.CANNOT_END) {
            problems.add(new FieldError("obligations", "They cannot be expected to take a home while they are bound to"
                    + " another one and cannot end that in time (section 193(8)). Offer it when they can"));
        }
        if (terms.restrictedCase() && duty == DutyKind.MAIN && kind != OfferKind.PRSO && terms.noPrivateWhy() == null) {
            problems.add(new FieldError("noPrivateWhy", "In a restricted case the duty is ended by a private rented"
                    + " sector offer so far as that is practicable (section 193(7AD)). Enter why it is not"));
        }
        return problems;
    }

    private void checkHome(List<FieldError> problems, OfferKind kind, Terms terms) {
        if (HomeOffer.gated(kind)) {
            if (terms.landlordKind() != Landlord.PRIVATE) {
                problems.add(new FieldError("landlordKind", "This kind of offer is of a private landlord's home only"));
            }
            if (terms.tenancy() != Tenancy.ASSURED) {
                problems.add(new FieldError("tenancy", "This kind of offer is of an assured tenancy only"));
            }
            if (terms.approvedBy() == null) {
                problems.add(new FieldError("approvedBy", "Enter who approved the arrangement with the landlord"));
            } else if (terms.approvedOn() == null || terms.approvedOn().isAfter(record.today())) {
                problems.add(new FieldError("approvedOn", "Enter the day of the approval, today or in the past"));
            }
        } else if (THROUGH_THE_REGISTER.contains(kind)) {
            if (!SOCIAL.contains(terms.landlordKind())) {
                problems.add(new FieldError("landlordKind", "Through the register the council or a housing association"
                        + " lets"));
            }
            if (!ALLOCATED.contains(terms.tenancy())) {
                problems.add(new FieldError("tenancy", "Through the register they get a tenancy: secure, introductory or"
                        + " assured"));
            }
        }
    }

    private void checkTime(List<FieldError> problems, DutyKind duty, Terms terms) {
        if ((duty == DutyKind.PREVENTION || duty == DutyKind.RELIEF) && terms.lastsMonths() < SIX_MONTHS) {
            problems.add(new FieldError("lastsMonths", "They must have a reasonable prospect of at least 6 months there"));
        }
        LocalDate today = record.today();
        if (terms.availableFrom().isBefore(today.minusYears(1)) || terms.availableFrom().isAfter(today.plusYears(1))) {
            problems.add(new FieldError("availableFrom", "The day must be within a year of today"));
        }
    }
}
