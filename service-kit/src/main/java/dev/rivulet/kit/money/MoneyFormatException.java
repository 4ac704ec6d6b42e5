package dev.rivulet.kit.money;

import org.jspecify.annotations.Nullable;

/** Text that is no amount of money: an unknown currency, a malformed number, or too many decimals. */
public class MoneyFormatException extends IllegalArgumentException {

    private final String code;
    private final String field;

    MoneyFormatException(String code, String field, String value, @Nullable Throwable cause) {
        super(code + ": " + value, cause);
        this.code = code;
        this.field = field;
    }

    /** Stable problem code. */
    public String code() {
        return code;
    }

    /** Which of {@code amount} and {@code currency} is wrong. */
    public String field() {
        return field;
    }
}
