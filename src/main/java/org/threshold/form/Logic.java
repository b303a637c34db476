package org.threshold.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** FEEL's three-valued logic: true, false, and null for neither. */
final class Logic {

    private Logic() {
    }

    /** Joins by {@code or} when {@code decisive} is true, by {@code and} when it is false. */
    static Boolean join(List<Condition> operands, Function<String, Object> names, boolean decisive) {
        boolean unknown = false;
        for (Condition operand : operands) {
            Object value = operand.value(names);
            if (value instanceof Boolean known) {
                if (known == decisive) {
                    return decisive;
                }
            } else {
                unknown = true;
            }
        }
        return unknown ? null : !decisive;
    }

    static Boolean compare(String operator, Object left, Object right) {
        switch (operator) {
            case "=":
                return same(left, right);
            case "!=":
                Boolean same = same(left, right);
                return same == null ? null : !same;
            default:
                return order(operator, left, right);
        }
    }

    private static Boolean same(Object left, Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return left.getClass() == right.getClass() ? left.equals(right) : null;
    }

    private static Boolean order(String operator, Object left, Object right) {
        int order;
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            order = a.compareTo(b);
        } else if (left instanceof String a && right instanceof String b) {
            order = a.compareTo(b);
        } else {
            return null;
        }
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }
}
