package org.threshold.caseload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.accommodation.Provider;
import org.threshold.accommodation.Providers;
import org.threshold.accommodation.UnitRegister;
import org.threshold.accommodation.Units;
import org.threshold.caseload.store.ImportStore;
import org.threshold.caseload.store.ImportedUnits;

/** Brings over the units of a caseload, each in a transaction of its own, and the providers that are not here yet. */
@Component
class UnitImporter {

    private static final Logger LOG = LoggerFactory.getLogger(UnitImporter.class);

    private final ImportedUnits store;
    private final ImportStore remarks;
    private final UnitCheck check;
    private final UnitRegister register;
    private final Units units;
    private final Providers providers;
    private final TransactionTemplate transactions;

    UnitImporter(ImportedUnits store, ImportStore remarks, UnitCheck check, UnitRegister register, Units units,
                 Providers providers, TransactionTemplate transactions) {
        this.store = store;
        this.remarks = remarks;
        this.check = check;
        this.register = register;
        this.units = units;
        this.providers = providers;
        this.transactions = transactions;
    }

    /** Those that the check found ready and that are not here yet. */
    void bringOver(long importId, List<Row> rows, Reading reading) {
        Map<Integer, Row> byLine = rows.stream().collect(Collectors.toMap(Row::line, Function.identity()));
        for (int line : store.ready(importId)) {
            one(importId, byLine.get(line), reading);
        }
    }

    private void one(long importId, Row row, Reading reading) {
        try {
            transactions.executeWithoutResult(status -> bringOver(importId, row, reading));
        } catch (IllegalArgumentException | DuplicateKeyException refused) {
            refuse(importId, row, refused instanceof IllegalArgumentException ? refused.getMessage() + "."
                    : "A unit of this name came into the register at the same moment.");
        } catch (RuntimeException broken) {
            LOG.error("Line {} of the units of caseload {} could not be brought over", row.line(), importId, broken);
            refuse(importId, row, "This unit could not be brought over.");
        }
    }

    private void bringOver(long importId, Row row, Reading reading) {
        if (!store.lock(importId, row.line())) {
            return;
        }
        Optional<FormerUnit> unit = check.read(row, reading);
        if (unit.isEmpty()) {
            throw new IllegalArgumentException("The row cannot be read any more");
        }
        String name = unit.get().details().name();
        if (!units.named(List.of(name)).isEmpty()) {
            store.already(importId, row.line());
            return;
        }
        store.imported(importId, row.line(), register.add(unit.get().letBy(provider(unit.get().provider())),
                unit.get().facilities(), unit.get().rate()));
    }

    private long provider(String name) {
        return providers.all().stream().filter(known -> known.name().equalsIgnoreCase(name)).findFirst()
                .map(Provider::id).orElseGet(() -> providers.add(name, null, null));
    }

    private void refuse(long importId, Row row, String problem) {
        store.refused(importId, row.line());
        remarks.remark(importId, List.of(new Remark(Sheet.UNITS, row.line(), null, null, true, problem,
                "Put the row right and upload the files again.")));
    }
}
