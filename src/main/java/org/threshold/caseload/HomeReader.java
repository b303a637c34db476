package org.threshold.caseload;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.ClaimsForKeys;
import org.threshold.caseload.FormerHome.FormerBalance;
import org.threshold.caseload.FormerHome.FormerClaim;
import org.threshold.charge.claim.ClaimDecision;
import org.threshold.charge.claim.ClaimStatus;

/** Reads where a household lives in temporary accommodation, its claim and what it owes. */
final class HomeReader {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REFERENCE = 40;
    private static final int LONGEST_EVIDENCE = 1000;
    private static final List<String> AWARD = List.of("outcome", "decided_on", "paid_from", "weekly");
    private static final List<String> AWARDS = List.of(ClaimStatus.AWARDED_FULL.name(),
            ClaimStatus.AWARDED_PART.name());

    private final HouseholdRows rows;
    private final Reading reading;

    HomeReader(HouseholdRows rows, Reading reading) {
        this.rows = rows;
        this.reading = reading;
    }

    /** Null where they live in none, or where something is refused. */
    FormerHome read(LocalDate openedOn) {
        Row placement = only(Sheet.PLACEMENTS, "A household is brought over in one unit.",
                "Bring over one of them, and record the other on the case.");
        Row claim = only(Sheet.CLAIMS, "A household has one running claim.", "Leave the others out.");
        Row balance = only(Sheet.BALANCES, "A household has one balance.", "Add them up.");
        if (placement == null) {
            refuseAlone(claim);
            refuseAlone(balance);
            return null;
        }
        RowReader row = reading.of(placement);
        LocalDate started = started(row, openedOn);
        String unit = unit(row);
        AccommodationFunction function = row.code("function", AccommodationFunction.class);
        LocalDate until = until(row, started);
        int nightsBefore = nightsBefore(row, openedOn, started);
        LocalDate hostToldOn = hostToldOn(row, started);
        interim();
        FormerClaim made = claim == null ? null : claim(reading.of(claim), started);
        FormerBalance owed = balance(row, balance, started);
        if (claim == null) {
            row.mention(null, "No Housing Benefit claim comes with this placement.",
                    "Add it to claims.csv where one runs. Otherwise it is asked for on the case.");
        }
        return unit == null || function == null || started == null || owed == null ? null
                : new FormerHome(unit, function, started, until, nightsBefore, hostToldOn, made, owed);
    }

    private Row only(Sheet sheet, String problem, String remedy) {
        List<Row> all = rows.of(sheet);
        all.stream().skip(1).forEach(more -> reading.of(more).refuse(Sheet.REFERENCE, problem, remedy));
        return all.isEmpty() ? null : all.get(0);
    }

    private void refuseAlone(Row row) {
        if (row != null) {
            reading.of(row).refuse(Sheet.REFERENCE, "This household has no row in placements.csv.",
                    "Add the placement in which it lives, or leave this row out.");
        }
    }

    private LocalDate started(RowReader row, LocalDate openedOn) {
        LocalDate started = row.past("started_on");
        if (started != null && started.isBefore(openedOn)) {
            row.refuse("started_on", "The first night there is before the household came to the council.",
                    "Check started_on, and opened_on in cases.csv.");
            return null;
        }
        return started;
    }

    private String unit(RowReader row) {
        String unit = row.text("unit", LONGEST_NAME);
        if (unit == null) {
            return null;
        }
        if (!reading.units().has(unit)) {
            row.refuse("unit", Headings.quoted(unit) + " is not a unit of the register, and none that units.csv brings.",
                    "Add it to units.csv, put its row there right, or correct the name.");
            return null;
        }
        String other = reading.units().takenBy(unit, rows.reference());
        if (other != null) {
            row.refuse("unit", "The household " + other + " lives in this unit too.",
                    "Correct one of the two. Where a house has several units, each has a name of its own.");
        }
        return unit;
    }

    private static LocalDate until(RowReader row, LocalDate started) {
        LocalDate until = row.day("expected_until");
        if (until != null && started != null && !until.isAfter(started)) {
            row.refuse("expected_until", "They are to leave before their first night there is over.", "Check both days.");
        }
        return until;
    }

    /** Nights under this application, so there are no more of them than nights since the household came. */
    private static int nightsBefore(RowReader row, LocalDate openedOn, LocalDate started) {
        String value = row.text("nights_before", 5);
        if (value == null) {
            return 0;
        }
        if (!value.matches("[0-9]{1,5}")) {
            row.refuse("nights_before", Headings.quoted(value) + " is not a number of nights.",
                    "Write a whole number such as 12, or leave it empty.");
            return 0;
        }
        int nights = Integer.parseInt(value);
        if (started != null && nights > ChronoUnit.DAYS.between(openedOn, started)) {
            row.refuse("nights_before", "There are not so many nights between the day on which the household came and its"
                    + " first night there.", "Count the nights before started_on only, and check opened_on in cases.csv.");
        }
        return nights;
    }

    private static LocalDate hostToldOn(RowReader row, LocalDate started) {
        LocalDate told = row.past("host_told_on");
        if (told != null && started != null && told.isBefore(started)) {
            row.refuse("host_told_on", "The notice was given before the first night there.", "Check both days. A notice for"
                    + " another address does not count for this one.");
        }
        return told;
    }

    /** The old columns say the same in fewer words; both would count the household twice. */
    private void interim() {
        RowReader household = reading.of(rows.of(Sheet.CASES).get(0));
        if (household.has("interim_address")) {
            household.refuse("interim_address", "This household stands in placements.csv too.",
                    "Leave the interim columns empty where placements.csv has the household.");
        }
    }

    private FormerClaim claim(RowReader row, LocalDate started) {
        ClaimsForKeys.Kind kind = row.code("kind", ClaimsForKeys.Kind.class);
        String reference = row.text("claim_reference", LONGEST_REFERENCE);
        LocalDate made = row.past("made_on");
        String evidence = row.text("evidence", LONGEST_EVIDENCE);
        if (kind == null || reference == null || made == null) {
            return null;
        }
        String other = reading.units().claimOf(reference, rows.reference());
        if (other != null) {
            row.refuse("claim_reference", "The household " + other + " has this reference too.", "Check both rows.");
        }
        if (kind == ClaimsForKeys.Kind.NEW_CLAIM && started != null && made.isBefore(started.minusMonths(3))) {
            row.mention("made_on", "The claim is much older than the placement.",
                    "Use CHANGE_OF_ADDRESS where it was made for another address.");
        }
        return new FormerClaim(kind, reference, made, evidence == null ? List.of()
                : Arrays.stream(evidence.split("\\|")).map(String::strip).filter(item -> !item.isEmpty()).toList(),
                award(row, started, made));
    }

    /** Null while nothing is decided; a claim that was refused does not run and is not brought over. */
    private static ClaimDecision award(RowReader row, LocalDate started, LocalDate made) {
        long given = AWARD.stream().filter(row::has).count();
        if (given == 0) {
            return null;
        }
        String outcome = row.oneOf("outcome", AWARDS);
        LocalDate decided = row.past("decided_on");
        LocalDate from = row.day("paid_from");
        Long weekly = row.parsed("weekly", Pounds::pence);
        if (given < AWARD.size()) {
            row.refuse("outcome", "An award needs how and when it was decided, from when it is paid, and how much a week.",
                    "Fill in all four columns, or none of them.");
        } else if (row.has("evidence")) {
            row.refuse("evidence", "Something is still to be brought for a claim that is decided.",
                    "Leave the evidence empty, or the award.");
        } else if (decided != null && decided.isBefore(made)) {
            row.refuse("decided_on", "The claim was decided before it was made.", "Check both days.");
        } else if (from != null && started != null && from.isBefore(started)) {
            row.refuse("paid_from", "Benefit is paid from before the first night there.",
                    "Enter from when it is paid for this placement.");
        } else if (weekly != null && (weekly <= 0 || weekly > Integer.MAX_VALUE)) {
            row.refuse("weekly", "An award pays more than nothing.", "Leave the award empty where nothing is paid.");
        } else if (outcome != null && decided != null && from != null && weekly != null) {
            return new ClaimDecision(ClaimStatus.valueOf(outcome), decided, from, weekly.intValue(),
                    "Decided before the case was brought over");
        }
        return null;
    }

    private FormerBalance balance(RowReader placement, Row balance, LocalDate started) {
        if (balance == null) {
            placement.refuse(Sheet.REFERENCE, "This household has no row in balances.csv, so every night since its first"
                    + " would be charged as if nothing had been paid.", "Add its balance, 0.00 where nothing is owed.");
            return null;
        }
        RowReader row = reading.of(balance);
        LocalDate asAt = row.past("as_at");
        Long pence = row.parsed("balance", Pounds::pence);
        if (asAt != null && started != null && asAt.isBefore(started)) {
            row.refuse("as_at", "The balance is of a day before their first night there.", "Check both days.");
            return null;
        }
        return asAt == null || pence == null ? null : new FormerBalance(asAt, pence);
    }
}
