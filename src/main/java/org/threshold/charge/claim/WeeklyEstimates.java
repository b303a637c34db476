package org.threshold.charge.claim;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.BenefitEstimates;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Words;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Household;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.charge.claim.store.EstimateStore;
import org.threshold.charge.claim.store.RateStore;

/**
 * Works out what Housing Benefit may pay a week (Housing Benefit Regulations 2006 regs 70, 71, 74 and Sch 3). Premiums,
 * savings and what is not counted as income are left out: the benefit office knows them, so the real award is mostly
 * higher than the estimate and not lower.
 */
@Service
class WeeklyEstimates implements BenefitEstimates {

    private static final int NIGHTS = 7;
    private static final int LOWER_ALLOWANCE_BELOW = 25;
    private static final int HUNDRED = 100;
    private static final int MOST_PENCE = 10_000_000;

    private final RateStore rates;
    private final EstimateStore store;
    private final Household households;
    private final ClaimRecord record;

    WeeklyEstimates(RateStore rates, EstimateStore store, Household households, ClaimRecord record) {
        this.rates = rates;
        this.store = store;
        this.households = households;
        this.record = record;
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public Estimate estimate(CaseReference caseReference, Rate rate, Means means) {
        check(means);
        LocalDate today = record.today();
        BenefitRates year = rates.on(today).orElseThrow(() -> new IllegalArgumentException(
                "Threshold does not know the benefit amounts of " + Words.day(today)));
        List<Person> people = households.of(caseReference).stream().filter(HouseholdMember::present)
                .map(HouseholdMember::person).toList();
        return work(rate, means, year, allowance(people, year, today));
    }

    private static void check(Means means) {
        boolean income = means.standing() == Standing.NOT_PASSPORTED;
        if (income && means.weeklyIncome() == null) {
            throw new IllegalArgumentException("Enter their income a week, or say which benefit they get");
        }
        if (means.weeklyIncome() != null && !sensible(means.weeklyIncome())
                || !means.adultsEarnings().stream().allMatch(WeeklyEstimates::sensible)) {
            throw new IllegalArgumentException("An amount a week is between £0 and £100,000");
        }
    }

    private static boolean sensible(int pence) {
        return pence >= 0 && pence <= MOST_PENCE;
    }

    /** What the law takes them to need to live on; what premiums would add is not known here. */
    private static int allowance(List<Person> people, BenefitRates year, LocalDate today) {
        boolean couple = people.stream().anyMatch(each -> each.relationship() == Relationship.PARTNER);
        Person applicant = people.stream().filter(each -> each.relationship() == Relationship.MAIN_APPLICANT)
                .findFirst().orElseThrow();
        long children = people.stream().filter(each -> each.relationship() != Relationship.EXPECTED_CHILD)
                .filter(each -> each.isDependentChildOn(today)).count();
        int adults = couple ? year.couple() : single(applicant.dateOfBirth(), children > 0, year, today);
        if (pensionAge(people, today)) {
            adults = couple ? year.couplePensionAge() : year.singlePensionAge();
        }
        return Math.toIntExact(adults + children * year.child());
    }

    private static boolean pensionAge(List<Person> people, LocalDate today) {
        return people.stream().filter(each -> each.relationship() == Relationship.MAIN_APPLICANT
                        || each.relationship() == Relationship.PARTNER)
                .allMatch(each -> each.dateOfBirth() != null && !PensionAge.reachedOn(each.dateOfBirth()).isAfter(today));
    }

    /** Under 25 it is less, but not for a lone parent. */
    private static int single(LocalDate born, boolean parent, BenefitRates year, LocalDate today) {
        boolean young = born != null && Period.between(born, today).getYears() < LOWER_ALLOWANCE_BELOW;
        return young && !parent ? year.singleUnder25() : year.single();
    }

    private static Estimate work(Rate rate, Means means, BenefitRates year, int allowance) {
        int eligible = weekly(rate, rate.eligible());
        int ineligible = weekly(rate, rate.ineligible());
        int adults = means.adultsEarnings().stream().mapToInt(year::deduction).sum();
        int tooMuch = means.standing() == Standing.NOT_PASSPORTED ? Math.max(0, means.weeklyIncome() - allowance) : 0;
        // Rounded up against the household, so that the estimate does not promise too much.
        int part = Math.toIntExact(((long) tooMuch * year.taperPercent() + HUNDRED - 1) / HUNDRED);
        int benefit = means.standing() == Standing.NO_BENEFIT ? 0 : Math.max(0, eligible - adults - part);
        return new Estimate(eligible, ineligible, adults, part, benefit, eligible + ineligible - benefit, year.from(),
                sentences(means.standing(), eligible, ineligible, adults, part, benefit));
    }

    private static int weekly(Rate rate, int pence) {
        return rate.per() == Rate.Per.WEEK ? pence : Math.multiplyExact(pence, NIGHTS);
    }

    private static List<String> sentences(Standing standing, int eligible, int ineligible, int adults, int part,
                                          int benefit) {
        List<String> because = new ArrayList<>();
        because.add("The charge is " + Words.pounds(eligible + ineligible) + " a week.");
        if (ineligible > 0) {
            because.add("Housing Benefit cannot pay " + Words.pounds(ineligible)
                    + " of it, which is for things such as meals, heating and water.");
        }
        if (standing == Standing.NO_BENEFIT) {
            because.add("No Housing Benefit is expected, so the whole charge is yours to pay.");
            return because;
        }
        if (adults > 0) {
            because.add(Words.pounds(adults) + " is taken off for other adults who live with you.");
        }
        if (part > 0) {
            because.add(Words.pounds(part) + " is taken off because of your income.");
        }
        because.add("We expect Housing Benefit of " + Words.pounds(benefit) + " a week. You would pay "
                + Words.pounds((long) eligible + ineligible - benefit) + " a week.");
        return because;
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public Estimate tell(CaseReference caseReference, long placementId, Rate rate, Means means) {
        Estimate estimate = estimate(caseReference, rate, means);
        store.insert(caseReference, placementId, means, estimate, record.by(), record.now());
        record.tell(caseReference, "Benefit estimate given: " + Words.pounds(estimate.ownShare())
                + " a week is theirs to pay", String.join(" ", estimate.because()));
        record.audit(caseReference, "benefit.estimated", "placement " + placementId,
                Map.of("standing", means.standing().name()), null);
        return estimate;
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public Optional<Estimate> told(CaseReference caseReference, long placementId) {
        return store.latest(caseReference, placementId).map(WeeklyEstimates::asTold);
    }

    private static Estimate asTold(EstimateStore.Kept kept) {
        Estimate told = kept.estimate();
        return new Estimate(told.eligible(), told.ineligible(), told.nonDependants(), told.incomePart(), told.benefit(),
                told.ownShare(), told.ratesFrom(), sentences(kept.standing(), told.eligible(), told.ineligible(),
                told.nonDependants(), told.incomePart(), told.benefit()));
    }
}
