package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The count of every night that a household has spent in bed and breakfast under its application, over hotels and gaps.
 * Bed and breakfast is not suitable for an applicant with family commitments, except where nothing else is available and
 * for six weeks in all at most (SI 2003/3326 arts 3 and 4): 42 nights, so the 43rd is unlawful whatever is recorded. For
 * someone of 16 or 17 it is not to be used at all (Homelessness Code of Guidance ch 17). Dates in, dates out: nothing is
 * read and nothing is kept.
 */
public final class NightsLedger {

    /** The last night that can be lawful. */
    public static final int LIMIT = 42;
    /** After these nights somebody is told. */
    public static final List<Integer> POINTS = List.of(21, 35, 40, LIMIT, LIMIT + 1);
    /** From the 43rd night on, the service manager is asked again each week. */
    private static final int AGAIN_EVERY = 7;

    /**
     * One night in bed and breakfast.
     *
     * @param on     the day on which it begins
     * @param number its number among those that count, from 1; 0 where it does not count
     * @param family whether they were a family in it
     */
    public record Night(LocalDate on, int number, NightsFacts.Stay stay, boolean family) {

        public boolean counts() {
            return number > 0;
        }

        /** Unsuitable from the first night on, unless nothing else was available; from the 43rd whatever is recorded. */
        public boolean unsuitable() {
            return number > LIMIT || counts() && !stay.nothingElse();
        }
    }

    private final NightsFacts facts;
    private final boolean nightsBeforeCount;
    private final LocalDate tonight;
    /** How many nights were counted elsewhere and have no day here: the first numbers are theirs. */
    private final int broughtOver;
    private final List<Night> nights;
    private final int counted;

    private NightsLedger(NightsFacts facts, boolean nightsBeforeCount, LocalDate tonight) {
        this.facts = facts;
        this.nightsBeforeCount = nightsBeforeCount;
        this.tonight = tonight;
        TreeMap<LocalDate, NightsFacts.Stay> stays = stays();
        this.broughtOver = broughtOver(stays);
        this.nights = count(stays);
        this.counted = Math.max(broughtOver, nights.stream().mapToInt(Night::number).max().orElse(0));
    }

    /**
     * @param nightsBeforeCount whether nights before they were a family count as soon as they are one
     * @param tonight           the last night that is counted
     */
    public static NightsLedger of(NightsFacts facts, boolean nightsBeforeCount, LocalDate tonight) {
        return new NightsLedger(facts, nightsBeforeCount, tonight);
    }

    private TreeMap<LocalDate, NightsFacts.Stay> stays() {
        TreeMap<LocalDate, NightsFacts.Stay> stays = new TreeMap<>();
        // Of two stays in a night the later one is where they sleep; it is one night all the same.
        facts.stays().stream().sorted(Comparator.comparing((NightsFacts.Stay stay) -> stay.nights().from())
                .thenComparing(NightsFacts.Stay::placementId)).forEach(stay -> nightsOf(stay)
                .forEach(night -> stays.put(night, stay)));
        return stays;
    }

    /** Those before that day of which the days are known here were among them, so that none is counted twice. */
    private int broughtOver(TreeMap<LocalDate, NightsFacts.Stay> stays) {
        NightsFacts.BroughtOver before = facts.before();
        if (before == null || facts.commitments().stream().map(FamilyCommitment::days).noneMatch(days ->
                days.from().isBefore(before.until()) || nightsBeforeCount && !days.from().isAfter(tonight))) {
            return 0;
        }
        return Math.max(0, before.nights() - (int) stays.headMap(before.until()).keySet().stream().filter(this::counts)
                .count());
    }

    private List<Night> count(TreeMap<LocalDate, NightsFacts.Stay> stays) {
        List<Night> all = new ArrayList<>();
        int number = broughtOver;
        for (var entry : stays.entrySet()) {
            boolean counts = counts(entry.getKey());
            number += counts ? 1 : 0;
            all.add(new Night(entry.getKey(), counts ? number : 0, entry.getValue(), familyOn(entry.getKey())));
        }
        return List.copyOf(all);
    }

    private Stream<LocalDate> nightsOf(NightsFacts.Stay stay) {
        LocalDate end = tonight.plusDays(1);
        LocalDate until = stay.nights().until();
        LocalDate last = until == null || until.isAfter(end) ? end : until;
        return stay.nights().from().isBefore(last) ? stay.nights().from().datesUntil(last) : Stream.empty();
    }

    private boolean counts(LocalDate night) {
        return familyOn(night) || nightsBeforeCount && facts.commitments().stream().map(FamilyCommitment::days)
                .anyMatch(days -> days.from().isAfter(night) && !days.from().isAfter(tonight));
    }

    private boolean familyOn(LocalDate night) {
        return facts.commitments().stream().anyMatch(commitment -> commitment.days().covers(night));
    }

    /** Every night in bed and breakfast up to tonight, oldest first. */
    public List<Night> nights() {
        return nights;
    }

    /** How many of them count towards the limit, with tonight. */
    public int counted() {
        return counted;
    }

    /** How many of those were counted in another system, and have no day here. */
    public int broughtOver() {
        return broughtOver;
    }

    public LocalDate tonight() {
        return tonight;
    }

    public boolean inBedAndBreakfast() {
        return !nights.isEmpty() && nights.get(nights.size() - 1).on().equals(tonight);
    }

    /** Whether they are an applicant with family commitments tonight. */
    public boolean family() {
        return familyOn(tonight);
    }

    /** Whether the applicant or their partner is under 18 tonight. */
    public boolean youngPerson() {
        return youngOn(tonight);
    }

    private boolean youngOn(LocalDate night) {
        return facts.youngPeople().stream().anyMatch(days -> days.covers(night));
    }

    /** How many nights someone under 18 has spent there, with tonight. */
    public int nightsUnder18() {
        return (int) nights.stream().filter(night -> youngOn(night.on())).count();
    }

    /** Whether this household must be watched tonight: a family, or someone under 18, in bed and breakfast. */
    public boolean watched() {
        return inBedAndBreakfast() && (family() || youngPerson());
    }

    /** The day of the 43rd night that counts. */
    public Optional<LocalDate> limitPassedOn() {
        return dayOf(LIMIT + 1);
    }

    /** Since when they are where they may not be: the 43rd night, or the first of someone under 18; only while it is so. */
    public Optional<LocalDate> unlawfulSince() {
        if (!inBedAndBreakfast()) {
            return Optional.empty();
        }
        Optional<LocalDate> limit = family() ? limitPassedOn() : Optional.empty();
        Optional<LocalDate> young = youngPerson() ? firstNightUnder18() : Optional.empty();
        return Stream.of(limit, young).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private Optional<LocalDate> firstNightUnder18() {
        return nights.stream().map(Night::on).filter(this::youngOn).findFirst();
    }

    /** Whether any night of the application was unlawful, though they may have left since. */
    public boolean everUnlawful() {
        return limitPassedOn().isPresent() || firstNightUnder18().isPresent();
    }

    /** How many nights were unsuitable: none else was on record as unavailable, or the limit had passed. */
    public int unsuitable() {
        return Math.max(0, broughtOver - LIMIT) + (int) nights.stream().filter(Night::unsuitable).count();
    }

    /**
     * The day of that night among those that count, up to tonight. Of one that was brought over only the last day on
     * which it can have been is known.
     */
    public Optional<LocalDate> dayOf(int number) {
        return number > 0 && number <= broughtOver ? Optional.of(facts.before().until().minusDays(1)) : nights.stream().filter(night -> night.number() == number).map(Night::on).findFirst();
    }

    /** The day of that night: as it was, or as it will be if they stay; empty while they are not there as a family. */
    public Optional<LocalDate> dayOfIfTheyStay(int number) {
        Optional<LocalDate> past = dayOf(number);
        return past.isPresent() || !inBedAndBreakfast() || !family() ? past
                : Optional.of(tonight.plusDays(number - (long) counted));
    }

    /** The highest of the points that the count has come to, the weekly ones after the limit among them; 0 for none. */
    public int pointReached() {
        int beyond = counted - (LIMIT + 1);
        return beyond >= 0 ? counted - beyond % AGAIN_EVERY
                : POINTS.stream().filter(point -> point <= counted).mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The point that comes after the one reached. */
    public int nextPoint() {
        return POINTS.stream().filter(point -> point > counted).findFirst().orElse(pointReached() + AGAIN_EVERY);
    }

    /**
     * The next day on which something about this household's nights changes by itself: a point is reached, somebody
     * grows up, or a day of leaving comes. Always after tonight.
     */
    public Optional<LocalDate> nextLook() {
        Stream<LocalDate> ends = Stream.of(facts.stays().stream().map(NightsFacts.Stay::nights),
                facts.commitments().stream().map(FamilyCommitment::days), facts.youngPeople().stream())
                .flatMap(days -> days).flatMap(days -> Stream.of(days.from(), days.until() == null ? tonight : days.until()));
        return Stream.concat(dayOfIfTheyStay(nextPoint()).stream(), ends).filter(day -> day.isAfter(tonight))
                .min(Comparator.naturalOrder());
    }

    /** The nights that count, as days on end, going on where they will count on without anything more being recorded. */
    public List<Span> countedDays() {
        List<Span> spans = new ArrayList<>();
        for (Night night : nights) {
            if (!night.counts()) {
                continue;
            }
            int last = spans.size() - 1;
            LocalDate next = night.on().plusDays(1);
            if (last >= 0 && night.on().equals(spans.get(last).until())) {
                spans.set(last, new Span(spans.get(last).from(), next));
            } else {
                spans.add(new Span(night.on(), next));
            }
        }
        if (inBedAndBreakfast() && family()) {
            int last = spans.size() - 1;
            spans.set(last, new Span(spans.get(last).from(), endOfTonightsStay()));
        }
        return List.copyOf(spans);
    }

    private LocalDate endOfTonightsStay() {
        return nights.get(nights.size() - 1).stay().nights().until();
    }

    /** How many of those days lie before that one: what a count of an earlier day comes to later, with nothing changed. */
    public static int before(LocalDate day, List<Span> counted) {
        return (int) counted.stream().mapToLong(span -> span.daysBefore(day)).sum();
    }

    /** The nights of each stay, in order of their first night, with how many there were and how many count. */
    public List<OfStay> byStay() {
        List<OfStay> runs = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= nights.size(); at++) {
            if (at == nights.size() || broken(nights.get(at - 1), nights.get(at))) {
                runs.add(new OfStay(nights.subList(from, at)));
                from = at;
            }
        }
        return runs;
    }

    private static boolean broken(Night one, Night next) {
        return !one.stay().equals(next.stay()) || !one.on().plusDays(1).equals(next.on());
    }

    /** Nights on end in one unit. */
    public record OfStay(List<Night> nights) {

        public NightsFacts.Stay stay() {
            return nights.get(0).stay();
        }

        public LocalDate first() {
            return nights.get(0).on();
        }

        public LocalDate last() {
            return nights.get(nights.size() - 1).on();
        }

        public int counted() {
            return (int) nights.stream().filter(Night::counts).count();
        }

        /** Of the nights that count, the number of the last one; 0 where none does. */
        public int upTo() {
            return IntStream.range(0, nights.size()).map(at -> nights.get(at).number()).max().orElse(0);
        }

        public int unsuitable() {
            return (int) nights.stream().filter(Night::unsuitable).count();
        }
    }
}
