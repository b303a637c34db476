package org.threshold.board;

import java.util.Arrays;
import java.util.Comparator;

/** How the cases behind a measure are ordered; each order has one direction, the one in which somebody acts. */
public enum NowSort {
    FIGURE(Comparator.comparingDouble((NowCase each) -> -each.item().order())),
    DAY(Comparator.comparing((NowCase each) -> each.item().day(), Comparator.nullsLast(Comparator.naturalOrder()))),
    DUE(Comparator.comparing((NowCase each) -> each.step() == null ? null : each.step().dueAt(),
            Comparator.nullsLast(Comparator.naturalOrder()))),
    OWNER(Comparator.comparing((NowCase each) -> each.step() == null ? null : each.step().owner(),
            Comparator.nullsFirst(Comparator.naturalOrder())));

    private final Comparator<NowCase> order;

    NowSort(Comparator<NowCase> order) {
        this.order = order.thenComparing(each -> each.item().reference().value());
    }

    Comparator<NowCase> order() {
        return order;
    }

    /** The one that was asked for, or the other when it is none. */
    public static NowSort of(String asked, NowSort otherwise) {
        return Arrays.stream(values()).filter(each -> each.name().equals(asked)).findFirst().orElse(otherwise);
    }
}
