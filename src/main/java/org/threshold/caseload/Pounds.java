package org.threshold.caseload;

/** Reads amounts as they stand in files, into pence, without a floating point on the way. */
final class Pounds {

    static final String PATTERN = "[0-9]{1,7}(\\.[0-9]{2})?";

    private Pounds() {
    }

    /**
     * @param typed such as '1234.50' or '-20.00'
     * @throws IllegalArgumentException with what it must look like
     */
    static long pence(String typed) {
        if (!typed.matches("-?" + PATTERN)) {
            throw new IllegalArgumentException("Write pounds and pence without a sign of currency and without commas,"
                    + " like 1234.50, and a credit with a minus, like -20.00");
        }
        long sign = typed.startsWith("-") ? -1 : 1;
        String[] parts = typed.replace("-", "").split("\\.");
        return sign * (Math.multiplyExact(Long.parseLong(parts[0]), 100L)
                + (parts.length > 1 ? Long.parseLong(parts[1]) : 0));
    }
}
