package org.threshold.accommodation.step;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.accommodation.Considered;
import org.threshold.accommodation.OutsideRecord;
import org.threshold.accommodation.OutsideRecord.ForMember;
import org.threshold.accommodation.OutsideRecords;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitSearch;
import org.threshold.accommodation.Units;

/** What stands beside the steps about a home outside the borough. */
@Component
class OutsideFacts {

    private static final int MOST_NAMED = 8;
    private static final double METRES_IN_A_MILE = 1609.344;

    private final OutsideRecords records;
    private final Placements placements;
    private final Units units;
    private final People people;

    OutsideFacts(OutsideRecords records, Placements placements, Units units, People people) {
        this.records = records;
        this.placements = placements;
        this.units = units;
        this.people = people;
    }

    /** The home that is proposed. */
    Map<String, String> home(long placementId) {
        Map<String, String> lines = new LinkedHashMap<>();
        Placement placement = placements.get(placementId);
        if (placement.unitId() != null) {
            Unit unit = units.get(placement.unitId());
            lines.put("Home", unit.name() + ", " + unit.address() + ", " + unit.postcode());
        }
        records.searchFor(placementId).ifPresent(search -> lines.put("What was free that day", searched(search)));
        lines.put("Under", placement.function().words());
        return lines;
    }

    private static String searched(UnitSearch search) {
        if (search.considered().isEmpty()) {
            return "Nothing";
        }
        return search.freeInside() + " in the borough, " + (search.considered().size() - search.freeInside())
                + " outside it. " + search.considered().stream().limit(MOST_NAMED).map(OutsideFacts::one)
                .collect(Collectors.joining(". ")) + (search.considered().size() > MOST_NAMED ? ". All of them are on the"
                + " page of units for this household, under Accommodation" : "");
    }

    private static String one(Considered each) {
        return each.name() + ", " + each.districtName() + (each.metres() == null ? "" : ", "
                + Math.round(each.metres() / METRES_IN_A_MILE * 10) / 10.0 + " miles")
                + (each.whyNot() == null ? "" : ": not used, " + each.whyNot());
    }

    /** The home and the record that waits, with whoever may decide. */
    Map<String, String> record(long placementId) {
        Map<String, String> lines = home(placementId);
        records.latest(placementId).ifPresent(made -> add(lines, made));
        String who = records.whoMayApprove(placementId);
        if (who != null) {
            lines.put("May be decided by", who);
        }
        return lines;
    }

    private void add(Map<String, String> lines, OutsideRecord made) {
        OutsideRecord.Reasons reasons = made.reasons();
        lines.put("Recorded by", people.nameOf(made.recordedBy()));
        lines.put("How far", reasons.miles().stripTrailingZeros().toPlainString() + " miles, " + reasons.minutes()
                + " minutes by public transport");
        lines.put("Why nothing nearer", reasons.nothingNearer());
        lines.put("Policy", reasons.priority().words() + ". " + reasons.policyReasons());
        Map<Long, String> names = records.household(made.caseReference()).stream()
                .collect(Collectors.toMap(member -> member.id(), member -> member.person().name()));
        made.members().forEach(member -> lines.put(names.getOrDefault(member.memberId(),
                "Somebody who has left the household"), said(member)));
        lines.put("Welfare and equality", reasons.welfare());
        lines.put("Can they afford it", reasons.affordable());
        lines.put(reasons.told() ? "They said" : "Not told yet", reasons.said());
        lines.put("What would bring them nearer", reasons.wayBack());
    }

    private static String said(ForMember member) {
        String school = member.year() == OutsideRecord.SchoolYear.NONE ? "" : member.year().words() + ", "
                + member.schoolMinutes() + " minutes to school. ";
        String flags = member.flags().stream().sorted().map(OutsideRecord.SchoolFlag::words)
                .collect(Collectors.joining(". "));
        String facts = java.util.Arrays.stream(OutsideRecord.Factor.values()).map(factor -> factor.words() + ": "
                + member.facts().get(factor).words() + " (" + member.facts().get(factor).source().words() + ")")
                .collect(Collectors.joining(". "));
        return (member.mustNotSuffer() ? "Must not suffer from the move. " : "") + school
                + (flags.isEmpty() ? "" : flags + ". ") + facts
                + (member.schoolPlan() == null ? "" : ". Through the school year: " + member.schoolPlan());
    }
}
