package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The register of units, to read. {@link UnitRegister} changes it. */
public interface Units {

    /**
     * As it is today.
     *
     * @throws java.util.NoSuchElementException when there is no such unit
     */
    Unit get(long id);

    /** In one statement, in order of name; as they are today. */
    List<Unit> all(Collection<Long> ids);

    /** Their ids by name, names in small letters; what the register does not have is left out. In one statement. */
    Map<String, Long> named(Collection<String> names);

    /** Whether it stands outside the council's own district. */
    boolean outside(Unit unit);

    /** What a night cost or will cost, as known now. */
    Rate rateOn(long unitId, LocalDate night);

    /** All rates of these units, each unit's in the order in which they hold: see {@link DatedRate}. */
    Map<Long, List<DatedRate>> rates(Collection<Long> unitIds);

    /** What these units had and who ran them, each unit's in the order in which they hold. */
    Map<Long, List<DatedFacilities>> facilities(Collection<Long> unitIds);
}
