package org.threshold.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threshold.form.Condition.And;
import org.threshold.form.Condition.Compare;
import org.threshold.form.Condition.Contains;
import org.threshold.form.Condition.Literal;
import org.threshold.form.Condition.Name;
import org.threshold.form.Condition.Not;
import org.threshold.form.Condition.Or;

/** Reads the part of FEEL described at {@link Condition}; anything else is a mistake in the form. */
final class ConditionParser {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(list\\s+contains\\b|[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*|-?\\d+(?:\\.\\d+)?|\"[^\"\\\\]*\""
                    + "|!=|<=|>=|[=<>(),])");
    private static final int MOST_CHARACTERS = 1000;
    private static final int MOST_DEPTH = 20;

    private final List<String> tokens = new ArrayList<>();
    private int next;
    private int depth;

    private ConditionParser() {
    }

    /** @throws IllegalArgumentException with a sentence for the designer */
    static Condition parse(String expression) {
        String text = expression.strip();
        if (!text.startsWith("=")) {
            throw new IllegalArgumentException("a condition begins with '='");
        }
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("the condition is longer than " + MOST_CHARACTERS + " characters");
        }
        ConditionParser parser = new ConditionParser();
        parser.split(text.substring(1));
        Condition condition = parser.or();
        if (parser.next < parser.tokens.size()) {
            throw parser.unexpected();
        }
        return condition;
    }

    private void split(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        int end = text.stripTrailing().length();
        while (at < end) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("'" + text.substring(at).strip() + "' is not understood; only"
                        + " comparisons, and, or, not(…) and list contains(…, …) over fields may be used");
            }
            tokens.add(matcher.group(1).replaceAll("\\s+", " "));
            at = matcher.end();
        }
    }

    private Condition or() {
        List<Condition> operands = new ArrayList<>(List.of(and()));
        while (take("or")) {
            operands.add(and());
        }
        return operands.size() == 1 ? operands.get(0) : new Or(List.copyOf(operands));
    }

    private Condition and() {
        List<Condition> operands = new ArrayList<>(List.of(comparison()));
        while (take("and")) {
            operands.add(comparison());
        }
        return operands.size() == 1 ? operands.get(0) : new And(List.copyOf(operands));
    }

    private Condition comparison() {
        Condition left = operand();
        String operator = peek();
        if (operator != null && List.of("=", "!=", "<", "<=", ">", ">=").contains(operator)) {
            next++;
            return new Compare(operator, left, operand());
        }
        return left;
    }

    private Condition operand() {
        if (++depth > MOST_DEPTH) {
            throw new IllegalArgumentException("the condition is nested too deeply");
        }
        try {
            return term();
        } finally {
            depth--;
        }
    }

    private Condition term() {
        if (take("(")) {
            Condition inner = or();
            expect(")");
            return inner;
        }
        if (take("not")) {
            expect("(");
            Condition inner = or();
            expect(")");
            return new Not(inner);
        }
        if (take("list contains")) {
            expect("(");
            Condition list = operand();
            expect(",");
            Condition item = operand();
            expect(")");
            return new Contains(list, item);
        }
        return value();
    }

    private Condition value() {
        String token = peek();
        if (token == null) {
            throw new IllegalArgumentException("the condition ends too early");
        }
        char first = token.charAt(0);
        if (token.equals("and") || token.equals("or") || "=!<>(),".indexOf(first) >= 0) {
            throw unexpected();
        }
        next++;
        if (first == '"') {
            return new Literal(token.substring(1, token.length() - 1));
        }
        if (first == '-' || Character.isDigit(first)) {
            return new Literal(new BigDecimal(token));
        }
        return switch (token) {
            case "true" -> new Literal(true);
            case "false" -> new Literal(false);
            case "null" -> new Literal(null);
            default -> new Name(token);
        };
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : null;
    }

    private boolean take(String token) {
        if (token.equals(peek())) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw new IllegalArgumentException("'" + token + "' is missing"
                    + (peek() == null ? " at the end" : " before '" + peek() + "'"));
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("'" + peek() + "' is not expected there");
    }
}
