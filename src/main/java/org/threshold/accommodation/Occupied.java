package org.threshold.accommodation;

/** Why a unit is not free, in words that name no household. */
final class Occupied {

    private Occupied() {
    }

    static String words(Unit unit, UnitStay stay) {
        String until = stay.until() == null ? "" : " until " + Words.day(stay.until());
        return switch (stay.kind()) {
            case HELD -> unit.name() + " is not free: it is held for another household. Choose another unit.";
            case STAY -> unit.name() + " is not free: another household has it from " + Words.day(stay.from()) + until
                    + ". Choose another unit.";
            case VOID -> unit.name() + " is not free: it is void from " + Words.day(stay.from()) + until
                    + (stay.reason() == null ? "" : " (" + stay.reason() + ")") + ". Choose another unit.";
        };
    }
}
