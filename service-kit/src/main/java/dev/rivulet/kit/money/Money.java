package dev.rivulet.kit.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount in the minor units of an ISO 4217 currency (cents, kopecks; yen have none). In JSON it is
 * {@code {"amount":"12.34","currency":"EUR"}}.
 *
 * <p>Every rounding of the product happens in {@link #round}: HALF_UP to the minor unit.
 */
@Embeddable
public record Money(long minor, Currency currency) implements Comparable<Money> {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** The amount as it stands; more decimals than the currency has are an error, never rounded away. */
    public static Money of(BigDecimal amount, Currency currency) {
        var digits = currency.getDefaultFractionDigits();
        try {
            return new Money(amount.movePointRight(digits).longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new MoneyFormatException("amount-precision", "amount", amount.toPlainString(), e);
        }
    }

    public static Money round(BigDecimal amount, Currency currency) {
        return round(amount, BigDecimal.ONE, currency);
    }

    /** The one rounding place: {@code numerator / denominator}, HALF_UP to the currency's minor unit. */
    public static Money round(BigDecimal numerator, BigDecimal denominator, Currency currency) {
        var minor = numerator
                .movePointRight(currency.getDefaultFractionDigits())
                .divide(denominator, 0, RoundingMode.HALF_UP);
        return new Money(minor.longValueExact(), currency);
    }

    public static Money of(String amount, String currency) {
        return parse(new Json(amount, currency));
    }

    /** Money as callers write it. */
    record Json(@Nullable String amount, @Nullable String currency) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Money parse(Json json) {
        var amount = json.amount();
        if (amount == null || !DECIMAL.matcher(amount).matches()) {
            throw new MoneyFormatException("amount-format", "amount", String.valueOf(amount), null);
        }
        return of(new BigDecimal(amount), currencyOf(json.currency()));
    }

    @JsonValue
    Json json() {
        return new Json(decimal().toPlainString(), currency.getCurrencyCode());
    }

    /** A currency that has minor units, so that something can be charged in it. */
    public static Currency currencyOf(@Nullable String code) {
        try {
            var currency = Currency.getInstance(String.valueOf(code));
            // Pseudo currencies (gold, testing codes) have no minor unit and cannot be charged.
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            throw new MoneyFormatException("currency-unknown", "currency", String.valueOf(code), e);
        }
        throw new MoneyFormatException("currency-unknown", "currency", String.valueOf(code), null);
    }

    /** The amount in major units, with exactly the currency's decimals. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    /** The smaller of both. */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money negate() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money times(long quantity) {
        return new Money(Math.multiplyExact(minor, quantity), currency);
    }

    /** {@code this × part / whole}: multiplied first, divided once, rounded once. */
    public Money fraction(long part, long whole) {
        if (whole <= 0) {
            throw new IllegalArgumentException("whole must be positive: " + whole);
        }
        return round(decimal().multiply(BigDecimal.valueOf(part)), BigDecimal.valueOf(whole), currency);
    }

    /**
     * Splits the amount by weights so that the parts add up to it to the last minor unit (largest remainder; equal
     * remainders go to the earlier part).
     */
    public List<Money> allocate(long... weights) {
        var total = BigInteger.ZERO;
        for (var weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("negative weight: " + weight);
            }
            total = total.add(BigInteger.valueOf(weight));
        }
        if (total.signum() == 0) {
            throw new IllegalArgumentException("weights add up to zero");
        }
        var amount = BigInteger.valueOf(Math.absExact(minor));
        var shares = new long[weights.length];
        var remainders = new BigInteger[weights.length];
        var left = Math.absExact(minor);
        for (var i = 0; i < weights.length; i++) {
            var parts = amount.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(total);
            shares[i] = parts[0].longValueExact();
            remainders[i] = parts[1];
            left -= shares[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> shares[i]++);
        var result = new ArrayList<Money>(weights.length);
        for (var share : shares) {
            result.add(new Money(minor < 0 ? -share : share, currency));
        }
        return List.copyOf(result);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    @Override
    public String toString() {
        return decimal().toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot combine " + currency + " with " + other.currency);
        }
        return other;
    }
}
