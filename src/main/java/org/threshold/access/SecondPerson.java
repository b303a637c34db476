package org.threshold.access;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.threshold.access.store.ConflictStore;
import org.threshold.access.store.DutyManagerStore;
import org.threshold.access.store.RestrictionStore;

/**
 * Four eyes and independence: whether the current officer may be the second person for what somebody else has prepared,
 * by the table in {@link FourEyes}. Every service that lets a second person decide asks here, in the same transaction,
 * and writes what it is given into the audit beside its own act: who was asked, who decided, and on what that rests.
 */
@Component
@EnableConfigurationProperties(HouseRules.class)
public class SecondPerson {

    private static final int MOST_NAMED = 20;

    private final CurrentOfficer current;
    private final Directory directory;
    private final Permissions permissions;
    private final HouseRules house;
    private final ConflictStore conflicts;
    private final RestrictionStore restrictions;
    private final DutyManagerStore duties;
    private final Clock clock;
    private final ObjectProvider<TookPart> tookPart;

    SecondPerson(CurrentOfficer current, Directory directory, Permissions permissions, HouseRules house,
                 ConflictStore conflicts, RestrictionStore restrictions,
                 DutyManagerStore duties, Clock clock, ObjectProvider<TookPart> tookPart) {
        this.current = current;
        this.directory = directory;
        this.permissions = permissions;
        this.house = house;
        this.conflicts = conflicts;
        this.restrictions = restrictions;
        this.duties = duties;
        this.clock = clock;
        this.tookPart = tookPart;
    }

    /** Whether this council wants a second person for it. Where the law does, always. */
    public boolean needed(FourEyes rule) {
        return house.wants(rule);
    }

    /** Why the current officer may not be the second, in words to them, or empty when they may. */
    public Optional<String> refusal(Prepared work) {
        return needed(work.rule()) ? refusal(work.rule(), current.get(), asItStands(work)) : Optional.empty();
    }

    /**
     * @return what the audit keeps beside the act of the second person
     * @throws NotPermitted with the words of {@link #refusal}
     */
    public Map<String, String> require(Prepared work) {
        refusal(work).ifPresent(why -> {
            throw new NotPermitted(why);
        });
        return needed(work.rule()) ? Map.of("preparedBy", names(work.by()), "rank", rank(current.get()),
                "independence", work.rule().terms().restsOn()) : Map.of();
    }

    /** What the audit keeps beside the act that prepares something: who is asked, by username. */
    public Map<String, String> asked(Prepared work) {
        return needed(work.rule()) ? Map.of("asked", some(able(work))) : Map.of();
    }

    /** In words, for the page on which it waits: who could be the second person, or what to do where nobody could. */
    public String whoCould(Prepared work) {
        if (!needed(work.rule())) {
            return null;
        }
        List<Officer> able = able(work);
        return able.isEmpty() ? nobody(work.rule()) : able.stream().map(Officer::name).sorted()
                .collect(Collectors.joining(", "));
    }

    /** Whether the current officer may take it back undecided: who prepared it; where nobody could decide, a leader. */
    public boolean mayTakeBack(Prepared work) {
        Officer officer = current.get();
        return needed(work.rule()) && work.rule().isSignature() && (work.by().contains(officer.username())
                || permissions.allows(officer, Permission.ASSIGN_WORK)
                && !conflicts.of(work.about().value()).contains(officer.username()) && able(work).isEmpty());
    }

    /** @throws NotPermitted where {@link #mayTakeBack} is false */
    public void requireTakeBack(Prepared work) {
        if (!mayTakeBack(work)) {
            throw new NotPermitted("You cannot take this back. Only the officer who prepared it can.");
        }
    }

    /** Everyone with an account who could be the second person now, in order of name. */
    public List<Officer> able(Prepared work) {
        Standing standing = asItStands(work);
        return directory.everybody().stream().filter(each -> refusal(work.rule(), each, standing).isEmpty()).toList();
    }

    private Optional<String> refusal(FourEyes rule, Officer officer, Standing standing) {
        String username = officer.username();
        return new Independence(rule, house).refusal(new Independence.Second(officer,
                permissions.allows(officer, Permission.SIGN_AS_SECOND_OFFICER), standing.knowThem.contains(username),
                standing.named.map(names -> names.contains(username)).orElse(true), standing.onDuty.contains(username),
                standing.emergency.contains(username)), standing.first);
    }

    private Standing asItStands(Prepared work) {
        String reference = work.about().value();
        boolean duty = work.rule().terms().onDuty();
        return new Standing(before(work), conflicts.of(reference), restrictions.namedOn(reference),
                duty ? duties.onDuty(clock.instant()) : Set.of(),
                duty ? restrictions.inEmergency(reference, clock.instant()) : Set.of());
    }

    /**
     * What the answer depends on besides the person, read once however many are asked about.
     *
     * @param knowThem who has said that they know the people
     * @param named    who is named on the case; empty where it is not restricted
     * @param onDuty   who is duty manager now; only asked where the rule counts it
     * @param emergency who has opened the restricted case in an emergency; only asked where the rule counts it
     */
    private record Standing(Independence.First first, Set<String> knowThem, Optional<Set<String>> named,
                            Set<String> onDuty, Set<String> emergency) {
    }

    /** Somebody who has left keeps the rank of their account; one who has no rank here any more counts as unknown. */
    private Independence.First before(Prepared work) {
        Map<String, Integer> ranks = new TreeMap<>();
        work.by().forEach(name -> directory.ever(name).map(Officer::seniority).filter(rank -> rank > 0)
                .ifPresent(rank -> ranks.put(name, rank)));
        Set<String> part = new HashSet<>(work.part());
        if (work.rule().terms().apart()) {
            tookPart.orderedStream().forEach(each -> part.addAll(each.in(work.about())));
        }
        return new Independence.First(work.by(), ranks.values().stream().max(Integer::compare).orElse(0),
                ranks.size() < work.by().size(), part);
    }

    private static String nobody(FourEyes rule) {
        return rule.isSignature() ? "Nobody with an account here may. Whoever prepared it, or a team leader, can take it"
                + " back; or an administrator gives an account to somebody who may, such as a manager of another service"
                : "Nobody with an account here may. An administrator can give an account to somebody who may, such as a"
                + " manager of another service";
    }

    /** The first so many by username: the step's own entries say whose it became. */
    private static String some(List<Officer> able) {
        String first = able.stream().map(Officer::username).sorted().limit(MOST_NAMED).collect(Collectors.joining(" "));
        return able.size() <= MOST_NAMED ? first : first + " and " + (able.size() - MOST_NAMED) + " more";
    }

    private String names(Set<String> people) {
        return people.stream().map(each -> directory.ever(each).map(Officer::username).orElse("?")).distinct().sorted().collect(Collectors.joining(" "));
    }

    private static String rank(Officer officer) {
        return officer.roles().stream().max(java.util.Comparator.comparingInt(Role::seniority)).map(Role::name)
                .orElse("NONE");
    }
}
