package dev.rivulet.subscription.billing;

import dev.rivulet.subscription.billing.domain.AssembledInvoice.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as they are printed. The main seller's are plain, another's begin with its key. */
final class DocumentNumber {

    static final String MAIN = "main";

    private static final Pattern INVOICE = Pattern.compile("(?:([A-Z0-9][A-Z0-9-]{0,29})-)?INV-(\\d{1,15})");

    private DocumentNumber() {}

    /** A number with the seller whose it is. */
    record Named(String legalEntity, long number) {}

    static String text(Kind kind, String legalEntity, long number) {
        var digits = Long.toString(number);
        var padded = "0".repeat(Math.max(0, 6 - digits.length())) + digits;
        var prefix = kind == Kind.INVOICE ? "INV-" : "CN-";
        return legalEntity.equals(MAIN)
                ? prefix + padded
                : legalEntity.toUpperCase(Locale.ROOT) + "-" + prefix + padded;
    }

    /** The invoice that a printed number names; empty where it is none. */
    static Optional<Named> invoice(String text) {
        var match = INVOICE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        var seller = match.group(1);
        return Optional.of(
                new Named(seller == null ? MAIN : seller.toLowerCase(Locale.ROOT), Long.parseLong(match.group(2))));
    }
}
