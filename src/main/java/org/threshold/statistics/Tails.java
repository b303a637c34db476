package org.threshold.statistics;

/** Upper tails of the chi-square and the normal distribution, by the incomplete gamma function. */
final class Tails {

    private static final double[] LANCZOS = {0.99999999999980993, 676.5203681218851, -1259.1392167224028,
            771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
            9.9843695780195716e-6, 1.5056327351493116e-7};
    private static final double SMALL = 1e-300;
    private static final double EXACT = 1e-15;

    private Tails() {
    }

    /** The chance of a chi-square of that many degrees of freedom being this large or larger. */
    static double chiSquare(double value, int degrees) {
        return value <= 0 ? 1 : upperGamma(degrees / 2.0, value / 2);
    }

    /** The chance of a standard normal lying this far or farther from zero, on either side. */
    static double twoSidedNormal(double z) {
        return z == 0 ? 1 : upperGamma(0.5, z * z / 2);
    }

    private static double upperGamma(double a, double x) {
        return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x);
    }

    private static double lowerBySeries(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (double n = a + 1; term > sum * EXACT; n++) {
            term *= x / n;
            sum += term;
        }
        return sum * weight(a, x);
    }

    /** Lentz's continued fraction. */
    private static double upperByFraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / SMALL;
        double d = 1 / b;
        double h = d;
        double change = 0;
        for (int i = 1; Math.abs(change - 1) > EXACT && i < 10_000; i++) {
            double an = -i * (i - a);
            b += 2;
            d = 1 / nonZero(an * d + b);
            c = nonZero(b + an / c);
            change = d * c;
            h *= change;
        }
        return h * weight(a, x);
    }

    private static double nonZero(double value) {
        return Math.abs(value) < SMALL ? SMALL : value;
    }

    private static double weight(double a, double x) {
        return Math.exp(-x + a * Math.log(x) - logGamma(a));
    }

    private static double logGamma(double a) {
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (a - 1 + i);
        }
        double t = a + 6.5;
        return 0.5 * Math.log(2 * Math.PI) + (a - 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
