package dev.rivulet.success.input;

import dev.rivulet.kit.problem.Rejected;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shares of revenue that are gross margin, as callers write them: 0.75. */
public final class Margins {

    /** The parameter {@code grossMargin}, to who calls. */
    public static final String DESCRIPTION = "Share of revenue that is gross margin, above 0 to 1, for lifetime values;"
            + " that of the installation if left out";

    private static final Pattern SHARE = Pattern.compile("0\\.\\d{1,4}|1(\\.0{1,4})?");

    private Margins() {}

    /** Above 0 to 1, or the other one where none was given. */
    public static BigDecimal parse(@Nullable String text, BigDecimal otherwise) {
        if (text == null) {
            return otherwise;
        }
        var share = SHARE.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ZERO;
        if (share.signum() == 0) {
            throw Rejected.invalid("parameter-invalid", "?grossMargin", "grossMargin");
        }
        return share;
    }
}
