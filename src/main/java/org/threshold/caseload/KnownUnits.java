package org.threshold.caseload;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.threshold.accommodation.Units;

/** The units that a placement can name: those of the register, and those that come with the same files. */
final class KnownUnits {

    private final Map<String, Long> register;
    private final Set<String> coming;
    // Two workers read households at a time.
    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private final Map<String, String> claims = new ConcurrentHashMap<>();

    private KnownUnits(Map<String, Long> register, Set<String> coming) {
        this.register = register;
        this.coming = coming;
    }

    /** Reads the register for every unit that these files name. */
    static KnownUnits of(Caseload caseload, Units units) {
        Stream<Row> placements = caseload.households().stream().flatMap(each -> each.of(Sheet.PLACEMENTS).stream());
        Set<String> names = new HashSet<>();
        Stream.concat(caseload.units().stream(), placements).map(row -> row.values().get("unit"))
                .filter(java.util.Objects::nonNull).forEach(names::add);
        return new KnownUnits(units.named(names), Set.of());
    }

    /** With the units that are ready to be brought over. */
    KnownUnits with(Collection<String> ready) {
        Set<String> all = new HashSet<>(coming);
        ready.forEach(name -> all.add(key(name)));
        return new KnownUnits(register, all);
    }

    Optional<Long> idOf(String name) {
        return Optional.ofNullable(register.get(key(name)));
    }

    boolean has(String name) {
        return register.containsKey(key(name)) || coming.contains(key(name));
    }

    /** The household of these files that lives there already, or null when this one is the first. */
    String takenBy(String name, String household) {
        return first(taken, name, household);
    }

    /** The other household of these files that has a claim of this reference, or null when this one is the first. */
    String claimOf(String reference, String household) {
        return first(claims, reference, household);
    }

    private static String first(Map<String, String> known, String what, String household) {
        String before = known.putIfAbsent(key(what), household);
        return before == null || before.equals(household) ? null : before;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
