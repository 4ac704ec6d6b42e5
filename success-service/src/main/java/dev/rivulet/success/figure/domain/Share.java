package dev.rivulet.success.figure.domain;

/** So many of so many, with Wilson's interval of 95 %, which stays sensible for few and at 0 and 100 %. */
public record Share(long hits, long of) {

    /** The 97.5 % quantile of the standard normal distribution: 95 % two-sided. */
    public static final double Z = 1.959963984540054;

    public Share {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of);
        }
    }

    public boolean isEmpty() {
        return of == 0;
    }

    /** From 0 to 1; 0 of nothing. */
    public double value() {
        return of == 0 ? 0 : (double) hits / of;
    }

    /** Lower end of the interval; 0 of nothing. */
    public double low() {
        return hits == 0 ? 0 : centre() - half();
    }

    /** Upper end of the interval; 1 of nothing. */
    public double high() {
        return hits == of ? 1 : centre() + half();
    }

    private double centre() {
        return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        var p = value();
        return Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
    }
}
