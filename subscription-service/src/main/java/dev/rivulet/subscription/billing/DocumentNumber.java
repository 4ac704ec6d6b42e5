package dev.rivulet.subscription.billing;

import dev.rivulet.subscription.billing.domain.AssembledInvoice.Kind;
import java.util.Locale;

/** Numbers as they are printed. The main seller's are plain, another's begin with its key. */
final class DocumentNumber {

    static final String MAIN = "main";

    private DocumentNumber() {}

    static String text(Kind kind, String legalEntity, long number) {
        var digits = Long.toString(number);
        var padded = "0".repeat(Math.max(0, 6 - digits.length())) + digits;
        var prefix = kind == Kind.INVOICE ? "INV-" : "CN-";
        return legalEntity.equals(MAIN)
                ? prefix + padded
                : legalEntity.toUpperCase(Locale.ROOT) + "-" + prefix + padded;
    }
}
