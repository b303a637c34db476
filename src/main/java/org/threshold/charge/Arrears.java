package org.threshold.charge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Units;
import org.threshold.charge.store.ArrearsStore;
import org.threshold.charge.store.ArrearsStore.Nights;
import org.threshold.charge.store.ArrearsStore.Owed;
import org.threshold.clock.ServiceClock;

/** What is owed on all accounts, by type of accommodation and by cause, at the end of any day. */
@Service
public class Arrears {

    private final ArrearsStore store;
    private final ClaimCover cover;
    private final Units units;
    private final Clock clock;

    Arrears(ArrearsStore store, ClaimCover cover, Units units, Clock clock) {
        this.store = store;
        this.cover = cover;
        this.units = units;
        this.clock = clock;
    }

    /**
     * @param rows   largest amounts first
     * @param byType only types in which something is owed
     */
    public record Report(LocalDate onDay, List<ArrearsRow> rows, Map<AccommodationType, ArrearsSplit> byType,
                         ArrearsSplit all) {

        public static Report of(LocalDate onDay, List<ArrearsRow> rows) {
            Map<AccommodationType, ArrearsSplit> byType = new EnumMap<>(AccommodationType.class);
            rows.stream().collect(Collectors.groupingBy(ArrearsRow::type, Collectors.mapping(ArrearsRow::split,
                    Collectors.toList()))).forEach((type, those) -> byType.put(type, ArrearsSplit.sum(those)));
            return new Report(onDay, rows, byType, ArrearsSplit.sum(byType.values()));
        }
    }

    /**
     * @param onDay       the last day that counts; one after today is today
     * @param asKnownThen without what was posted or corrected after that day; claims are seen as they stand now
     */
    @Needs(Permission.SEE_ALL_WORK)
    @Transactional(readOnly = true)
    public Report on(LocalDate onDay, boolean asKnownThen) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = onDay.isAfter(today) ? today : onDay;
        return Report.of(last, rows(last, asKnownThen));
    }

    /**
     * What was owed on all accounts together at the end of each of these days, in pence and as it is known now; one
     * statement.
     *
     * @param days earliest first
     */
    @Needs(Permission.SEE_ALL_WORK)
    @Transactional(readOnly = true)
    public List<Long> totals(List<LocalDate> days) {
        return store.totals(days);
    }

    /** What one account owes now, told apart; nothing where it is settled or in credit. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public ArrearsSplit of(Statement statement) {
        Map<LineKind, Long> totals = statement.totals();
        Account account = statement.account();
        Owed owed = new Owed(account, "", statement.balance(), totals.getOrDefault(LineKind.CHARGE, 0L)
                + totals.getOrDefault(LineKind.BENEFIT, 0L), totals.getOrDefault(LineKind.OPENING, 0L), false);
        return statement.balance() <= 0 ? new ArrearsSplit(Map.of()) : splits(List.of(owed), statement.onDay(),
                known(statement.onDay(), statement.asKnownThen())).get(account.id());
    }

    private Instant known(LocalDate last, boolean asKnownThen) {
        return asKnownThen ? last.plusDays(1).atStartOfDay(ServiceClock.LONDON).toInstant() : clock.instant().plusSeconds(1);
    }

    /** Everything that is owed, as whoever acts may know of it. */
    List<ArrearsRow> rows(LocalDate last, boolean asKnownThen) {
        Instant known = known(last, asKnownThen);
        List<Owed> owed = asKnownThen ? store.owed(last, known) : store.owed(last);
        Map<Long, ArrearsSplit> splits = splits(owed, last, known);
        Map<Long, Unit> byId = units(owed);
        return owed.stream().map(each -> row(each, byId.get(each.account().unitId()),
                splits.get(each.account().id()))).toList();
    }

    private static ArrearsRow row(Owed owed, Unit unit, ArrearsSplit split) {
        return new ArrearsRow(owed.account(), owed.team(), AccommodationType.of(unit == null ? null : unit.returnType()),
                unit == null ? "" : unit.name(), owed.pence(), split, owed.arranged());
    }

    private Map<Long, Unit> units(List<Owed> owed) {
        List<Long> ids = owed.stream().map(each -> each.account().unitId()).filter(Objects::nonNull).distinct().toList();
        return ids.isEmpty() ? Map.of() : units.all(ids).stream().collect(Collectors.toMap(Unit::id,
                Function.identity()));
    }

    private Map<Long, ArrearsSplit> splits(List<Owed> owed, LocalDate last, Instant known) {
        Map<Long, List<ClaimCover.Uncovered>> uncovered = owed.isEmpty() ? Map.of()
                : cover.uncovered(owed.stream().map(each -> each.account().placementId()).toList(), last);
        List<Nights> nights = new ArrayList<>();
        List<ArrearsCause> causes = new ArrayList<>();
        for (Owed each : owed) {
            for (ClaimCover.Uncovered gap : uncovered.getOrDefault(each.account().placementId(),
                    withoutClaim(each.account(), last))) {
                nights.add(new Nights(each.account().id(), gap.from(), gap.until(),
                        gap.mostWeekly()));
                causes.add(ArrearsCause.of(gap.cause()));
            }
        }
        List<Long> unpaid = nights.isEmpty() ? List.of() : store.unpaid(nights, last, known);
        Map<Long, List<ArrearsSplit.Gap>> gaps = new HashMap<>();
        for (int at = 0; at < nights.size(); at++) {
            gaps.computeIfAbsent(nights.get(at).accountId(), none -> new ArrayList<>())
                    .add(new ArrearsSplit.Gap(causes.get(at), unpaid.get(at)));
        }
        return owed.stream().collect(Collectors.toMap(each -> each.account().id(), each -> ArrearsSplit.of(each.pence(),
                each.charged(), each.opening(), gaps.getOrDefault(each.account().id(), List.of()))));
    }

    /** A placement of which nothing is known about a claim: nobody has made one. */
    private static List<ClaimCover.Uncovered> withoutClaim(Account account, LocalDate last) {
        LocalDate first = account.chargedFrom();
        return first == null || !first.isBefore(last) ? List.of()
                : List.of(new ClaimCover.Uncovered(first, last, ClaimCover.Cause.NO_CLAIM));
    }
}
