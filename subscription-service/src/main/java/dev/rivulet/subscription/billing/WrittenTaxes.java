package dev.rivulet.subscription.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.domain.LineTax;
import dev.rivulet.subscription.tax.domain.TaxRate;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The taxes of a line as they are kept with it; whether its amount contains them is told apart. */
final class WrittenTaxes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WrittenTaxes() {}

    record Written(String code, String name, String percent, long minor) {

        static Written of(LineTax tax) {
            var rate = tax.rate();
            return new Written(
                    rate.code(),
                    rate.name(),
                    rate.percent().toPlainString(),
                    tax.amount().minor());
        }

        LineTax tax(boolean inclusive, Currency currency) {
            return new LineTax(new TaxRate(code, name, new BigDecimal(percent), inclusive), new Money(minor, currency));
        }
    }

    /** Null where nothing is owed. */
    static @Nullable String write(List<LineTax> taxes) {
        if (taxes.isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(taxes.stream().map(Written::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + taxes, e);
        }
    }

    static List<LineTax> read(String text, boolean inclusive, Currency currency) {
        try {
            return Stream.of(JSON.readValue(text, Written[].class))
                    .map(written -> written.tax(inclusive, currency))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored taxes are no JSON", e);
        }
    }
}
