package org.threshold.charge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.threshold.accommodation.Rate;

/**
 * What the account of a placement should have been charged by its facts, compared with what it was. Where they differ,
 * the night is taken back and charged anew; where they agree, nothing is written, so it can be asked at any time.
 */
final class WantedNights {

    private final Account account;
    private final NavigableMap<LocalDate, Rate> rates;
    private final LocalDate today;

    WantedNights(Account account, NavigableMap<LocalDate, Rate> rates, LocalDate today) {
        this.account = account;
        this.rates = rates;
        this.today = today;
    }

    /**
     * @param charged every charge of a night so far, also those taken back
     * @param why     what is said about a night that is taken back
     */
    List<NewLine> differences(List<Line> charged, String why) {
        List<NewLine> lines = new ArrayList<>();
        Map<LocalDate, Line> standing = new HashMap<>();
        Map<LocalDate, Integer> turns = new HashMap<>();
        for (Line line : charged) {
            turns.merge(line.nightsFrom(), 1, Integer::sum);
            if (!line.takenBack()) {
                standing.put(line.nightsFrom(), line);
            }
        }
        for (Line line : standing.values()) {
            if (!agrees(line)) {
                lines.add(NewLine.reversal(account.id(), line, why));
            }
        }
        from(first()).forEach(night -> {
            Line line = standing.get(night.nightsFrom());
            if (line == null || !agrees(line)) {
                lines.add(again(night, turns.getOrDefault(night.nightsFrom(), 0) + 1));
            }
        });
        return lines;
    }

    /** The nights from this one on; a free one is a line too, so that it is seen to have been thought of. */
    List<NewLine> from(LocalDate night) {
        List<NewLine> lines = new ArrayList<>();
        LocalDate first = first();
        if (first == null || night == null) {
            return lines;
        }
        LocalDate until = account.chargedUntil(today);
        for (LocalDate day = night.isBefore(first) ? first : night; day.isBefore(until); day = day.plusDays(1)) {
            lines.add(NewLine.night(account.id(), day, NightlyCharge.of(rate(day), day), rate(day), 1));
        }
        return lines;
    }

    private LocalDate first() {
        return account.chargedFrom();
    }

    private boolean agrees(Line line) {
        LocalDate night = line.nightsFrom();
        LocalDate first = first();
        return first != null && !night.isBefore(first) && night.isBefore(account.chargedUntil(today))
                && NightlyCharge.of(rate(night), night).equals(new NightlyCharge(line.pence(), line.ineligible()));
    }

    private Rate rate(LocalDate night) {
        Map.Entry<LocalDate, Rate> holds = rates.floorEntry(night);
        return holds == null ? rates.firstEntry().getValue() : holds.getValue();
    }

    private static NewLine again(NewLine night, int turn) {
        return new NewLine(night.accountId(), night.kind(), night.onDay(), night.pence(), night.ineligible(),
                night.nightsFrom(), night.nightsUntil(), night.rate(), turn, null, null, null, night.words(), null);
    }
}
