package dev.rivulet.subscription.bank.domain;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The invoices a payer names: by their printed number, or by its creditor reference (ISO 11649: RF, two check digits,
 * the number), which a slip of the pen does not turn into another invoice's.
 */
public final class InvoiceReference {

    private static final Pattern PRINTED = Pattern.compile(
            "(?<!RF\\d\\d )\\b(?:(?!INV[- ]?\\d)([A-Z0-9][A-Z0-9-]{0,29})-)?INV[- ]?0*([1-9]\\d{0,14})\\b");
    private static final Pattern CREDITOR = Pattern.compile("\\bRF(\\d{2})(INV0*(\\d{1,15}))\\b");

    private InvoiceReference() {}

    /**
     * An invoice named.
     *
     * @param seller whose number it is, as its printed number begins; null where it does not, be it the main seller's or
     *     left out
     */
    public record Named(@Nullable String seller, long number) {}

    /** The creditor reference of an invoice's number. */
    public static String of(long number) {
        var own = String.format(Locale.ROOT, "INV%06d", number);
        return String.format(Locale.ROOT, "RF%02d%s", 98 - mod97(own + "RF00"), own);
    }

    /** The invoices named in a text, in its order. */
    public static List<Named> in(String text) {
        var found = new LinkedHashSet<Named>();
        var plain = text.toUpperCase(Locale.ROOT);
        // Written in groups of four or in one: RF18 INV0 0000 1 is RF18INV000001.
        var closed = plain.replaceAll("\\s", "");
        for (var each : List.of(plain, closed)) {
            CREDITOR.matcher(each)
                    .results()
                    .filter(match -> mod97(match.group(2) + "RF" + match.group(1)) == 1)
                    .forEach(match -> found.add(new Named(null, Long.parseLong(match.group(3)))));
        }
        // What stands in a creditor reference is no printed number; one with wrong check digits names nothing at all.
        if (found.isEmpty()) {
            PRINTED.matcher(plain).results().map(InvoiceReference::printed).forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static Named printed(MatchResult match) {
        var seller = match.group(1);
        return new Named(seller == null ? null : seller.toLowerCase(Locale.ROOT), Long.parseLong(match.group(2)));
    }

    private static int mod97(String text) {
        var digits = new StringBuilder();
        text.chars().forEach(each -> digits.append(Character.digit(each, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    }
}
