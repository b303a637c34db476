package org.threshold.caseload;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Districts;
import org.threshold.caseload.CaseloadImport.Fate;
import org.threshold.caseload.store.ImportedUnits.UnitRow;

/** Looks at every row of units.csv and says what would become of it. Changes nothing. */
@Component
class UnitCheck {

    private final Districts districts;

    UnitCheck(Districts districts) {
        this.districts = districts;
    }

    /**
     * @param broken  lines that could not be read
     * @param remarks gets what is to be said
     */
    List<UnitRow> of(List<Row> rows, Set<Integer> broken, Reading reading, List<Remark> remarks) {
        List<UnitRow> units = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Row row : rows) {
            List<Remark> own = new ArrayList<>();
            Fate fate = fate(row, new Reading(reading.order(), reading.today(), reading.people(), reading.units(),
                    reading.deadlines(), own), seen);
            units.add(new UnitRow(row.line(), row.values().getOrDefault("unit", "?"),
                    broken.contains(row.line()) ? Fate.REFUSED : fate));
            remarks.addAll(own);
        }
        return units;
    }

    private Fate fate(Row row, Reading reading, Set<String> seen) {
        String name = row.values().get("unit");
        if (name != null && reading.units().idOf(name).isPresent()) {
            reading.of(row).mention("unit", "A unit of this name is in the register already. It is left as it is.",
                    "Change it in the register if it is wrong there.");
            return Fate.ALREADY;
        }
        Optional<FormerUnit> unit = read(row, reading);
        if (name != null && !seen.add(KnownUnits.key(name))) {
            reading.of(row).refuse("unit", "This name stands there twice.", "Give each unit a name of its own.");
            return Fate.REFUSED;
        }
        return unit.isPresent() ? Fate.READY : Fate.REFUSED;
    }

    Optional<FormerUnit> read(Row row, Reading reading) {
        return new UnitReader(row, reading, districts::known).read();
    }
}
