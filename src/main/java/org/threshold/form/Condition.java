package org.threshold.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The part of FEEL that forms may use: comparisons, {@code and}, {@code or}, {@code not(…)} and
 * {@code list contains(…, …)} over the form's own fields, over {@code this.…} in a row
 * of a list, and over {@code facts.…}. As in FEEL, a comparison with
 * nothing is neither true nor false, and only true hides.
 */
public sealed interface Condition {

    /** The value under the given names: Boolean, BigDecimal, String, List or null. */
    Object value(Function<String, Object> names);

    /** The same as plain maps and lists, for the browser; each name is replaced by what {@code names} gives. */
    Map<String, Object> asData(Function<String, Map<String, Object>> names);

    /** The names that it reads. */
    default Set<String> names() {
        Set<String> names = new TreeSet<>();
        asData(name -> {
            names.add(name);
            return Map.of();
        });
        return names;
    }

    default boolean holds(Function<String, Object> names) {
        return Boolean.TRUE.equals(value(names));
    }

    /** Either of two, where null stands for never. */
    static Condition either(Condition left, Condition right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return new Or(List.of(left, right));
    }

    /** A field or fact. */
    record Name(String name) implements Condition {
        @Override
        public Object value(Function<String, Object> names) {
            Object value = names.apply(name);
            if (value instanceof Number number && !(value instanceof BigDecimal)) {
                return new BigDecimal(number.toString());
            }
            return value instanceof Enum<?> constant ? constant.name() : value;
        }

        @Override
        public Map<String, Object> asData(Function<String, Map<String, Object>> names) {
            return names.apply(name);
        }
    }

    /** A text, number, true, false or null. */
    record Literal(Object constant) implements Condition {
        @Override
        public Object value(Function<String, Object> names) {
            return constant;
        }

        @Override
        public Map<String, Object> asData(Function<String, Map<String, Object>> names) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("value", constant);
            return data;
        }
    }

    /** {@code not(…)}. */
    record Not(Condition operand) implements Condition {
        @Override
        public Object value(Function<String, Object> names) {
            return operand.value(names) instanceof Boolean known ? !known : null;
        }

        @Override
        public Map<String, Object> asData(Function<String, Map<String, Object>> names) {
            return Map.of("not", operand.asData(names));
        }
    }

    /** All of them. */
    record And(List<Condition> operands) implements Condition {
        @Override
        public Object value(Function<String, Object> names) {
            return Logic.join(operands, names, false);
        }

        @Override
        public Map<String, Object> asData(Function<String, Map<String, Object>> names) {
            return Map.of("and", operands.stream().map(operand -> operand.asData(names)).toList());
        }
    }

    /** Any of them. */
    record Or(List<Condition> operands) implements Condition {
        @Override
        public Object value(Function<String, Object> names) {
            return Logic.join(operands, names, true);
        }

        @Override
        public Map<String, Object> asData(Function<String, Map<String, Object>> names) {
            return Map.of("or", operands.stream().map(operand -> operand.asData(names)).toList());
        }
    }

    /** {@code =}, {@code !=}, {@code <}, {@code <=}, {@code >} or {@code >=}. */
    record Compare(String operator, Condition left, Condition right) implements Condition {
        @Override
        public Object value(Function<String, Object> names) {
            return Logic.compare(operator, left.value(names), right.value(names));
        }

        @Override
        public Map<String, Object> asData(Function<String, Map<String, Object>> names) {
            return Map.of("compare", operator, "left", left.asData(names), "right", right.asData(names));
        }
    }

    /** {@code list contains(list, item)}. */
    record Contains(Condition list, Condition item) implements Condition {
        @Override
        public Object value(Function<String, Object> names) {
            return list.value(names) instanceof List<?> values ? (Object) values.contains(item.value(names)) : null;
        }

        @Override
        public Map<String, Object> asData(Function<String, Map<String, Object>> names) {
            return Map.of("contains", new ArrayList<>(List.of(list.asData(names), item.asData(names))));
        }
    }
}
